MATCH (t:Article)
RETURN coalesce(t.language, 'unknown') AS language, count(t) AS number,
       min(t.published) AS first_published, max(t.published) AS last_published
ORDER BY number DESC, language
