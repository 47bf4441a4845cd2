UNWIND $claims AS id
MATCH (c:Claim {id: id})
