// Claims that only one side's officials made: every statement of it is theirs.
MATCH (c:Claim)<-[:ABOUT]-(a:Assertion)
OPTIONAL MATCH (a)-[:ATTRIBUTED_TO]->(w:Actor)
WITH c, w.name AS speaker, [note IN w.extra WHERE note STARTS WITH 'side=' | substring(note, 5)][0] AS home,
     CASE w.kind WHEN 'state' THEN w.id END AS state
ORDER BY speaker
WITH c, collect(DISTINCT coalesce(home, state, '')) AS sides, collect(DISTINCT speaker) AS speakers
WHERE size(sides) = 1 AND sides[0] <> ''
MATCH (c)-[:SUBJECT]->(subject:Actor)
OPTIONAL MATCH (c)-[:OBJECT]->(i:Item)
OPTIONAL MATCH (c)-[:RECIPIENT]->(recipient:Actor)
RETURN sides[0] AS side, speakers, subject.name AS subject, c.relation AS relation, i.name AS item,
       recipient.name AS recipient
ORDER BY side, subject, relation, item, recipient
