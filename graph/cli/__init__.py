"""The `armsgraph` command line: parse, call, print."""
