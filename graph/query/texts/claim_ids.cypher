MATCH (c:Claim)
WHERE c.id STARTS WITH $prefix
RETURN c.id AS claim, c.relation AS relation
ORDER BY c.id
LIMIT $limit
