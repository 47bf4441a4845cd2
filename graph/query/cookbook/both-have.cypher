// Kinds of weapons that two actors both have: what they operate, make or receive.
// $first (entity): one of them
// $second (entity): the other
MATCH (:Actor {id: $first})<-[r:SUBJECT|RECIPIENT]-(c:Claim)-[:OBJECT]->(i:Item)-[:KIND_OF*0..8]->(kind:Item)
WHERE c.reported > 0 AND (c.relation IN ['operates', 'produces'] AND type(r) = 'SUBJECT'
                          OR c.relation = 'supplies' AND type(r) = 'RECIPIENT')
WITH DISTINCT kind, i.name AS name ORDER BY name
WITH kind, collect(name) AS of_first
MATCH (:Actor {id: $second})<-[r:SUBJECT|RECIPIENT]-(c:Claim)-[:OBJECT]->(i:Item)-[:KIND_OF*0..8]->(kind)
WHERE c.reported > 0 AND (c.relation IN ['operates', 'produces'] AND type(r) = 'SUBJECT'
                          OR c.relation = 'supplies' AND type(r) = 'RECIPIENT')
WITH DISTINCT kind, of_first, i.name AS name ORDER BY name
WITH kind, of_first, collect(name) AS of_second
WITH collect(kind) AS kinds, collect({kind: kind, of_first: of_first, of_second: of_second}) AS rows
UNWIND rows AS row
WITH row.kind AS kind, row.of_first AS of_first, row.of_second AS of_second, kinds
WHERE NOT EXISTS { MATCH (kind)<-[:KIND_OF*1..8]-(narrower:Item) WHERE narrower IN kinds }
RETURN kind.name AS kind, of_first, of_second
ORDER BY kind
