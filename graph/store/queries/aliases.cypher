// One key may be spelt in several ways: the first in the alphabet stands for all, in whatever order they come.
UNWIND $rows AS row
MERGE (k:Alias {key: row.key})
WITH k, row
WHERE k.text IS NULL OR row.text < k.text OR (row.text = k.text AND row.language < k.language)
SET k.text = row.text, k.language = row.language
