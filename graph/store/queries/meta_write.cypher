MERGE (m:Meta {key: $key}) SET m.schema = $schema
