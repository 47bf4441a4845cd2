// Claims by their ids.
UNWIND $claims AS id
MATCH (c:Claim {id: id})
WITH DISTINCT c
