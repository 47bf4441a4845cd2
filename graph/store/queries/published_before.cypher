UNWIND $articles AS id
MATCH (:Article {id: id})-[:PUBLISHED_BY]->(p:Publisher)
RETURN id AS article, p.id AS publisher
