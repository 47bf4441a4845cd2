// Entities by their id or by a name of theirs.
MATCH (e:Actor|Item|Place {id: $id})
RETURN e.id AS id, e.name AS name, e.kind AS kind, true AS by_id
UNION
MATCH (:Alias {key: $key})-[:ALIAS_OF]->(e:Actor|Item|Place)
RETURN e.id AS id, e.name AS name, e.kind AS kind, false AS by_id
