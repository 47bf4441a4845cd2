UNWIND $claims AS id
MATCH (c:Claim {id: id})<-[:ABOUT]-(s:Assertion)<-[:STATES]-(a:Article)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(p:Publisher)
OPTIONAL MATCH (s)-[:ATTRIBUTED_TO]->(speaker)
RETURN id AS claim, c.relation AS relation, s.modality AS modality, a.id AS article, a.published AS published,
       p.id AS publisher, speaker.id AS speaker
