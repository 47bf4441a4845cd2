// The categories that items are of.
MATCH (i:Item)
WHERE i.category IS NOT NULL
RETURN DISTINCT i.category AS category
ORDER BY category
