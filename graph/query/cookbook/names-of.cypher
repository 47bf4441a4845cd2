// Every name under which an entity is found.
// $entity (entity): an actor, an item or a place
MATCH (n:Alias)-[r:ALIAS_OF]->(:Actor|Item|Place {id: $entity})
RETURN r.language AS language, r.text AS name
ORDER BY language, name
