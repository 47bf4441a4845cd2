RETURN count(DISTINCT c.id) AS number
