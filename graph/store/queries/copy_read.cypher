MATCH (m:Meta {key: 'copy'}) RETURN m.source AS source
