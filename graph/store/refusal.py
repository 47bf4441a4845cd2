"""What a query may not do, told without an engine."""

from __future__ import annotations

import re

from graph.errors import QueryRefused

READ_ONLY = "this query writes, and only reading is allowed here"

# Strings, quoted names and comments: nothing in them is a clause.
_QUOTED = re.compile(
    r"""'(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*" | `(?:[^`]|``)*` | //[^\n]* | /\*.*?\*/""",
    re.VERBOSE | re.DOTALL,
)
_LOAD = re.compile(r"\bLOAD\s+CSV\b", re.IGNORECASE)


def refuse_files(query: str) -> None:
    """Refuse LOAD CSV: it reads the machine's files and the network, not the graph.

    Raises:
        QueryRefused: the query has such a clause.

    >>> refuse_files("RETURN 'LOAD CSV' AS words")
    """
    if _LOAD.search(_QUOTED.sub(" '' ", query)):
        raise QueryRefused("LOAD CSV reads files and addresses, and only reading the graph is allowed here")
