UNWIND $claims AS id
MATCH (c:Claim {id: id})
MATCH (c)-[:SUBJECT]->(supplier:Actor)
MATCH (c)-[:RECIPIENT]->(recipient:Actor)
MATCH (supplier)-[s:SUPPLIES {claim: id}]->(recipient)
DELETE s
