// What a speaker is quoted with.
// $speaker (entity): a person, an organisation or a state
MATCH (:Actor {id: $speaker})<-[:ATTRIBUTED_TO]-(a:Assertion)<-[:STATES]-(t:Article)
RETURN t.published AS published, a.relation AS relation, a.modality AS modality, a.quote AS quote
ORDER BY published, a.start, relation
