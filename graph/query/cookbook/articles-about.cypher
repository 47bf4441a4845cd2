// Articles that say something of an entity.
// $entity (entity): an actor, an item or a place
MATCH (:Actor|Item|Place {id: $entity})<-[:SUBJECT|OBJECT|RECIPIENT|LOCATION]-(:Claim)<-[:ABOUT]-(a:Assertion)
      <-[:STATES]-(t:Article)
RETURN t.published AS published, t.language AS language, t.title AS title, count(DISTINCT a) AS assertions
ORDER BY published, title
