MATCH (n:Alias)-[r:ALIAS_OF]->(e:Actor|Item|Place {id: $entity})
WHERE $label IN labels(e)
RETURN coalesce(r.text, n.text) AS text
ORDER BY text
