// Claims in which the entity stands in one role, named by its relationship type.
MATCH (e:Actor|Item|Place {id: $entity})<-[r:SUBJECT|OBJECT|RECIPIENT|LOCATION]-(c:Claim)
WHERE $label IN labels(e) AND type(r) = $role
