"""A query's clauses: where each WITH and RETURN begins, what it projects, what follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.store.dialect.tokens import Token, brackets, tokens, word_set

_CLAUSES = word_set(
    "MATCH OPTIONAL WITH RETURN UNWIND CALL CREATE MERGE SET DELETE DETACH NODETACH REMOVE FOREACH UNION"
    " LOAD USE FINISH INSERT FILTER LET"
)
_PARTS = word_set("WHERE ORDER SKIP OFFSET LIMIT")
_SUBQUERIES = word_set("COUNT EXISTS COLLECT CALL")
_AFTER_PATTERNS = word_set("MATCH OPTIONAL WITH RETURN UNWIND CALL UNION WHERE")
# What a clause never follows: behind these a word is a name ("AS limit", "n.set", "WITH a, match").
_BEFORE_NAMES = word_set(". : :: , = + - / % ^ < > <= >= <> =~ | || += ( [")
_BEFORE_NAMES_WORDS = word_set(
    "AS AND OR XOR NOT IN BY DISTINCT CONTAINS STARTS ENDS WHERE WITH RETURN WHEN THEN ELSE CASE"
)


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens from `first` up to, and without, `last`."""

    first: int
    last: int

    def __bool__(self) -> bool:
        return self.first < self.last


@dataclass(frozen=True, slots=True)
class Item:
    """One column of a WITH or RETURN: what it is, and the name behind AS."""

    expression: Span
    alias: str | None


