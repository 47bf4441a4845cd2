"""Cypher as tokens: enough of the language to find clauses, and nothing of what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
      (?P<gap>       \s+ | //[^\n]* | /\*.*?\*/ )
    | (?P<string>    '(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*" )
    | (?P<quoted>    `(?:[^`]|``)*` )
    | (?P<parameter> \$(?:\w+|`(?:[^`]|``)*`) )
    | (?P<range>     \.\. )
    | (?P<number>    0[xX][0-9a-fA-F_]+ | 0o[0-7_]+
                   | (?:\d[\d_]*(?:\.\d[\d_]*)? | \.\d[\d_]*)(?:[eE][+-]?\d+)? )
    | (?P<name>      [^\W\d]\w* )
    | (?P<sign>      :: | <= | >= | <> | =~ | \+= | \|\| | . )
    """,
    re.VERBOSE | re.DOTALL,
)
_PAIRS = {"(": ")", "[": "]", "{": "}"}


def word_set(text: str) -> frozenset[str]:
    """The words of a text.

    >>> sorted(word_set("MATCH RETURN"))
    ['MATCH', 'RETURN']
    """
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign of a query; `kind` is the group of the expression above that it matched."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def word(self) -> str:
        """The keyword that it may be, "" where it is no bare name."""
        return self.text.upper() if self.kind == "name" else ""

    @property
    def is_name(self) -> bool:
        """Whether it can name a variable or a property."""
        return self.kind in ("name", "quoted")


def tokens(query: str) -> Iterator[Token]:
    """The tokens of a query, spaces and comments left out.

    >>> [token.text for token in tokens("RETURN 'a b' AS x // end")]
    ['RETURN', "'a b'", 'AS', 'x']
    """
    for match in _TOKEN.finditer(query):
        if match.lastgroup != "gap":
            yield Token(match.lastgroup or "", match.group(), match.start(), match.end())


def parameters(query: str) -> tuple[str, ...]:
    """The names of a query's parameters, each once, in the order in which it uses them.

    >>> parameters("MATCH (a {id: $id}) WHERE a.name = $`the name` OR a.id = $id RETURN '$no'")
    ('id', 'the name')
    """
    found = (token.text[1:] for token in tokens(query) if token.kind == "parameter")
    return tuple(dict.fromkeys(name.strip("`").replace("``", "`") for name in found))


def brackets(found: list[Token]) -> dict[int, int] | None:
    """The position of each bracket's partner, both ways; None where they do not pair."""
    partner: dict[int, int] = {}
    stack: list[int] = []
    for position, token in enumerate(found):
        if token.kind != "sign":
            continue
        if token.text in _PAIRS:
            stack.append(position)
        elif token.text in _PAIRS.values():
            if not stack or _PAIRS[found[stack[-1]].text] != token.text:
                return None
            partner[position] = stack.pop()
            partner[partner[position]] = position
    return None if stack else partner
