"""Names to entities, and assertions to the totals of claims."""
