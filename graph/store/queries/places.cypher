// BY KEYS ALONE
// A stub only makes what is missing; a provisional entity never replaces one that is not. Of two provisional
// ones the first in the alphabet stands, in whatever order they come.
UNWIND $rows AS row
MERGE (n:Place {id: row.id})
WITH n, row, n.kind IS NULL AS made
WHERE made OR (NOT row.stub AND (NOT row.provisional OR (n.provisional AND
  (row.properties.name < n.name OR (row.properties.name = n.name AND row.properties.kind < n.kind)))))
SET n += row.properties
WITH row, made
WHERE made
RETURN row.id AS id
