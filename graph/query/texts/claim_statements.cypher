// What the assertions of claims say, equal ones counted together.
UNWIND $claims AS id
MATCH (c:Claim {id: id})<-[:ABOUT]-(a:Assertion)<-[:STATES]-(t:Article)
OPTIONAL MATCH (a)-[:ATTRIBUTED_TO]->(s:Actor)
OPTIONAL MATCH (t)-[:PUBLISHED_BY]->(p:Publisher)
RETURN c.id AS claim, a.quantity AS quantity, a.quantity_max AS quantity_max,
       a.quantity_qualifier AS quantity_qualifier, a.unit AS unit, a.`when` AS stated_time,
       coalesce(s.name, p.name) AS speaker, count(*) AS times
