UNWIND $ids AS id
MATCH (:Entity {id: id})<-[:ALIAS_OF]-(k:Alias)
RETURN DISTINCT k.key AS key
