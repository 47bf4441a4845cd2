// BY KEYS ALONE
// New ones: their article is locked, so that nobody else makes them. Lists, since names of properties
// in every row would be half of what goes over the wire.
UNWIND $rows AS row
MATCH (a:Article {id: row[0]})
MATCH (c:Claim {id: row[1]})
CREATE (a)-[:STATES]->(:Assertion
  {id: row[2], relation: row[3], modality: row[4], quantity: row[5], quantity_max: row[6],
   quantity_qualifier: row[7], unit: row[8], when: row[9], when_start: date(row[10]), when_end: date(row[11]),
   quote: row[12], start: row[13], end: row[14], confidence: row[15], extractor: row[16]})-[:ABOUT]->(c)
RETURN count(*) AS number
