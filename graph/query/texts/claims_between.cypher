// Claims in which both entities stand, each in any role.
MATCH (:Actor|Item|Place {id: $one})<-[:SUBJECT|OBJECT|RECIPIENT|LOCATION]-(c:Claim)
MATCH (c)-[:SUBJECT|OBJECT|RECIPIENT|LOCATION]->(:Actor|Item|Place {id: $other})
