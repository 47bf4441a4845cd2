// In which roles an entity stands, and in how many claims.
MATCH (e:Actor|Item|Place {id: $entity})<-[r:SUBJECT|OBJECT|RECIPIENT|LOCATION]-(c:Claim)
WHERE $label IN labels(e)
WITH c.relation AS relation, type(r) AS role, c.id AS claim
RETURN relation, role, count(DISTINCT claim) AS claims
