SELECT @rid AS rid, @out AS source, @in AS target FROM KIND
