// Pairs of actors between whom supplies are both reported and denied.
MATCH (a:Actor)-[s:SUPPLIES]->(b:Actor)
WITH a, b, sum(s.reported) AS reported, sum(s.denied) AS denied
WHERE reported > 0 AND denied > 0
RETURN a.name AS supplier, b.name AS recipient, reported, denied
ORDER BY denied DESC, supplier, recipient
