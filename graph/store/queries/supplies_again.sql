FOREACH ($row IN :rows) { UPDATE SUPPLIES MERGE $row.properties WHERE claim = $row.claim; }
