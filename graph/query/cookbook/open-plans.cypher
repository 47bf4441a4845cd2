// Plans and orders that nobody has reported done.
// $before = "9999": only those that were first told before this date
MATCH (subject:Actor)<-[:SUBJECT]-(c:Claim)
WHERE c.planned > 0 AND c.reported = 0 AND c.first_reported < $before
OPTIONAL MATCH (c)-[:OBJECT]->(i:Item)
OPTIONAL MATCH (c)-[:RECIPIENT]->(recipient:Actor)
RETURN c.first_reported AS since, subject.name AS subject, c.relation AS relation, i.name AS item,
       recipient.name AS recipient
ORDER BY since, subject, item
