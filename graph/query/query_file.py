"""A query in a `.cypher` file, with what its comments say of it and of its parameters.

A file begins with comments, and none of them is needed:

    // What one actor sent another, by month.
    // $supplier (entity): who supplies
    // $since = "": only what was published on or after this date
    MATCH ...

The first line says what the query answers. A line that begins with a parameter of the query says what
that is; "(entity)" lets a user give any name of an entity where the query wants its id, and "= ..." is the
value, in JSON, that it has where none is given.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError
from graph.store.dialect.tokens import parameters

_MOST = 1_000_000  # characters of a file; a query is shorter
_PARAMETER = re.compile(
    r"""
    \$`?(?P<name>\w+)`? \s*
    (?P<entity>\(entity\))? \s*
    (?: = \s* (?P<default> "(?:[^"\\]|\\.)*" | [^:"]+? ) )? \s*
    : \s* (?P<about>.*)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a saved query.

    Attributes:
        name: without the "$".
        about: what it is, "" where the file does not say.
        entity: whether it is an entity, so that a name of it will do.
        default: what it is where it is not given, as JSON; None: it has to be given.
    """

    name: str
    about: str = ""
    entity: bool = False
    default: str | None = None


@dataclass(frozen=True, slots=True)
class QueryFile:
    """A query with a name.

    Attributes:
        name: the file's name without its suffix.
        about: what it answers, "" where the file does not say.
        parameters: in the order in which the file tells of them, then the query uses them.
        text: the query, without the comments before it.
        path: its file.
    """

    name: str
    about: str
    parameters: tuple[Parameter, ...]
    text: str
    path: Path


def read(path: Path) -> QueryFile:
    """The query in a file.

    Raises:
        InputError: it cannot be read, or holds none.
    """
    try:
        with path.open(encoding="utf-8-sig") as file:
            whole = file.read(_MOST + 1)
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error)) from None
    except UnicodeDecodeError:
        raise InputError(str(path), "is no text in UTF-8") from None
    if len(whole) > _MOST:
        raise InputError(str(path), "is too large for a query")
    comments, text = _split(whole)
    if not text:
        raise InputError(str(path), "there is no query in it")
    told = {}
    about = ""
    for comment in comments:
        match = _PARAMETER.fullmatch(comment)
        if match:
            told[match["name"]] = _told(match, path)
        elif not about and not told:
            about = comment
    used = parameters(text)
    unused = [name for name in told if name not in used]
    if unused:
        raise InputError(str(path), f"tells of a parameter ${unused[0]} that the query does not have")
    ordered = (*told.values(), *(Parameter(name) for name in used if name not in told))
    return QueryFile(path.stem, about, ordered, text, path)


def _split(whole: str) -> tuple[list[str], str]:
    """The comments that the text begins with, and the rest."""
    comments: list[str] = []
    lines = whole.splitlines()
    for number, line in enumerate(lines):
        stripped = line.strip()
        if stripped and not stripped.startswith("//"):
            return comments, "\n".join(lines[number:]).strip()
        if stripped:
            comments.append(stripped.removeprefix("//").strip())
    return comments, ""


def _told(match: re.Match[str], path: Path) -> Parameter:
    default = match["default"]
    if default is not None:
        try:
            json.loads(default)
        except ValueError:
            reason = f"the value of ${match['name']} is not JSON: {default}"
            raise InputError(str(path), reason) from None
    return Parameter(match["name"], match["about"].strip(), match["entity"] is not None, default)
