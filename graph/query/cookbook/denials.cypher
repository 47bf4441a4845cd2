// What is denied, by whom, and in which words.
// $since = "": only articles published on or after this date
MATCH (c:Claim)<-[:ABOUT]-(a:Assertion {modality: 'denied'})<-[:STATES]-(t:Article)
WHERE t.published >= $since
OPTIONAL MATCH (a)-[:ATTRIBUTED_TO]->(w:Actor)
RETURN t.published AS published, w.name AS speaker, a.quote AS quote, c.id AS claim
ORDER BY published, speaker, claim
