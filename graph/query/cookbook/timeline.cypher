// What was said of an entity, in the order of time.
// $entity (entity): an actor, an item or a place
// $since = "": only articles published on or after this date
MATCH (:Actor|Item|Place {id: $entity})<-[:SUBJECT|OBJECT|RECIPIENT|LOCATION]-(c:Claim)
MATCH (c)<-[:ABOUT]-(a:Assertion)<-[:STATES]-(t:Article)
WHERE t.published >= $since
OPTIONAL MATCH (c)-[:SUBJECT]->(subject:Actor)
OPTIONAL MATCH (c)-[:OBJECT]->(i:Item)
OPTIONAL MATCH (c)-[:RECIPIENT]->(recipient:Actor)
RETURN DISTINCT t.published AS published, a.modality AS modality, subject.name AS subject, a.relation AS relation,
       a.quantity AS quantity, i.name AS item, recipient.name AS recipient
ORDER BY published, subject, relation, item, modality, quantity
