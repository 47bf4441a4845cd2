MATCH (n:Article) RETURN 'articles' AS name, count(n) AS number
UNION ALL MATCH (n:Publisher) RETURN 'publishers' AS name, count(n) AS number
UNION ALL MATCH (n:Actor) RETURN 'actors' AS name, count(n) AS number
UNION ALL MATCH (n:Item) RETURN 'items' AS name, count(n) AS number
UNION ALL MATCH (n:Place) RETURN 'places' AS name, count(n) AS number
UNION ALL MATCH (n:Alias) RETURN 'names' AS name, count(n) AS number
UNION ALL MATCH (n:Claim) RETURN 'claims' AS name, count(n) AS number
UNION ALL MATCH (n:Assertion) RETURN 'assertions' AS name, count(n) AS number
