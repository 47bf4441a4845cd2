// The best corroborated alone, without their roles.
WITH c
ORDER BY c.origins DESC, c.assertions DESC, c.id
LIMIT $limit
RETURN c.id AS claim, c.origins AS origins, c.assertions AS assertions
ORDER BY origins DESC, assertions DESC, claim
