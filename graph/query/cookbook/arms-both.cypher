// Who supplies two actors, such as both sides of a war.
// $first (entity): one of them
// $second (entity): the other
MATCH (:Actor {id: $first})<-[a:SUPPLIES]-(supplier:Actor)-[b:SUPPLIES]->(:Actor {id: $second})
RETURN supplier.name AS supplier, count(DISTINCT a) AS claims_first, sum(a.reported) > 0 AS reported_first,
       count(DISTINCT b) AS claims_second, sum(b.reported) > 0 AS reported_second
ORDER BY supplier
