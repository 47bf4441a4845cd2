"""Clauses: the groups of tokens that share one verb complex.

A sentence is cut at punctuation and conjunctions; a piece without a verb belongs to its
neighbour (a list, a fronted phrase), and a German piece that only ends a verb bracket
("..., an Russland geliefert") to the clause whose auxiliary still waits for its verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.extract.tokens import Token
from seeds.catalogue import lexicon

_VERBAL = ("verb", "aux", "modal")
_COMPARING = ("wie", "als")  # "Länder, wie Polen und Ungarn, ..." waits for no verb
_CUTS = frozenset(",;:()–—-")


@dataclass(frozen=True, slots=True)
class Clause:
    """Token indices of a clause, in order.

    `relative` is the index of the relative pronoun that opens it, -1 otherwise;
    `subordinate` tells whether a conjunction, a relative or an infinitive makes it so;
    `parent` is the position of the clause before it, -1 for the first; `borrowed` are
    indices of the auxiliaries that an elliptic German clause shares with the one before:
    "hat X geholfen und Y Raketen geschickt".
    """

    indices: tuple[int, ...]
    relative: int = -1
    subordinate: bool = False
    opener: str = ""
    parent: int = -1
    borrowed: tuple[int, ...] = ()


@dataclass(slots=True)
class _Piece:
    indices: list[int]
    finite: bool
    nonfinite: bool
    waits: bool
    opener: str
    relative: int
    cut: str


def split(tokens: Sequence[Token], language: str) -> tuple[Clause, ...]:
    """The clauses of a sentence in the order of their first token."""
    pieces = [_piece(tokens, indices, cut, language) for indices, cut in _cut(tokens, language)]
    groups: list[list[_Piece]] = []
    for piece in pieces:
        target = _owner(piece, groups, language)
        if target is None:
            groups.append([piece])
        else:
            target.append(piece)
    label = len(groups) > 1 and groups[1][0].cut == ":"  # "USA: China verkauft ..."
    if len(groups) > 1 and not label and _verbless(groups[0]):
        groups = [groups[0] + groups[1], *groups[2:]]  # a fronted phrase: "Laut Kyjiw, ..."
    clauses = [_clause(group, n) for n, group in enumerate(groups)]
    if language == "de":
        clauses = [_borrow(c, group, clauses, tokens) for c, group in zip(clauses, groups, strict=True)]
    return tuple(clauses)


def _borrow(clause: Clause, group: list[_Piece], clauses: list[Clause], tokens: Sequence[Token]) -> Clause:
    """Give an elliptic clause the auxiliaries of the clause that it goes on."""
    lead = group[0]
    if clause.parent < 0 or clause.opener or lead.finite or not any(p.nonfinite for p in group):
        return clause
    auxiliaries = tuple(i for i in clauses[clause.parent].indices if tokens[i].pos in ("aux", "modal"))
    return replace(clause, borrowed=auxiliaries)


def _clause(group: list[_Piece], n: int) -> Clause:
    indices = tuple(sorted(i for piece in group for i in piece.indices))
    lead = next((p for p in group if p.finite or p.nonfinite), group[0])
    return Clause(indices, lead.relative, bool(lead.opener), lead.opener, n - 1)


def _cut(tokens: Sequence[Token], language: str) -> list[tuple[list[int], str]]:
    pieces: list[tuple[list[int], str]] = [([], "")]
    for i, token in enumerate(tokens):
        if token.pos == "punct" and token.text in _CUTS:
            pieces.append(([], token.text))
        elif token.pos == "coord":
            pieces.append(([], token.low))
        elif language == "en" and _opens_english(tokens, i):
            pieces.append(([i], "sub"))
        elif language == "en" and i and _speech(tokens, i - 1) and token.pos not in ("adp", "to", "particle"):
            pieces.append(([i], "said"))  # "said it had delivered"
        else:
            pieces[-1][0].append(i)
    return [(indices, cut) for indices, cut in pieces if indices]


def _opens_english(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    if token.pos == "rel" or token.low in ("that", "which", "who"):
        return any(t.pos in _VERBAL for t in tokens[i + 1 :]) and token.pos in ("rel", "subord")
    return token.pos == "subord" and any(t.pos in _VERBAL for t in tokens[i + 1 : i + 12]) and i > 0


def _with_zu(token: Token) -> bool:
    """Whether a verb holds the "zu" of its infinitive: "weiterzugeben"."""
    return token.form == "inf" and token.low != token.lemma and token.low.replace("zu", "", 1) == token.lemma


def _speech(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    return (
        token.pos == "verb" and token.form != "ger" and token.lemma in lexicon("en", "attribution")["verbs"]
    )


def _piece(tokens: Sequence[Token], indices: list[int], cut: str, language: str) -> _Piece:
    verbs = [token for token in map(tokens.__getitem__, indices) if token.pos in _VERBAL]
    finite = any(t.form in ("fin", "") or (t.pos == "modal" and language == "en") for t in verbs)
    parts = any(t.form in ("part", "inf", "ger") for t in verbs)
    auxiliary = any(t.pos != "verb" and t.form in ("fin", "") for t in verbs)
    opener, relative = "", -1
    for position, i in enumerate(indices[:3]):
        token = tokens[i]
        if token.pos == "rel" and (cut in (",", "sub") or position == 0) and (cut or i > 0):
            opener, relative = "relative", i
            break
        if token.low == "that" and i and tokens[i - 1].pos in ("noun", "name"):
            if not any(_speech(tokens, k) for k in range(i)):  # "told the paper that" begins what was told
                opener, relative = "relative", i
                break
        if token.pos == "subord":
            opener = token.low
            break
    if language == "de" and cut == "," and not finite and (not opener or relative >= 0):
        if any(tokens[i].pos == "to" or _with_zu(tokens[i]) for i in indices):
            opener, relative = "zu", -1  # "kündigte an, der Ukraine Panzer zu liefern"
    content = any(t.pos == "verb" for t in verbs)
    return _Piece(indices, finite, parts, auxiliary and not content, opener, relative, cut)


def _verbless(group: Sequence[_Piece]) -> bool:
    """Whether no piece of a group has a verb yet."""
    return not any(piece.finite or piece.nonfinite for piece in group)


def _owner(piece: _Piece, groups: list[list[_Piece]], language: str) -> list[_Piece] | None:
    """The clause that a piece belongs to; None if it is one of its own."""
    if not groups:
        return None
    last = groups[-1]
    if piece.cut == ":":
        return None
    if _verbless([piece]):
        waits = language == "de" and piece.opener not in ("", "zu", *_COMPARING)
        return None if waits else last  # "dass X Panzer und Y Raketen liefert": its verb is still to come
    if language == "de" and not piece.finite and not piece.opener:
        waiting = next((g for g in reversed(groups) if g[0].waits or any(p.waits for p in g)), None)
        if waiting is not None and not any(p.nonfinite and not p.waits for p in waiting):
            return waiting
    if language == "de" and piece.finite and not piece.opener and last[0].opener == "relative":
        head = next((g for g in reversed(groups[:-1]) if _verbless(g)), None)
        if head is not None and not head[0].opener:
            return head  # "Die Raketen, die der Iran baut, kommen aus ..."
    if _verbless(last) and not piece.opener and (piece.finite or (language == "de" and last[0].opener)):
        return last
    return None
