// Components, material and technology that reach an actor, and from whom.
// $recipient (entity): who gets them
// $supplier (entity) = null: only what this actor supplies
MATCH (supplier:Actor)<-[:SUBJECT]-(c:Claim {relation: 'supplies'})-[:RECIPIENT]->(:Actor {id: $recipient})
MATCH (c)-[:OBJECT]->(i:Item)
WHERE ($supplier IS NULL OR supplier.id = $supplier)
  AND EXISTS { MATCH (i)-[:KIND_OF*0..8]->(kind:Item) WHERE kind.kind IN ['component', 'technology'] }
RETURN supplier.name AS supplier, i.name AS item, c.reported AS reported, c.origins AS origins, c.id AS claim
ORDER BY supplier, item
