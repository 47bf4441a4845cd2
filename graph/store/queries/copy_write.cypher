MERGE (m:Meta {key: 'copy'}) SET m.source = $source
