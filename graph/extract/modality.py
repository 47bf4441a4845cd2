"""How sure, or how far off: reported, planned, suspected, requested, denied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph.extract.clauses import Clause
from graph.extract.frames import Trigger
from graph.extract.tokens import Token
from graph.model import Modality
from seeds.catalogue import lexicon

_ORDER: tuple[Modality, ...] = ("denied", "requested", "suspected", "planned")


def decide(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    clause: Clause,
    trigger: Trigger,
    language: str,
) -> Modality:
    """The modality of a frame, from its verb complex, its adverbs and the clause above it."""
    words = lexicon(language, "modality")
    if trigger.pattern.relation == "requests":
        return "denied" if _negated(tokens, clause, trigger, language) else "requested"
    if _negated(tokens, clause, trigger, language):
        return "denied"
    own = words["frame_words"].get(trigger.lemma)
    modal = _modal(tokens, clause, trigger, language)
    above = _above(tokens, clauses, clause, trigger, language)
    adverb = _adverb(tokens, clause, language)
    for modality in _ORDER:
        if modality in (own, modal, above, adverb):
            return modality
    return "reported"


def _negated(tokens: Sequence[Token], clause: Clause, trigger: Trigger, language: str) -> bool:
    words = lexicon(language, "modality")
    low = " ".join(tokens[i].low for i in clause.indices)
    if any(phrase in low for phrase in words["not_denial"]):
        return False
    for i in clause.indices:
        if tokens[i].low in words["negation"] and abs(i - trigger.index) <= 12:
            if trigger.voice == "noun" and not 0 < trigger.index - i <= 3:
                continue
            return True
    return False


def _modal(tokens: Sequence[Token], clause: Clause, trigger: Trigger, language: str) -> Modality | None:
    words = lexicon(language, "modality")
    own = [tokens[i] for i in (*clause.borrowed, *clause.indices)]
    trigger_token = tokens[trigger.index]
    if language == "en":
        left = [tokens[i] for i in clause.indices if trigger.index - 6 <= i < trigger.index]
        modal = next((t for t in reversed(left) if t.pos == "modal"), None)
        if modal is None:
            to = [t for t in left[-2:] if t.pos == "to"]
            return None if not to else _to_infinitive(left, words)
        perfect = any(t.lemma == "have" and t.pos == "aux" for t in left)
        table = words["perfect_modals"] if perfect else words["modals"]
        return _known(table.get(modal.low) or table.get(modal.lemma))
    after = next((t.start for t in own if t.pos == "modal"), None)
    perfect = any(
        t.pos == "aux"
        and t.low in ("haben", "sein")
        and (t.form == "inf" or (after is not None and t.start > after))
        for t in own
    )  # "soll geliefert haben": no finite verb behind a modal, for all its tag says
    words_said = {t.low for t in own}
    perfect = perfect or {"worden", "sein"} <= words_said
    for token in own:
        if token.pos == "modal":
            value = (words["perfect_modals"] if perfect else words["modals"]).get(token.lemma)
            if value == "suspected_if_subjunctive":
                value = "suspected" if token.low in words["subjunctive"] else None
            return _known(value)
    future = [t for t in own if t.pos == "aux" and t.lemma == words["future"] and t.form == "fin"]
    if future and trigger_token.form == "inf" and trigger.voice != "noun":
        return "suspected" if future[0].low in words["subjunctive"] else "planned"
    if future and trigger.voice == "passive" and any(t.low == "werden" and t.form == "inf" for t in own):
        return "planned"
    if future and trigger.voice == "noun" and any(t.pos == "verb" and t.form == "inf" for t in own):
        return "planned"
    return None


def _to_infinitive(left: Sequence[Token], words: Mapping[str, Any]) -> Modality | None:
    """ "plans to deliver", "agreed to send": the verb before the "to"."""
    for modality in _ORDER:
        if any(t.lemma in words["verbs"][modality] for t in left):
            return modality
    return None


def _known(value: object) -> Modality | None:
    return value if value in _ORDER else None


def _above(
    tokens: Sequence[Token], clauses: Sequence[Clause], clause: Clause, trigger: Trigger, language: str
) -> Modality | None:
    """What a verb or noun that governs the frame says of it."""
    words = lexicon(language, "modality")
    ruling = _before_gerund(tokens, trigger.index)
    if ruling is not None:
        return next((m for m in _ORDER if ruling.lemma in words["verbs"].get(m, ())), None)
    scopes = [clause]
    if (
        clause.subordinate
        and clause.parent >= 0
        and clause.opener in ("zu", "dass", "daß", "um", "that", "ob", "whether")
    ):
        scopes.append(clauses[clause.parent])
    for scope in scopes:
        for i in scope.indices:
            token = tokens[i]
            if i == trigger.index:
                continue
            governs = scope is not clause or _governs(tokens, i, trigger, language)
            if not governs:
                continue
            for modality in _ORDER:
                if token.pos == "verb" and token.lemma in words["verbs"].get(modality, ()):
                    return modality
                if token.pos == "noun" and token.lemma in words["nouns"].get(modality, ()):
                    return modality
    return None


def _before_gerund(tokens: Sequence[Token], i: int) -> Token | None:
    """The verb right before the gerund at token i: "denies supplying", "denied having supplied"."""
    perfect = i > 0 and tokens[i - 1].low == "having"
    if not perfect and tokens[i].form != "ger":
        return None
    before = i - 1 - perfect
    while before > 0 and tokens[before].pos == "adv":
        before -= 1
    return tokens[before] if before >= 0 and tokens[before].pos == "verb" else None


def _governs(tokens: Sequence[Token], i: int, trigger: Trigger, language: str) -> bool:
    if trigger.voice == "noun":
        return tokens[i].pos == "verb" or 0 < trigger.index - i <= 4
    if language == "en":
        return 0 < trigger.index - i <= 4
    return any(t.pos == "to" for t in tokens[max(0, trigger.index - 2) : trigger.index])


def _adverb(tokens: Sequence[Token], clause: Clause, language: str) -> Modality | None:
    words = lexicon(language, "modality")
    for modality, adverbs in words["adverbs"].items():
        if any(tokens[i].low in adverbs for i in clause.indices):
            return _known(modality)
    return None
