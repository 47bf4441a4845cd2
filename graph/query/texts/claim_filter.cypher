// The second part of every question about claims: c is bound by the first, a third says what is returned.
// A time matches when one assertion of the modality sought says a time that overlaps it;
// an assertion without a time of its own counts as of its article's publication. That may
// be a month or a year ("2024-11"), so that bounds are compared as far as it goes.
WITH DISTINCT c
WHERE ($relations IS NULL OR c.relation IN $relations)
  AND c.origins >= $min_origins
  AND ($all_assertions OR EXISTS {
    MATCH (c)<-[:ABOUT]-(a:Assertion)<-[:STATES]-(t:Article)
    WHERE ($modality IS NULL OR a.modality = $modality)
      AND ($since IS NULL
           OR a.when_end >= date($since)
           OR (a.when_end IS NULL AND a.when_start IS NOT NULL)
           OR (a.when_end IS NULL AND a.when_start IS NULL
               AND t.published >= substring($since, 0, size(t.published))))
      AND ($until IS NULL
           OR a.when_start <= date($until)
           OR (a.when_start IS NULL AND a.when_end IS NOT NULL)
           OR (a.when_start IS NULL AND a.when_end IS NULL
               AND t.published <= substring($until, 0, size(t.published))))
  })
OPTIONAL MATCH (c)-[:SUBJECT]->(s:Actor|Item|Place)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Actor|Item|Place)
OPTIONAL MATCH (c)-[:RECIPIENT]->(r:Actor|Item|Place)
OPTIONAL MATCH (c)-[:LOCATION]->(l:Actor|Item|Place)
WITH c, s, o, r, l
WHERE ($subject IS NULL OR s.id = $subject)
  AND ($recipient IS NULL OR r.id = $recipient)
