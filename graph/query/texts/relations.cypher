MATCH (c:Claim)
RETURN c.relation AS relation, count(c) AS number
ORDER BY number DESC, relation
