// BY KEYS ALONE
// Names of entities that this transaction has made: nobody else can have given them any. Gives those that
// come before the spelling that stands for all.
UNWIND $rows AS row
MATCH (n:Entity {id: row.entity})
MERGE (k:Alias {key: row.key})
ON CREATE SET k.text = row.text, k.language = row.language
CREATE (k)-[:ALIAS_OF {text: row.text, language: row.language}]->(n)
WITH k, row
WHERE row.text < k.text OR (row.text = k.text AND row.language < k.language)
RETURN row AS row
