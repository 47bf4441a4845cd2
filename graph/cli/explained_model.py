"""How `extract --explain` prints what the model made of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from graph.cli.blocks import Block, Line
from graph.extract.model.analysis import Verdict
from graph.extract.model.explain import Candidate, Filler, ModelExplained, Weighed
from graph.model import EntityRef

_TOLD = 0.05  # probability from which something is told; the likeliest always is
_ROLES = ("subject", "recipient", "place")
_VERDICTS: Mapping[Verdict, str] = {
    "likely": "kept",
    "sure by rules": "kept, since the rules are sure",
    "repeated": "left out, said already",
    "unlikely": "left out, not likely enough",
    "outdone": "left out, another says it better",
}


def model_blocks(one: ModelExplained) -> Iterator[Block]:
    """What the network held possible, and what became of it."""
    for candidate in one.candidates:
        yield from _candidate(candidate)
    for proposal in one.proposals:
        yield Line(f"proposal: {_proposal(proposal)}", indent=2)


def _candidate(one: Candidate) -> Iterator[Block]:
    item = f'"{one.text}" ({one.item.name})' if one.item else "an item that is not named"
    yield Line(f"candidate: {item}: {_likely(one.relations.items())}", indent=2)
    for relation, fillers in one.roles.items():
        roles = ((role, _best(fillers, role)) for role in _ROLES)
        told = [f"{role} {_likely(found.items())}" for role, found in roles if found]
        yield Line(f"{relation}: {'; '.join(told) or 'no roles'}", indent=4)
    if one.roles:
        yield Line(f"modality: {_likely(one.modalities.items())}", indent=4)
        voices = {
            voice.entity.name: voice.probability for voice in one.speakers if voice.probability >= _TOLD
        }
        if voices:
            yield Line(f"said by: {_likely(voices.items())}", indent=4)


def _best(fillers: Iterable[Filler], role: str) -> dict[str, float]:
    """For each name the probability of its likeliest mention, without those that are unlikely."""
    found: dict[str, float] = {}
    for filler in fillers:
        p = getattr(filler, role)
        if p >= _TOLD:
            found[filler.entity.name] = max(p, found.get(filler.entity.name, 0.0))
    return found


def _likely(shares: Iterable[tuple[str, float]]) -> str:
    """Names with probabilities, the likeliest first."""
    first, *others = sorted(shares, key=lambda pair: -pair[1])
    return ", ".join(f"{name} {p:.2f}" for name, p in (first, *(o for o in others if o[1] >= _TOLD)))


def _proposal(one: Weighed) -> str:
    p = one.probabilities
    facts = [f"{one.relation} {p['relation']:.2f}: {', '.join(_roles(one))}"]
    facts.append(f"{one.modality} {p['modality']:.2f}" if one.network else one.modality)
    if one.speaker is not None and p["speaker"] >= _TOLD:
        facts.append(f"said by {one.speaker.name} {p['speaker']:.2f}")
    by = [*(["the network"] if one.network else []), *([f"the rules {one.rules:.2f}"] if one.rules else [])]
    facts += [f"by {' and '.join(by)}", f"confidence {one.confidence:.2f}", _VERDICTS[one.verdict]]
    return "; ".join(facts)


def _roles(one: Weighed) -> Iterator[str]:
    filled: dict[str, EntityRef | None] = {
        "subject": one.subject, "object": one.object, "recipient": one.recipient, "place": one.place,
    }  # fmt: skip
    for role, entity in filled.items():
        p = f" {one.probabilities[role]:.2f}" if role in one.probabilities else ""
        if entity is not None:
            yield f"{role} {entity.name}{p}"
        elif role in ("subject", "recipient"):
            yield f"no {role}{p}"
