MATCH (m:Meta {key: $mark}) DELETE m
