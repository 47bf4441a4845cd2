// How reliable publishers are held to be, where they are rated.
MATCH (p:Publisher)
WHERE p.reliability IS NOT NULL
RETURN p.name AS name, p.reliability AS reliability
ORDER BY name
