MATCH (t:Article)
RETURN coalesce(t.extractor, 'nobody') AS extractor, count(t) AS number
ORDER BY number DESC, extractor
