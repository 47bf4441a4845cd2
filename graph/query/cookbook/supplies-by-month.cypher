// What one actor sent another, by month, with the number of independent sources.
// $supplier (entity): who supplies
// $recipient (entity): who receives
MATCH (:Actor {id: $supplier})<-[:SUBJECT]-(c:Claim {relation: 'supplies'})-[:RECIPIENT]->(:Actor {id: $recipient})
MATCH (i:Item)<-[:OBJECT]-(c)<-[:ABOUT]-(a:Assertion {modality: 'reported'})<-[:STATES]-(t:Article)
OPTIONAL MATCH (a)-[:ATTRIBUTED_TO]->(speaker:Actor)
OPTIONAL MATCH (t)-[:PUBLISHED_BY]->(paper:Publisher)
WITH substring(coalesce(toString(a.when_start), t.published), 0, 7) AS month, i.name AS item, a.quantity AS quantity,
     coalesce(speaker.id, paper.id, t.id) AS source
RETURN month, item, min(quantity) AS least, max(quantity) AS most, count(DISTINCT source) AS sources
ORDER BY month, item
