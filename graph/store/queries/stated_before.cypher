// What the store has from these articles, before their assertions are written again.
UNWIND $articles AS id
MATCH (:Article {id: id})-[:STATES]->(s:Assertion)-[:ABOUT]->(c:Claim)
RETURN id AS article, s.id AS assertion, c.id AS claim
