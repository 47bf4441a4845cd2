// Claims in which one of the entities stands beside one of the others, each in any role.
UNWIND $entities AS id
MATCH (:Actor|Item|Place {id: id})<-[:SUBJECT|OBJECT|RECIPIENT|LOCATION]-(c:Claim)
MATCH (c)-[:SUBJECT|OBJECT|RECIPIENT|LOCATION]->(other:Actor|Item|Place)
WHERE other.id IN $others
WITH DISTINCT c
