// BY KEYS ALONE
// The shortcut from supplier to recipient, for quick traversal: one for each claim.
UNWIND $rows AS row
MATCH (supplier:Actor {id: row[1]})
MATCH (recipient:Actor {id: row[2]})
CREATE (supplier)-[:SUPPLIES
  {claim: row[0], item: row[3], modality: row[4], origins: row[5], assertions: row[6], reported: row[7],
   planned: row[8], suspected: row[9], requested: row[10], denied: row[11], first_reported: row[12],
   last_reported: row[13]}]->(recipient)
RETURN count(*) AS number
