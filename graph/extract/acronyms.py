"""Acronyms that a text explains itself: "Conflict Armament Research (CAR)" is CAR from then on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graph.extract.gazetteer import gazetteer
from graph.extract.mentions import Mention, token_range
from graph.extract.references import unlisted
from graph.extract.tokens import Token
from graph.model import ACTOR_KINDS, EntityRef
from seeds.catalogue import lexicon

_EXPLAINED = re.compile(r"(?<=[\w.])[\s“”\"«»]{1,2}\(([A-ZÄÖÜ][A-Za-zÄÖÜäöü]{1,7})\)")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_REACH = 90  # characters before an acronym in which its name stands


def explained(text: str, language: str) -> dict[str, EntityRef]:
    """The actors of a text by the acronyms that it gives them in brackets behind their names.

    Example:
        explained("Das Seewald Institut für Handel (SIH) zählt mit.", "de")["SIH"].name
    """
    found: dict[str, EntityRef] = {}
    for match in _EXPLAINED.finditer(text):
        acronym = match[1]
        name = _name(text[max(0, match.start() - _REACH) : match.start()], acronym)
        if name is None or acronym in found:
            continue
        ref = _known(name, language) or _organisation(name, language)
        if ref is not None:
            found[acronym] = ref
    return found


def _name(before: str, acronym: str) -> str | None:
    """The last words of a text whose initials make the acronym; small ones may stand between them."""
    letters = [letter for letter in acronym if letter.isupper()]
    words = list(_WORD.finditer(before))
    for i in range(len(words) - 1, -1, -1):
        large = [word[0][0] for word in words[i:] if word[0][0].isupper()]
        if len(letters) > 1 and large == letters and words[i][0][0].isupper():
            return before[words[i].start() : words[-1].end()]
        if len(large) > len(letters):
            return None
    return None


def _known(name: str, language: str) -> EntityRef | None:
    """The actor with this name on the lists."""
    known = gazetteer(language).whole(name)
    return known if known and known.kind in ACTOR_KINDS else None


def _organisation(name: str, language: str) -> EntityRef | None:
    """An organisation that no list knows, by a word such as "Institute" in its name."""
    nouns = tuple(lexicon(language, "mentions")["organisation_nouns"])
    if not any(word[0].lower().endswith(nouns) for word in _WORD.finditer(name)):
        return None
    return unlisted(name, "organisation")


def named(
    mentions: Sequence[Mention], tokens: Sequence[Token], text: str, known: Mapping[str, EntityRef]
) -> Iterator[Mention]:
    """The mentions of a sentence with those that are an acronym or its name, left to right."""
    places = list(_places(tokens, text, known)) if known and tokens else []
    for mention in mentions:
        own = next((p for p in places if (p.first, p.last) == (mention.first, mention.last)), None)
        if own is not None and not mention.attribute:
            yield replace(mention, entity=own.entity, form="name", medium=False)
        else:
            yield mention
    taken = {i for m in mentions for i in range(m.first, m.last)}
    yield from (p for p in places if not taken & set(range(p.first, p.last)))


def _places(tokens: Sequence[Token], text: str, known: Mapping[str, EntityRef]) -> Iterator[Mention]:
    for i, token in enumerate(tokens):
        word = token.text if token.text in known else token.text.removesuffix("s")
        if word in known and text[token.end : token.end + 1] != "-":
            yield Mention(known[word], token.start, token.end, i, i + 1, "name")
    start, end = tokens[0].start, tokens[-1].end
    for ref in set(known.values()):
        for place in re.finditer(rf"\b{re.escape(ref.name)}\b", text[start:end]):
            span = start + place.start(), start + place.end()
            yield Mention(ref, *span, *token_range(tokens, *span), "name")
