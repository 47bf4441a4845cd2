// Claims by their ids.
UNWIND $claims AS id
MATCH (c:Claim {id: id})
