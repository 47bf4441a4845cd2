// Claims in which any of the entities stands in any role.
UNWIND $entities AS id
MATCH (e:Actor|Item|Place {id: id})<-[:SUBJECT|OBJECT|RECIPIENT|LOCATION]-(c:Claim)
WITH DISTINCT c
