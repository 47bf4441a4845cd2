// Articles by their ids, a page at a time.
MATCH (t:Article)
WHERE t.id > $after
WITH t ORDER BY t.id LIMIT $page
OPTIONAL MATCH (t)-[:PUBLISHED_BY]->(p:Publisher)
RETURN t.id AS id, t.content_hash AS content_hash, t.title AS title, t.url AS url, p.name AS publisher,
       t.published AS published, t.language AS language, t.path AS path
ORDER BY id
