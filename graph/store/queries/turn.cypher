// Writers take turns: who comes second waits here, not half-way through with what the other one waits for.
MATCH (m:Meta {key: $key})
SET m.schema = m.schema
