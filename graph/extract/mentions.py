"""Mentions of actors, items and places in a sentence, over its tokens."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter
from typing import Any

from graph.extract import firms as unlisted
from graph.extract import institutes, legal_forms, media, one_sense
from graph.extract.gazetteer import Form, Gazetteer, Hit, gazetteer
from graph.extract.tokens import Token
from graph.model import ACTOR_KINDS, ITEM_KINDS, EntityRef
from seeds.catalogue import lexicon


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an entity.

    `first` and `last` are token indices (last exclusive); `form` is how the text names
    it; `attribute` is true where the mention only modifies what follows ("russische
    Lieferung", "US-Waffen"); `head` is the role noun or title that a composite mention
    stands on ("Regierung", "minister"), '' otherwise; `medium` tells that it names a
    paper, a broadcaster or an agency, which may speak and plays no other role; `by_verb` that a
    verb tells an item by itself ("bildet ... aus": training).
    """

    entity: EntityRef
    start: int
    end: int
    first: int
    last: int
    form: Form
    attribute: bool = False
    head: str = ""
    medium: bool = False
    by_verb: bool = False

    @property
    def is_item(self) -> bool:
        """Whether the mention names an item."""
        return self.entity.kind in ITEM_KINDS

    @property
    def is_actor(self) -> bool:
        """Whether the mention names an actor that may supply or receive."""
        return self.entity.kind in ACTOR_KINDS and not self.medium

    @property
    def speaks(self) -> bool:
        """Whether the mention names one who may be quoted: an actor or a medium."""
        return self.entity.kind in ACTOR_KINDS


_start, _end = attrgetter("start"), attrgetter("end")
_SEVERAL = 5  # of a thing whose name is a word, so that no animals or athletes are meant
_SHORTEST_HEAD = 6  # letters that the end of a compound must have to be taken for its head
_SHORTEST_HEAD_NOUN = 5  # and if it is an item noun: "mine" ends "Termine", "heli" "Michelin"


@cache
def _context(language: str) -> dict[str, Any]:
    return dict(lexicon(language, "mentions"))


def find(
    text: str, tokens: Sequence[Token], language: str, firms: unlisted.Firms | None = None
) -> tuple[Mention, ...]:
    """All mentions of a sentence, left to right.

    Args:
        text: the article's text.
        tokens: the sentence's tokens.
        language: "de" or "en".
        firms: the companies that the article has brought in so far; new ones are added.
    """
    if not tokens:
        return ()
    names = gazetteer(language)
    place_heads = tuple(_context(language)["place_heads"])
    mentions = []
    for hit in names.hits(text, tokens[0].start, tokens[-1].end):
        if text[hit.end : hit.end + 1] == "$":
            continue  # "US$4 billion"
        mention = _mention(hit, tokens, text, place_heads)
        if hit.entry.entity.id not in names.media:
            mentions.append(mention)
        elif media.meant(text, tokens, hit.start, hit.end, language):
            mentions.append(replace(mention, medium=True))
    mentions = [_with_legal_form(m, tokens, language) for m in mentions if not _compass(m, mentions)]
    if language == "de":
        taken = [(m.start, m.end) for m in mentions]
        mentions += _compounds(tokens, taken, names)
        mentions.sort(key=lambda m: m.start)
    mentions = [
        m
        for m in mentions
        if "context" not in m.form
        or _arms_near(m, mentions, tokens, language)
        or (m.form == "context" and one_sense.is_arms(text, text[m.start : m.end], language))
    ]
    mentions = [replace(m, form="noun") if m.form in ("context-noun", "near-noun") else m for m in mentions]
    mentions = _join_items(mentions, text, names, language)
    mentions = _join_stacks(mentions, tokens, names, language)
    whole = [m for m in mentions if m.head]
    mentions = [
        m for m in mentions if not (m.is_item and any(w.start < m.end and w.end > m.start for w in whole))
    ]
    taken_tokens = [(m.first, m.last) for m in mentions if m.form != "adjective"]
    found = unlisted.find(tokens, taken_tokens, firms or unlisted.Firms(), language)
    found += institutes.find(tokens, [*taken_tokens, *((a, b) for _, a, b in found)], language)
    spans = [(first, last) for _, first, last in found]
    mentions = [m for m in mentions if not any(a <= m.first and m.last <= b for a, b in spans)]
    for ref, first, last in found:
        if not any((a, b) != (first, last) and a <= first and last <= b for a, b in spans):
            start, end = tokens[first].start, tokens[last - 1].end
            mentions.append(Mention(ref, start, end, first, last, "name"))
    by_verb = {m.first: m for m in _by_verbs(tokens, mentions, names)}
    mentions = [m for m in mentions if m.first not in by_verb or not m.is_item]  # "is training pilots"
    mentions += by_verb.values()
    return tuple(sorted(mentions, key=lambda m: (m.start, -m.end)))


