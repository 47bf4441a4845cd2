// BY KEYS ALONE
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
MATCH (p:Publisher {id: row.publisher})
CREATE (a)-[:PUBLISHED_BY]->(p)
RETURN count(*) AS number
