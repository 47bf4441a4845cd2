// The shortcut from supplier to recipient, for quick traversal: one for each claim.
UNWIND $rows AS row
MATCH (supplier:Actor {id: row.supplier})
MATCH (recipient:Actor {id: row.recipient})
CREATE (supplier)-[s:SUPPLIES {claim: row.claim}]->(recipient)
SET s += row.properties
RETURN count(*) AS number