@dataclass(frozen=True, slots=True)
class Projection:
    """A WITH or RETURN.

    Attributes:
        whole: from its keyword to the next clause.
        kind: "WITH" or "RETURN".
        distinct: whether DISTINCT stands there.
        items: its columns; a "*" is one of them.
        order: what follows ORDER BY.
        page: SKIP and LIMIT with their numbers.
        where: WHERE and what follows it.
        tail: all of these, from the first of their keywords.
    """

    whole: Span
    kind: str
    distinct: bool
    items: tuple[Item, ...]
    order: Span
    page: Span
    where: Span
    tail: Span


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause from its keyword to the next one; `last_of_query`: none follows it."""

    whole: Span
    kind: str
    last_of_query: bool


class Query:
    """A query's text with its tokens; brackets that do not pair make it unreadable.

    Example:
        query = Query.read("MATCH (a) RETURN a.name AS name ORDER BY name")
    """

    def __init__(self, text: str, found: list[Token], partner: dict[int, int]) -> None:
        self.text = text
        self.tokens = found
        self.partner = partner
        self._outer = list(self._enclosing())

    @classmethod
    def read(cls, text: str) -> Query | None:
        """Read a text; None where it cannot be a query, so that the engine may say why."""
        found = list(tokens(text))
        partner = brackets(found)
        return None if partner is None or not found else cls(text, found, partner)

    def source(self, span: Span) -> str:
        """The text of a span as it stands."""
        if not span:
            return ""
        return self.text[self.tokens[span.first].start : self.tokens[span.last - 1].end]

    def text_at(self, position: int) -> str:
        """The token at a position, "" before the first and behind the last."""
        return self.tokens[position].text if 0 <= position < len(self.tokens) else ""

    def is_variable(self, span: Span) -> bool:
        """Whether a span is one name and nothing else."""
        return span.last - span.first == 1 and self.tokens[span.first].is_name

    def top(self, span: Span) -> Iterator[int]:
        """The positions in a span that lie in none of its brackets; those that open one are among them."""
        position = span.first
        while position < span.last:
            yield position
            closing = self.partner.get(position, -1)
            position = max(closing, position) + 1

    def clauses(self) -> Iterator[Clause]:
        """Every clause, also of subqueries, in the order of the text."""
        starts = [position for position in range(len(self.tokens)) if self._begins(position, _CLAUSES)]
        for number, position in enumerate(starts):
            token = self.tokens[position]
            if token.word == "MATCH" and number and self._is_optional(starts[number - 1], position):
                continue
            end = self._end_of_query(position)
            later = (
                start
                for start in starts[number + 1 :]
                if self._outer[start] == self._outer[position]
                and not (token.word == "OPTIONAL" and start == position + 1)
            )
            following = next((start for start in later if start < end), None)
            last = end if following is None else following
            yield Clause(Span(position, last), token.word, following is None)

    def projections(self) -> Iterator[Projection]:
        """Every WITH and RETURN, also of subqueries, in the order of the text."""
        for clause in self.clauses():
            if clause.kind in ("WITH", "RETURN"):
                yield self._projection(clause)

    def where(self, clause: Clause) -> int | None:
        """The position of a clause's WHERE, None where it has none."""
        inside = self.top(clause.whole)
        return next(
            (at for at in inside if self.text_at(at).upper() == "WHERE" and self._begins(at, _PARTS)), None
        )

    def _projection(self, clause: Clause) -> Projection:
        position, last = clause.whole.first, clause.whole.last
        distinct = position + 1 < last and self.tokens[position + 1].word == "DISTINCT"
        begin = position + 1 + distinct
        inside = list(self.top(Span(begin, last)))
        parts = [at for at in inside if self._begins(at, _PARTS)]
        spans: dict[str, Span] = {}
        for at, end in pairwise([*parts, last]):
            word = self.tokens[at].word
            if word == "ORDER":
                spans["order"] = Span(at + 2, end)
            elif word == "WHERE":
                spans["where"] = Span(at, end)
            else:
                spans["page"] = Span(spans["page"].first if "page" in spans else at, end)
        nothing = Span(last, last)
        return Projection(
            clause.whole,
            clause.kind,
            distinct,
            tuple(self._items(Span(begin, parts[0] if parts else last))),
            spans.get("order", nothing),
            spans.get("page", nothing),
            spans.get("where", nothing),
            Span(parts[0] if parts else last, last),
        )

    def _items(self, span: Span) -> Iterator[Item]:
        for part in self.split(span):
            named = part.last - 2
            if named > part.first and self.tokens[named].word == "AS" and self.tokens[named + 1].is_name:
                yield Item(Span(part.first, named), self.tokens[named + 1].text)
            else:
                yield Item(part, None)

    def split(self, span: Span) -> Iterator[Span]:
        """The parts of a span between its commas."""
        begin = span.first
        for position in self.top(span):
            if self.tokens[position].text == ",":
                yield Span(begin, position)
                begin = position + 1
        if begin < span.last:
            yield Span(begin, span.last)

    def replaced(self, span: Span, by: Sequence[tuple[Span, str]]) -> str:
        """The text of a span with parts of it replaced; they stand in order and do not overlap."""
        if not span:
            return ""
        out, at = [], self.tokens[span.first].start
        for part, text in by:
            if span.first <= part.first and part.last <= span.last:
                out += [self.text[at : self.tokens[part.first].start], text]
                at = self.tokens[part.last - 1].end
        return "".join((*out, self.text[at : self.tokens[span.last - 1].end]))

    def with_replaced(self, span: Span, text: str) -> str:
        """The whole query with one span of it replaced."""
        return self.text[: self.tokens[span.first].start] + text + self.text[self.tokens[span.last - 1].end :]

    def enclosing(self, position: int) -> int:
        """The bracket that a token lies in, -1 where it lies in none."""
        return self._outer[position]

    def begins(self, position: int, words: frozenset[str]) -> bool:
        """Whether one of these keywords stands here, as a keyword of a clause."""
        return self._begins(position, words)

    def begins_clause(self, position: int) -> bool:
        """Whether a clause, or a part of one, begins here."""
        return self._begins(position, _CLAUSES | _PARTS)

    def is_subquery(self, brace: int) -> bool:
        """Whether this "{" opens a query of its own, and no map."""
        if self.tokens[brace].text != "{" or brace == 0:
            return False
        before = brace - 1
        if self.tokens[before].text == ")":
            opening = self.partner[before]
            return opening > 0 and self.tokens[opening - 1].word == "CALL"
        return self.tokens[before].word in _SUBQUERIES and self.tokens[before - 1].text != "."

    def _enclosing(self) -> Iterator[int]:
        """For each token the bracket it lies in, -1 where it lies in none."""
        stack = [-1]
        for position in range(len(self.tokens)):
            closing = self.partner.get(position)
            if closing is not None and closing < position:
                stack.pop()
            yield stack[-1]
            if closing is not None and closing > position:
                stack.append(position)

    def _begins(self, position: int, words: frozenset[str]) -> bool:
        """Whether a clause, or a part of one, begins here."""
        token, outer = self.tokens[position], self._outer[position]
        if token.word not in words or not (outer < 0 or self.is_subquery(outer)):
            return False
        if position in (0, outer + 1):
            return True
        before = self.tokens[position - 1]
        if before.word in ("TIME", "TIMESTAMP") and self._is_type(position):
            return False
        if before.text in ("+", "*") and self.text_at(position - 2) == ")" and token.word in _AFTER_PATTERNS:
            return True  # "((a)-->(b))+ RETURN"
        if self.text_at(position - 2).upper() == "AS":
            return before.is_name  # "AS where RETURN"
        if before.text == "*":  # "WITH * MATCH", but not "2 * limit"
            return self.tokens[position - 2].word in ("WITH", "RETURN", "DISTINCT") or (
                self.tokens[position - 2].text == ","
            )
        if before.word == "AS":  # "x IN as RETURN"
            return not self._ends_expression(position - 2)
        return self._ends_expression(position - 1)

    def _ends_expression(self, position: int) -> bool:
        """Whether a keyword may follow what stands here."""
        token = self.tokens[position]
        return token.text not in _BEFORE_NAMES and token.word not in _BEFORE_NAMES_WORDS

    def _is_type(self, position: int) -> bool:
        """Whether a WITH is that of `IS :: TIMESTAMP WITH TIME ZONE`."""
        following = self.text_at(position + 1).upper(), self.text_at(position + 2).upper()
        return following == ("TIME", "ZONE") or following[0] == "TIMEZONE"

    def _is_optional(self, before: int, position: int) -> bool:
        return before == position - 1 and self.tokens[before].word == "OPTIONAL"

    def _end_of_query(self, position: int) -> int:
        """Where the query ends that a clause belongs to: its brace, a semicolon, the end of the text."""
        outer = self._outer[position]
        end = self.partner[outer] if outer >= 0 else len(self.tokens)
        stop = (at for at in self.top(Span(position, end)) if self.tokens[at].text == ";")
        return next(stop, end)
