LIMIT $limit
