UNWIND $rows AS row
MATCH (s:Assertion {id: row.id})
SET s += row.properties,
    s.when_start = date(row.properties.when_start), s.when_end = date(row.properties.when_end)
