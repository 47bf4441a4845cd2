// Names that hold the words, those first that begin with them, then the shortest.
MATCH (n:Alias)-[r:ALIAS_OF]->(e:Actor|Item|Place)
WHERE n.key CONTAINS $words
RETURN e.id AS id, e.name AS name, e.kind AS kind, coalesce(r.text, n.text) AS text, n.key AS key
ORDER BY CASE WHEN n.key STARTS WITH $words THEN 0 ELSE 1 END, size(n.key), key, id
LIMIT $limit
