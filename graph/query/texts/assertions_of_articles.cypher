UNWIND $articles AS id
MATCH (t:Article {id: id})-[:STATES]->(a:Assertion)-[:ABOUT]->(c:Claim)
OPTIONAL MATCH (a)-[:ATTRIBUTED_TO]->(w:Actor)
OPTIONAL MATCH (c)-[:SUBJECT]->(s:Actor|Item|Place)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Actor|Item|Place)
OPTIONAL MATCH (c)-[:RECIPIENT]->(r:Actor|Item|Place)
OPTIONAL MATCH (c)-[:LOCATION]->(l:Actor|Item|Place)
RETURN t.id AS article, t.path AS path, a.id AS assertion, a.relation AS relation, a.modality AS modality,
       s.id AS subject_id, s.name AS subject_name, s.kind AS subject_kind,
       o.id AS object_id, o.name AS object_name, o.kind AS object_kind,
       r.id AS recipient_id, r.name AS recipient_name, r.kind AS recipient_kind,
       l.id AS place_id, l.name AS place_name, l.kind AS place_kind,
       w.id AS speaker_id, w.name AS speaker_name, w.kind AS speaker_kind,
       a.quantity AS quantity, a.quantity_max AS quantity_max,
       a.quantity_qualifier AS quantity_qualifier, a.unit AS unit, a.`when` AS stated_time,
       a.quote AS quote, a.`start` AS start_offset, a.`end` AS end_offset,
       a.confidence AS confidence, a.extractor AS extractor
ORDER BY article, start_offset, end_offset, assertion
