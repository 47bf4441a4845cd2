// What was asked for, and nobody is reported to have supplied to those who asked, or to their country.
MATCH (who:Actor)<-[:SUBJECT]-(c:Claim {relation: 'requests'})-[:OBJECT]->(i:Item)
WITH who, c, i, [note IN who.extra WHERE note STARTS WITH 'side=' | substring(note, 5)] + who.id AS askers
WHERE NOT EXISTS {
  MATCH (taker:Actor)<-[:RECIPIENT]-(d:Claim {relation: 'supplies'})-[:OBJECT]->(:Item)-[:KIND_OF*0..8]->(i)
  WHERE taker.id IN askers AND d.reported > 0
}
OPTIONAL MATCH (c)-[:RECIPIENT]->(asked:Actor)
RETURN who.name AS who, i.name AS item, asked.name AS asked, c.first_reported AS since
ORDER BY since, who, item
