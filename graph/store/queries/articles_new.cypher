// Where it is known that none of them is there.
UNWIND $rows AS row
CREATE (:Article
  {id: row[0], content_hash: row[1], title: row[2], url: row[3], published: row[4], published_on: date(row[5]),
   language: row[6], path: row[7], text: row[8], file_hash: row[9], extractor: row[10],
   loaded_at: datetime(row[11])})
