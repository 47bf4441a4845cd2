// Claims that several independent sources make.
// $origins = 2: how many sources at least
MATCH (subject:Actor)<-[:SUBJECT]-(c:Claim)
WHERE c.origins >= $origins
OPTIONAL MATCH (c)-[:OBJECT]->(i:Item)
OPTIONAL MATCH (c)-[:RECIPIENT]->(recipient:Actor)
RETURN subject.name AS subject, c.relation AS relation, i.name AS item, recipient.name AS recipient,
       c.origins AS origins, c.id AS claim
ORDER BY origins DESC, subject, item
