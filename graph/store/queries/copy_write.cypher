MERGE (m:Meta {key: $mark}) SET m.source = $source
