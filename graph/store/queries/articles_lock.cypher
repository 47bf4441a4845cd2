UNWIND $articles AS id
MATCH (a:Article {id: id})
SET a.id = a.id
RETURN id
