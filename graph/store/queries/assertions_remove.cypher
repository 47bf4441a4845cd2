UNWIND $ids AS id
MATCH (s:Assertion {id: id})
DETACH DELETE s
