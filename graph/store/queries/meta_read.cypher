MATCH (m:Meta {key: $key}) RETURN m.schema AS schema
