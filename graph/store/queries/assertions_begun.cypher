// BY KEYS ALONE
// As in assertions, before their claims are known.
UNWIND $rows AS row
MATCH (a:Article {id: row[0]})
CREATE (a)-[:STATES]->(:Assertion
  {id: row[2], relation: row[3], modality: row[4], quantity: row[5], quantity_max: row[6],
   quantity_qualifier: row[7], unit: row[8], when: row[9], when_start: date(row[10]), when_end: date(row[11]),
   quote: row[12], start: row[13], end: row[14], confidence: row[15], extractor: row[16]})
RETURN count(*) AS number
