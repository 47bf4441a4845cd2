// The embedded engine has this in its own language: its Cypher does not use the index on a relationship.
UNWIND $rows AS row
MATCH (:Actor)-[s:SUPPLIES {claim: row.claim}]->(:Actor)
USING INDEX s:SUPPLIES(claim)
SET s += row.properties
