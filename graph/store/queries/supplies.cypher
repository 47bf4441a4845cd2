// The shortcut from supplier to recipient, for quick traversal: one for each claim.
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
MATCH (c)-[:SUBJECT]->(supplier:Actor)
MATCH (c)-[:RECIPIENT]->(recipient:Actor)
OPTIONAL MATCH (c)-[:OBJECT]->(item)
MERGE (supplier)-[s:SUPPLIES {claim: row.claim}]->(recipient)
SET s += row.totals, s.modality = row.modality, s.item = item.id
