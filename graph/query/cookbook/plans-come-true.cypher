// Plans that were reported done later, and after how many days.
MATCH (before:Article)-[:STATES]->(:Assertion {modality: 'planned'})-[:ABOUT]->(c:Claim)
MATCH (c)<-[:ABOUT]-(:Assertion {modality: 'reported'})<-[:STATES]-(after:Article)
WHERE before.published_on IS NOT NULL AND after.published_on IS NOT NULL
WITH c, min(before.published_on) AS planned, min(after.published_on) AS reported
MATCH (c)-[:SUBJECT]->(subject:Actor), (c)-[:OBJECT]->(i:Item)
OPTIONAL MATCH (c)-[:RECIPIENT]->(recipient:Actor)
RETURN subject.name AS subject, c.relation AS relation, i.name AS item, recipient.name AS recipient,
       planned, reported, duration.inDays(planned, reported).days AS days
ORDER BY planned, subject, item
