// The nearest claim between two, one of them among the entities: it leads from who acts (the item, where nobody is
// named) to each other role. One text says how near, so that the least is the nearest: how far (a digit), what is
// reported before what is not, more origins, more assertions, the claim.
WITH c, coalesce(s.id, o.id, r.id, l.id) AS lead, [[r.id, 1], [o.id, 2], [l.id, 3]] AS ways
UNWIND ways AS way
WITH c, lead, way[0] AS other, way[1] * CASE WHEN c.denied = c.assertions THEN 2 ELSE 1 END AS far
WHERE other <> lead
  AND ((lead IN $entities AND ($others IS NULL OR other IN $others))
       OR (other IN $entities AND ($others IS NULL OR lead IN $others)))
RETURN lead, other,
       min(toString(far) + CASE WHEN c.reported > 0 THEN '0' ELSE '1' END
           + toString(2000000000 - c.origins) + toString(2000000000 - c.assertions) + c.id) AS nearest
