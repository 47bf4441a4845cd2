// The text of an article, and the assertions that the store has from it.
MATCH (t:Article {id: $article})
OPTIONAL MATCH (t)-[:STATES]->(a:Assertion)
RETURN t.text AS text, a.id AS assertion
