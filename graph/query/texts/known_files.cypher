// Articles that came from these files, each as it is now.
UNWIND $files AS file
MATCH (t:Article {file_hash: file.hash})
WHERE t.path = file.path
OPTIONAL MATCH (t)-[:STATES]->(a:Assertion)
RETURN t.path AS path, t.id AS id, t.title AS title, t.language AS language, t.extractor AS extractor,
       count(a) AS assertions
