// Claims about the item or about any kind of it.
MATCH (:Item {id: $item})<-[:KIND_OF*0..8]-(i:Item)<-[:OBJECT]-(c:Claim)
WITH DISTINCT c
