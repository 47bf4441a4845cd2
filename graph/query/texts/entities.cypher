// Entities with what they are a kind or a part of, a page at a time.
MATCH (e:Actor|Item|Place)
WHERE $entities IS NULL OR e.id IN $entities
OPTIONAL MATCH (e)-[:KIND_OF|PART_OF]->(parent:Actor|Item)
RETURN e.id AS id, e.name AS name, e.kind AS kind, e.category AS category, e.calibre_mm AS calibre_mm,
       e.generic AS generic, e.lat AS lat, e.lon AS lon, e.provisional AS provisional, parent.id AS parent
ORDER BY id, kind, parent
