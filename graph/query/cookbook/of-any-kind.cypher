// Who supplies an item, of whatever kind, to whom.
// $item (entity): a weapon or a category, such as drones
MATCH (:Item {id: $item})<-[:KIND_OF*0..8]-(i:Item)<-[:OBJECT]-(c:Claim {relation: 'supplies'})
MATCH (supplier:Actor)<-[:SUBJECT]-(c)-[:RECIPIENT]->(recipient:Actor)
RETURN DISTINCT supplier.name AS supplier, i.name AS item, recipient.name AS recipient,
       c.reported AS reported, c.planned AS planned, c.denied AS denied
ORDER BY supplier, item, recipient
