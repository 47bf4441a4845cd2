"""Words that point back: "das Land", "diese Waffen", "von letzteren 120 Einheiten"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extract.discourse import Discourse
from graph.extract.gazetteer import gazetteer
from graph.extract.mentions import Mention
from graph.extract.tokens import Token
from graph.model import EntityRef
from seeds.catalogue import lexicon

_DEMONSTRATIVES = ("dieser", "jener", "solch", "this", "these", "that", "those", "such")


def resolve(
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    memory: Discourse,
    we: EntityRef | None,
    language: str,
) -> tuple[Mention, ...]:
    """The mentions of a sentence with what points back resolved, and what points nowhere left out.

    `we` is the side for which the speaker of the sentence speaks.
    """
    words = lexicon(language, "anaphora")
    latter = any(t.low in words["latter"] or t.low in words["pointers"] for t in tokens)
    resolved: list[Mention] = []
    for mention in mentions:
        if not mention.is_item:
            resolved.append(mention)
        elif mention.form == "weak":
            counted = _counted(tokens, mention)
            pointed = latter or counted or _demonstrative(tokens, mention)
            back = memory.last_item(3 if counted else 2) if pointed else None
            if back is not None:
                resolved.append(replace(mention, entity=back))
        elif mention.form == "noun" and _demonstrative(tokens, mention):
            back = memory.last_item()
            fits = back is not None and _is_a(back, mention.entity, language)
            resolved.append(replace(mention, entity=back) if fits and back else mention)
        else:
            resolved.append(mention)
    resolved += _nouns(tokens, resolved, memory, language)
    if we is not None:
        resolved += _first_person(tokens, we, language)
    if latter and not any(m.is_item for m in resolved):
        back = memory.last_item()
        i = next(i for i, t in enumerate(tokens) if t.low in words["latter"] or t.low in words["pointers"])
        if back is not None:
            resolved.append(Mention(back, tokens[i].start, tokens[i].end, i, i + 1, "weak"))
    return tuple(sorted(resolved, key=lambda m: m.start))


def _demonstrative(tokens: Sequence[Token], mention: Mention) -> bool:
    before = tokens[max(0, mention.first - 3) : mention.first]
    return any(t.lemma in _DEMONSTRATIVES for t in before if t.pos in ("det", "pron"))


def _counted(tokens: Sequence[Token], mention: Mention) -> bool:
    return mention.first > 0 and tokens[mention.first - 1].pos == "num"


def _is_a(item: EntityRef, generic: EntityRef, language: str) -> bool:
    """Whether the item is of the generic kind, or the generic word is as wide as "weapons"."""
    kinds = gazetteer(language).kinds
    above, todo = set(), [item.id]
    while todo:
        current = todo.pop()
        if current not in above:
            above.add(current)
            todo += kinds.get(current, ())
    return generic.id in above or generic.id in ("weapons", "military-equipment")


def _nouns(
    tokens: Sequence[Token], mentions: Sequence[Mention], memory: Discourse, language: str
) -> list[Mention]:
    words = lexicon(language, "anaphora")
    found = []
    for i, token in enumerate(tokens[1:], start=1):
        if token.pos != "noun" or tokens[i - 1].low not in words["determiners"]:
            continue
        if any(m.first <= i < m.last for m in mentions):
            continue
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if after is not None and after.pos == "name":
            continue  # "der Konzern Rheinmetall" names itself
        for kind, nouns in words["nouns"].items():
            if token.lemma in nouns or token.low in nouns:
                kinds = (kind, "organisation") if kind == "armed-group" else (kind,)
                own = [m.entity for m in mentions if m.last <= i and m.entity.kind in kinds and not m.medium]
                back = own[-1] if own else memory.last_actor(kinds)  # "Baykar's chief said his firm ..."
                if back is not None:
                    found.append(Mention(back, token.start, token.end, i, i + 1, "weak"))
    return found


def _first_person(tokens: Sequence[Token], we: EntityRef, language: str) -> Iterator[Mention]:
    """ "Wir haben zehn geliefert", sagte der Minister: his state; "our drones": its own."""
    words = lexicon(language, "anaphora")["first_person"]
    for i, token in enumerate(tokens):
        own = token.low in words["possessive"]
        if own or token.low in words["subject"] or token.low in words["object"]:
            yield Mention(we, token.start, token.end, i, i + 1, "weak", attribute=own)
