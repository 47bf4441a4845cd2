UNWIND $rows AS row
MATCH (s:Assertion {id: row.id})
SET s += row.properties
