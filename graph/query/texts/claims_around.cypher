// Claims in which the entity stands in any role.
MATCH (e:Actor|Item|Place {id: $entity})<-[:SUBJECT|OBJECT|RECIPIENT|LOCATION]-(c:Claim)
WHERE $label IN labels(e)
WITH DISTINCT c
