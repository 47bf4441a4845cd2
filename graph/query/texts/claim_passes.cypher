// The second part of every question about claims: c is bound, once each, by the first; what follows may ask
// for more (claim_says), binds its roles (claim_roles), and says what is returned.
WITH c
WHERE ($relations IS NULL OR c.relation IN $relations)
  AND c.origins >= $min_origins
