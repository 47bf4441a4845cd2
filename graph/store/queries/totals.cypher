// BY KEYS ALONE
UNWIND $rows AS row
MATCH (c:Claim {id: row[0]})
SET c +=
  {origins: row[1], assertions: row[2], reported: row[3], planned: row[4], suspected: row[5], requested: row[6],
   denied: row[7], first_reported: row[8], last_reported: row[9], origin_ids: row[10]}