def _by_verbs(tokens: Sequence[Token], mentions: Sequence[Mention], names: Gazetteer) -> Iterator[Mention]:
    """The items that verbs tell: "schult Soldaten", "bildet Soldaten aus"."""
    others = any(m.is_item for m in mentions)
    for i, token in enumerate(tokens):
        if token.pos == "verb":
            item = names.verbs.get(token.lemma) or (None if others else names.verbs_alone.get(token.lemma))
            if item is not None:
                yield Mention(item, token.start, token.end, i, i + 1, "noun", by_verb=True)


def _mention(hit: Hit, tokens: Sequence[Token], text: str, place_heads: tuple[str, ...]) -> Mention:
    first, last = token_range(tokens, hit.start, hit.end)
    after = text[hit.end : hit.end + 2]
    glued = len(after) == 2 and after[0] in "-‑" and after[1].isalpha()
    attribute = hit.entry.form == "adjective" or glued
    if glued and tokens[last - 1].lemma.endswith(place_heads):  # "im Ukraine-Krieg": the war's place
        return Mention(hit.entry.entity, hit.start, hit.end, first, last, hit.entry.form, False, "place")
    return Mention(hit.entry.entity, hit.start, hit.end, first, last, hit.entry.form, attribute)


def _with_legal_form(mention: Mention, tokens: Sequence[Token], language: str) -> Mention:
    """Extend a firm's mention over its legal form: "Raytheon Co. said"."""
    if mention.entity.kind != "company" or mention.attribute:
        return mention
    last = legal_forms.past(tokens, mention.last, language)
    return replace(mention, end=tokens[last - 1].end, last=last) if last > mention.last else mention


