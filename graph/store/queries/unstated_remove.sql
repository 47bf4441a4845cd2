DELETE FROM Assertion WHERE in('STATES').size() = 0
