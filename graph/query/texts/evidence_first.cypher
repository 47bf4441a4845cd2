// Of the assertions those that were published first.
ORDER BY published, article, start_offset, assertion
LIMIT $limit