def _compass(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether the adjective of a group of states only tells a part of a place: "das westliche Polen"."""
    if mention.form != "adjective" or mention.entity.kind != "organisation":
        return False
    return any(m.first == mention.last and m.form == "name" and not m.is_item for m in mentions)


def token_range(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """Indices [first, last) of the tokens that overlap the characters [start, end)."""
    first = bisect_right(tokens, start, key=_end)
    return first, bisect_left(tokens, end, first, key=_start)


def _compounds(tokens: Sequence[Token], taken: list[tuple[int, int]], names: Gazetteer) -> list[Mention]:
    """German compounds whose head is an item noun: "Raketenartilleriegeschütze"."""
    found = []
    for i, token in enumerate(tokens):
        if token.pos not in ("noun", "name") or not token.text[0].isupper():
            continue
        start = token.start + token.text.rfind("-") + 1
        word = token.text[start - token.start :]
        if any(a < token.end and b > start for a, b in taken) or len(word) < 7:
            continue
        ref = head_item(word, names)
        if ref is not None:
            found.append(Mention(ref, token.start, token.end, i, i + 1, "noun"))
    return found


def head_item(word: str, names: Gazetteer) -> EntityRef | None:
    """The generic item that a German compound is a kind of, by its longest known end."""
    low, ends = word.lower(), _noun_ends(names)
    bare = [low, *(low[: -len(e)] for e in ("en", "er", "es", "e", "n", "s") if low.endswith(e))]
    if not names.blocked.isdisjoint(bare):
        return None
    bare = [body for body in bare if body[-_SHORTEST_HEAD_NOUN:] in ends]
    for cut in range(3, len(low) - 3) if bare else ():
        for body in bare:
            stem = body[cut:]
            ref = names.nouns.get(stem) if len(stem) >= _SHORTEST_HEAD_NOUN else None
            if ref is not None and f"*{stem}" not in names.blocked:
                return ref
    return None


@cache
def _noun_ends(names: Gazetteer) -> frozenset[str]:
    """The last letters of item nouns: most words end in none of them."""
    return frozenset(noun[-_SHORTEST_HEAD_NOUN:] for noun in names.nouns)


def _arms_near(mention: Mention, mentions: Sequence[Mention], tokens: Sequence[Token], language: str) -> bool:
    """A name that is also a word counts only beside an item noun or a model number, or counted by a state."""
    near = range(mention.first - 4, mention.last + 4)
    if any(m.is_item and "context" not in m.form and m.first in near for m in mentions):
        return True
    if mention.form == "context" and _counted(mention, mentions, tokens, language):
        return True
    cues = _context(language)["arms_cues"]
    return any(tokens[i].lemma in cues or tokens[i].low in cues for i in near if 0 <= i < len(tokens))


def _counted(mention: Mention, mentions: Sequence[Mention], tokens: Sequence[Token], language: str) -> bool:
    """Whether a state has a number of them: "Romania operates 43 Gepards", but not "30 Grad in Polen"."""
    words = _context(language)
    number = tokens[mention.first - 1].text.replace(".", "").replace(",", "") if mention.first else ""
    if not number.isdigit() or int(number) < _SEVERAL or tokens[mention.first].low in words["measures"]:
        return False
    return any(m.entity.kind == "state" and not m.attribute for m in mentions)


@cache
def _link(language: str) -> re.Pattern[str]:
    """What may stand between a category and its designation: "vom Typ"."""
    return re.compile(
        r"[\s\-‑\"“”„»«']*(?:(?:" + "|".join(_context(language)["type_words"]) + r")[\s\"“”„»«']+)*"
    )


def _join_items(mentions: list[Mention], text: str, names: Gazetteer, language: str) -> list[Mention]:
    """One mention out of category and designation: "Kampfpanzer vom Typ Leopard 2", "Shahed drones"."""
    link = _link(language)
    joined: list[Mention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        if before and before.is_item and mention.is_item and link.fullmatch(text, before.end, mention.start):
            specific = _more_specific(before, mention, names)
            if specific is not None:
                joined[-1] = replace(
                    before,
                    entity=specific.entity,
                    end=mention.end,
                    last=mention.last,
                    form=specific.form,
                    attribute=mention.attribute,
                )
                continue
        joined.append(mention)
    return joined


def _more_specific(left: Mention, right: Mention, names: Gazetteer) -> Mention | None:
    generic = ("noun", "weak")
    if left.form in generic and right.form not in generic:
        return right
    if right.form in generic and left.form not in generic:
        return left
    if left.form in generic and right.form in generic:
        return right if right.form == "noun" else left  # "artillery shells", "Waffen-Systeme": the head
    return None


def _join_stacks(
    mentions: list[Mention], tokens: Sequence[Token], names: Gazetteer, language: str
) -> list[Mention]:
    """Title stacks and role nouns: "Nordkoreas Machthaber Kim Jong-un", "die Regierung in Kiew"."""
    joined: list[Mention] = []
    within = lexicon(language, "attribution")["of_title"]
    for mention in mentions:
        before = joined[-1] if joined else None
        if before and before.is_actor and mention.is_actor and mention.entity.kind == "person":
            between = tokens[before.last : mention.first]
            titled = all(
                t.pos in ("noun", "adj", "name", "det", "punct") and t.text not in ",;:"
                if t.pos != "adp"
                else t.low in within  # "Deutschland hat laut Scholz": no title
                for t in between
            )
            same_side = names.origin.get(mention.entity.id) == before.entity.id
            modifies = before.attribute or same_side or before.head
            if titled and len(between) <= 5 and modifies and before.entity.kind != "person":
                joined[-1] = replace(mention, start=before.start, first=before.first, head="person")
                continue
        joined.append(mention)
    headed = [_with_head(m, tokens, language) for m in joined]
    named = {m.first for m in headed if m.is_actor and m.entity.kind != "state"}
    return [m for m in headed if not (m.head == "industry" and m.last in named)]


@cache
def _role_nouns(language: str) -> dict[str, str]:
    """Role nouns and what they stand for."""
    nouns = _context(language)["actor_nouns"]
    return {word: kind for kind, words in nouns.items() for word in words}


def _with_head(mention: Mention, tokens: Sequence[Token], language: str) -> Mention:
    """Extend a state's mention over the role noun it stands with: "ukrainische Armee", "Kyiv's forces"."""
    if not mention.is_actor or mention.entity.kind == "person" or mention.head:
        return mention
    known = _role_nouns(language)
    if mention.attribute and mention.last - mention.first >= 1:
        token = tokens[mention.last - 1]
        if token.end > mention.end + 1:  # "US-Regierung": the noun is the rest of the same token
            rest = token.text[mention.end - token.start :].lstrip("-‑").lower()
            kind = next(
                (k for w, k in known.items() if rest == w or rest in (w + "s", w + "n", w + "en")), None
            )
            return replace(mention, end=token.end, attribute=False, head=kind) if kind else mention
    for i in range(mention.last, min(mention.last + 3, len(tokens))):
        token = tokens[i]
        kind = _role_noun(token, known, language)
        if kind:
            genitive = mention.attribute or tokens[mention.last - 1].low.endswith("s") or token.pos == "noun"
            if genitive:
                return replace(mention, end=token.end, last=i + 1, attribute=False, head=kind)
        passed = token.pos in ("adj", "pos") or token.low in ("'s", "’s")
        if not passed and token.low not in _context(language)["noun_modifiers"]:
            break
    return mention


def _role_noun(token: Token, known: dict[str, str], language: str) -> str:
    """What a role noun stands for, '' if it is none; in German the end of a compound tells."""
    kind = known.get(token.lemma) or known.get(token.low)
    if kind or language != "de" or token.pos != "noun":
        return kind or ""
    ends = [word for word in known if len(word) >= _SHORTEST_HEAD and token.lemma.endswith(word)]
    return known[max(ends, key=len)] if ends else ""
