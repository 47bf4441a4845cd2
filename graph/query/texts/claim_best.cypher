// Of the claims that pass the best attested alone; of equals, what goes from one to another comes first.
WITH c
ORDER BY c.origins DESC, c.assertions DESC,
         CASE WHEN c.relation IN ['supplies', 'supports'] THEN 0 ELSE 1 END, c.id
LIMIT $limit
