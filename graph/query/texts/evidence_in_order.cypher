// The assertions that were published first come first.
ORDER BY published, article, start_offset, end_offset, assertion
