// BY KEYS ALONE
// Gives those that were there. Setting loaded_at locks the article: what is read after it, no other writer
// changes until we are done.
UNWIND $rows AS row
MERGE (a:Article {id: row[0]})
SET a.loaded_at = datetime(row[11])
WITH a, row, a.content_hash AS content_hash, a.published AS published
SET a += {content_hash: row[1], title: row[2], url: row[3], published: row[4], language: row[6], path: row[7],
          text: row[8], file_hash: row[9], extractor: row[10]},
    a.published_on = date(row[5])
WITH row, content_hash, published
WHERE content_hash IS NOT NULL
RETURN row[0] AS id, published
