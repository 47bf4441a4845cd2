MATCH (m:Meta {key: $mark}) RETURN m.source AS source
