// What the store has of these articles, to tell new and changed ones from those that are known.
UNWIND $articles AS id
MATCH (t:Article {id: id})
OPTIONAL MATCH (t)-[:STATES]->(a:Assertion)
RETURN t.id AS id, t.content_hash AS content_hash, t.extractor AS extractor, t.file_hash AS file_hash,
       t.path AS path, t.published AS published, count(a) AS assertions
