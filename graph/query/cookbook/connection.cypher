// The shortest connection of two actors through supplies, whichever way they go.
// $from (entity): one end
// $to (entity): the other end
MATCH p = shortestPath((:Actor {id: $from})-[:SUPPLIES*..6]-(:Actor {id: $to}))
UNWIND range(0, length(p) - 1) AS step
WITH step, startNode(relationships(p)[step]) AS supplier, endNode(relationships(p)[step]) AS recipient
RETURN step + 1 AS step, supplier.name AS supplier, recipient.name AS recipient
ORDER BY step
