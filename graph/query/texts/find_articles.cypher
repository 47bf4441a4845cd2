// Articles by id, by the file or by the address that they came from.
MATCH (t:Article)
WHERE t.id = $named OR t.path = $named OR t.url = $named
OPTIONAL MATCH (t)-[:STATES]->(a:Assertion)
RETURN t.id AS id, coalesce(t.path, t.url, t.title, t.id) AS source, t.title AS title, count(a) AS assertions
ORDER BY id
