// Whom an actor's supplies can reach, step by step.
// $supplier (entity): where the chain begins
MATCH p = (:Actor {id: $supplier})-[:SUPPLIES*1..3]->(reached:Actor)
WHERE all(s IN relationships(p) WHERE s.reported > 0) AND reached.id <> $supplier
RETURN reached.name AS reached, min(length(p)) AS steps
ORDER BY steps, reached
