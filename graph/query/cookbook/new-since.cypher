// Claims that were first reported on or after a date.
// $since: a date such as 2025-07-01
MATCH (subject:Actor)<-[:SUBJECT]-(c:Claim)
WHERE c.first_reported >= $since
OPTIONAL MATCH (c)-[:OBJECT]->(i:Item)
OPTIONAL MATCH (c)-[:RECIPIENT]->(recipient:Actor)
RETURN c.first_reported AS first, subject.name AS subject, c.relation AS relation, i.name AS item,
       recipient.name AS recipient, c.id AS claim
ORDER BY first, subject, item
