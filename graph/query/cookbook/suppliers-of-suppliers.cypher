// Who supplies those who supply an actor.
// $recipient (entity): who receives in the end
MATCH (source:Actor)-[first:SUPPLIES]->(supplier:Actor)-[second:SUPPLIES]->(:Actor {id: $recipient})
WHERE first.reported > 0 AND second.reported > 0 AND source.id <> $recipient
OPTIONAL MATCH (i:Item {id: first.item})
WITH DISTINCT source.name AS source, supplier.name AS supplier, i.name AS item
ORDER BY item
RETURN source, supplier, collect(item) AS items
ORDER BY source, supplier
