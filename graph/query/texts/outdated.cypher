// Articles in which another extractor, or another version of it, has looked for assertions, a page at a time.
MATCH (t:Article)
WHERE t.id > $after AND t.language IN $languages AND (t.extractor IS NULL OR t.extractor <> $extractor)
WITH t ORDER BY t.id LIMIT $page
OPTIONAL MATCH (t)-[:PUBLISHED_BY]->(p:Publisher)
RETURN t.id AS id, t.content_hash AS content_hash, t.title AS title, t.url AS url, p.name AS publisher,
       t.published AS published, t.language AS language, t.path AS path, t.file_hash AS file_hash, t.text AS text
ORDER BY id
