"""From an article to its assertions, by stages that can each be looked at alone."""
