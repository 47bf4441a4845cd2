"""For whom somebody acts and speaks: the state of a minister or an army, the firm of its head."""

from __future__ import annotations

from graph.extract.gazetteer import gazetteer
from graph.model import EntityRef
from graph.model.ids import is_unnamed


def principal(entity: EntityRef | None, language: str) -> EntityRef | None:
    """The state for which a person, a ministry or an armed force acts, as transfer registers count.

    What Kim Jong-un delivers, North Korea delivers; what the Royal Air Force gets, the
    United Kingdom gets; the leader of an armed group acts for the group. The quote keeps
    who was named.
    """
    names = gazetteer(language)
    led = names.refs.get(names.led.get(entity.id, "")) if entity else None
    if led is not None and led.kind == "armed-group":
        return led
    seen = _above(entity, language)
    return seen if seen is not None and seen.kind == "state" else entity


def place_of(entity: EntityRef, language: str) -> EntityRef | None:
    """The place that a name can stand for, None for a firm or a group.

    In "20 missiles were fired, the Ukrainian air force said" it can be Ukraine alone.
    """
    of = _above(entity, language) or entity
    place = of.label == "Place" or of.kind == "state" or of.id in gazetteer(language).regions
    return of if place else None


def speaks_for(speaker: EntityRef, language: str) -> EntityRef | None:
    """Whom "we" means in the words of a speaker; None where nobody knows for whom he speaks.

    A minister speaks for his state, the head of a firm or of an armed group for that; a
    firm, a group or an alliance speaks for itself.
    """
    led = gazetteer(language).led.get(speaker.id)
    seen = gazetteer(language).refs[led] if led else _above(speaker, language)
    return None if seen is None or seen.kind == "person" or is_unnamed(seen.id) else seen


def _above(entity: EntityRef | None, language: str) -> EntityRef | None:
    names = gazetteer(language)
    seen: EntityRef | None = entity
    while seen is not None and (seen.kind in ("person", "military-unit") or seen.id in names.organs):
        seen = names.refs.get(names.origin.get(seen.id, ""))
    return seen
