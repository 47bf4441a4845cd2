// Gives those that were there. Setting loaded_at locks the article: what is read after it, no other writer
// changes until we are done.
UNWIND $rows AS row
MERGE (a:Article {id: row.id})
SET a.loaded_at = datetime(row.properties.loaded_at)
WITH a, row, a.content_hash AS content_hash, a.published AS published
SET a += row.properties,
    a.loaded_at = datetime(row.properties.loaded_at), a.published_on = date(row.properties.published_on)
WITH row, content_hash, published
WHERE content_hash IS NOT NULL
RETURN row.id AS id, published
