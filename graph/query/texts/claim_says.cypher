// More of what a claim must have, only asked where something is.
// A time matches when one assertion of the modality sought says a time that overlaps it;
// an assertion without a time of its own counts as of its article's publication. That may
// be a month or a year ("2024-11"), so that bounds are compared as far as it goes.
  AND ($categories IS NULL
       OR EXISTS { MATCH (c)-[:OBJECT]->(i:Item) WHERE coalesce(i.category, '-') IN $categories }
       OR ('-' IN $categories AND NOT EXISTS { MATCH (c)-[:OBJECT]->(:Item) }))
  AND ($all_assertions OR EXISTS {
    MATCH (c)<-[:ABOUT]-(a:Assertion)<-[:STATES]-(t:Article)
    WHERE ($modalities IS NULL OR a.modality IN $modalities)
      AND ($grades IS NULL
           OR EXISTS { MATCH (t)-[:PUBLISHED_BY]->(p:Publisher) WHERE coalesce(p.reliability, '-') IN $grades }
           OR ('-' IN $grades AND NOT EXISTS { MATCH (t)-[:PUBLISHED_BY]->(:Publisher) }))
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
