DELETE FROM Assertion WHERE id IN :keys AND in('STATES').size() = 0
