// In how many claims entities stand.
UNWIND $entities AS id
MATCH (e:Actor|Item|Place {id: id})<-[:SUBJECT|OBJECT|RECIPIENT|LOCATION]-(c:Claim)
RETURN e.id AS id, count(DISTINCT c.id) AS number
ORDER BY id
