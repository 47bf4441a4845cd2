SELECT @rid AS rid, id, assertions, origin_ids, first_reported, last_reported, reported, planned, suspected,
       requested, denied FROM Claim WHERE id IN :keys
