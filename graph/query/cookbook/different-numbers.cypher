// Claims of which sources give different numbers.
MATCH (c:Claim)<-[:ABOUT]-(a:Assertion)<-[:STATES]-(t:Article)
WHERE a.quantity IS NOT NULL
OPTIONAL MATCH (a)-[:ATTRIBUTED_TO]->(w:Actor)
OPTIONAL MATCH (t)-[:PUBLISHED_BY]->(p:Publisher)
WITH c, a.quantity AS quantity, coalesce(w.name, p.name, t.title) AS source
ORDER BY quantity, source
WITH c, collect(DISTINCT quantity) AS numbers, collect(DISTINCT source) AS sources
WHERE size(numbers) > 1
MATCH (c)-[:SUBJECT]->(subject:Actor), (c)-[:OBJECT]->(i:Item)
OPTIONAL MATCH (c)-[:RECIPIENT]->(recipient:Actor)
RETURN subject.name AS subject, c.relation AS relation, i.name AS item, recipient.name AS recipient, numbers, sources
ORDER BY subject, item, recipient
