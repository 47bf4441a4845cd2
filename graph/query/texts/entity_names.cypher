MATCH (n:Alias)-[r:ALIAS_OF]->(e:Actor|Item|Place)
WHERE $entities IS NULL OR e.id IN $entities
RETURN e.id AS id, e.kind AS kind, coalesce(r.text, n.text) AS text, coalesce(r.language, n.language) AS language
ORDER BY id, kind, text
