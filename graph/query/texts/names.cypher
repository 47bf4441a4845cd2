// Every name of every entity.
MATCH (n:Alias)-[r:ALIAS_OF]->(e:Actor|Item|Place)
RETURN coalesce(r.text, n.text) AS text, e.name AS name
ORDER BY text, name
