UNWIND $articles AS id
MATCH (:Article {id: id})-[r:PUBLISHED_BY]->(:Publisher)
DELETE r
