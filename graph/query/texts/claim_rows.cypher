RETURN c.id AS claim, c.relation AS relation, c.origins AS origins, c.assertions AS assertions,
       c.reported AS reported, c.planned AS planned, c.suspected AS suspected,
       c.requested AS requested, c.denied AS denied,
       c.first_reported AS first_reported, c.last_reported AS last_reported,
       s.id AS subject_id, s.name AS subject_name, s.kind AS subject_kind,
       o.id AS object_id, o.name AS object_name, o.kind AS object_kind,
       r.id AS recipient_id, r.name AS recipient_name, r.kind AS recipient_kind,
       l.id AS place_id, l.name AS place_name, l.kind AS place_kind
ORDER BY c.origins DESC, c.assertions DESC, coalesce(s.name, ''), coalesce(r.name, ''),
         coalesce(o.name, ''), c.relation, coalesce(l.name, ''), c.id
