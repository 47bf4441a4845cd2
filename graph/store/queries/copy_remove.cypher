MATCH (m:Meta {key: 'copy'}) DELETE m
