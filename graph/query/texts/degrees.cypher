// About how many claims lead to entities, without looking at them.
UNWIND $entities AS id
MATCH (e:Actor|Item|Place {id: id})
RETURN id, COUNT { (e)<-[:SUBJECT|OBJECT|RECIPIENT|LOCATION]-() } AS number
