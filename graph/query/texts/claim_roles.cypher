// The roles of the claims that pass.
OPTIONAL MATCH (c)-[:SUBJECT]->(s:Actor|Item|Place)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Actor|Item|Place)
OPTIONAL MATCH (c)-[:RECIPIENT]->(r:Actor|Item|Place)
OPTIONAL MATCH (c)-[:LOCATION]->(l:Actor|Item|Place)
WITH c, s, o, r, l
WHERE ($subject IS NULL OR s.id = $subject)
  AND ($recipient IS NULL OR r.id = $recipient)
