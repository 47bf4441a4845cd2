"""A batch as the rows of parameters that the query texts take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from graph.model import ROLES, Assertion, Claim, Entity, EntityRef
from graph.model.ids import alias_key, claim_of
from graph.store.batch import ArticleWrite, Batch
from graph.store.named import Named
from graph.store.when import span

Parameters: TypeAlias = "dict[str, object]"


def publishers(named: Named) -> list[Parameters]:
    """One row for each publisher."""
    return [
        {"id": p.id, "properties": {"name": p.name, "reliability": p.reliability}} for p in named.publishers
    ]


def entities(named: Named) -> dict[str, list[Parameters]]:
    """By label: the entities, and a stub for every other that an assertion names."""
    rows: dict[str, list[Parameters]] = {"Actor": [], "Item": [], "Place": []}
    for entity in named.entities:
        rows[entity.label].append(
            {
                "id": entity.id,
                "stub": False,
                "provisional": entity.provisional,
                "properties": _entity_properties(entity),
            }
        )
    for ref in named.stubs:
        properties = {"name": ref.name, "kind": ref.kind, "provisional": True}
        rows[ref.label].append({"id": ref.id, "stub": True, "provisional": True, "properties": properties})
    return rows


def _entity_properties(entity: Entity) -> Parameters:
    properties: Parameters = {
        "name": entity.name,
        "kind": entity.kind,
        "provisional": entity.provisional or None,
        "extra": [f"{key}={value}" for key, value in entity.extra] or None,
    }
    if entity.label == "Item":
        properties |= {
            "category": entity.category,
            "calibre_mm": _number(entity.calibre_mm),
            "generic": entity.generic,
        }
    if entity.label != "Item":
        properties |= {"lat": _number(entity.lat), "lon": _number(entity.lon)}
    return properties


def aliases(named: Named) -> list[Parameters]:
    """One row for each name that an entity has; the first spelling of a key counts."""
    rows: dict[tuple[str, str, str], Parameters] = {}

    def add(ref: EntityRef, text: str, language: str) -> None:
        key = alias_key(text)
        if key:
            row: Parameters = {
                "key": key,
                "text": text,
                "language": language,
                "entity": ref.id,
                "label": ref.label,
            }
            rows.setdefault((ref.label, ref.id, key), row)

    for entity in named.entities:
        add(entity.ref, entity.name, "mul")
        for alias in entity.aliases:
            add(entity.ref, alias.text, alias.language)
    for ref in named.stubs:
        add(ref, ref.name, "mul")
    return list(rows.values())


def catalogued(named: Named) -> Iterator[Entity]:
    """The entities whose names and parents replace what the store had."""
    return (entity for entity in named.entities if not entity.provisional)


def alias_keys(named: Named) -> list[Parameters]:
    """The names that catalogued entities keep."""
    return [
        {
            "id": entity.id,
            "label": entity.label,
            "keys": sorted({alias_key(text) for text in (entity.name, *(a.text for a in entity.aliases))}),
        }
        for entity in catalogued(named)
    ]


def parents(named: Named, attribute: str) -> list[Parameters]:
    """One row for each step up: `attribute` is "part_of" or "kind_of"."""
    return [
        {"id": entity.id, "parent": parent}
        for entity in named.entities
        for parent in getattr(entity, attribute)
    ]


def kept_parents(named: Named, attribute: str) -> list[Parameters]:
    """The parents that catalogued entities keep."""
    label = {"part_of": "Actor", "kind_of": "Item"}[attribute]
    return [
        {"id": entity.id, "parents": list(getattr(entity, attribute))}
        for entity in catalogued(named)
        if entity.label == label
    ]


def articles(batch: Batch) -> list[Parameters]:
    """One row for each article."""
    return [{"id": write.article.id, "properties": _article_properties(write)} for write in batch.articles]


def _article_properties(write: ArticleWrite) -> Parameters:
    article = write.article
    return {
        "content_hash": article.content_hash,
        "title": article.title,
        "url": article.url,
        "published": article.published,
        "published_on": _day(article.published),
        "language": article.language,
        "path": article.path,
        "text": write.text,
        "file_hash": article.file_hash,
        "extractor": write.extractor,
        "loaded_at": write.loaded_at,
    }


def seen(batch: Batch) -> list[Parameters]:
    """One row for each article that only gets a new note of its file."""
    return [{"id": one.id, "path": one.path, "file_hash": one.file_hash} for one in batch.seen]


def _day(edtf: str | None) -> str | None:
    """The day, where it is known to the day."""
    first, last = span(edtf)
    return first if first == last else None


@dataclass(frozen=True, slots=True)
class Said:
    """An assertion with the article that states it and the claim that it is about."""

    write: ArticleWrite
    assertion: Assertion
    claim: Claim


def said(batch: Batch) -> list[Said]:
    """Every assertion of the batch."""
    claims: dict[tuple[object, ...], Claim] = {}

    def about(assertion: Assertion) -> Claim:
        roles = (assertion.subject, assertion.object, assertion.recipient, assertion.place)
        key = (assertion.relation, *(role and role.id for role in roles))
        claim = claims.get(key)
        if claim is None:
            claim = claims[key] = claim_of(assertion)
        return claim

    return [
        Said(write, assertion, about(assertion)) for write in batch.articles for assertion in write.assertions
    ]


def claims(found: Iterable[Claim]) -> list[Parameters]:
    """One row for each claim."""
    return [{"id": claim.id, "relation": claim.relation} for claim in found]


def roles(found: Iterable[Claim]) -> dict[str, list[Parameters]]:
    """By role: which entity stands in it, for each claim."""
    rows: dict[str, list[Parameters]] = {role: [] for role in ROLES}
    for claim in found:
        for role in ROLES:
            ref: EntityRef | None = getattr(claim, role)
            if ref is not None:
                rows[role].append({"claim": claim.id, "entity": ref.id, "label": ref.label})
    return rows


def assertions(found: Iterable[Said]) -> list[list[object]]:
    """One list for each new assertion: its article, its claim, its id, its properties in their order."""
    return [
        [
            one.write.article.id,
            one.claim.id,
            one.assertion.id,
            *_assertion_properties(one.assertion).values(),
        ]
        for one in found
    ]


def assertions_again(found: Iterable[Said]) -> list[Parameters]:
    """One row for each assertion that is there, for what may have changed with the same id."""
    return [{"id": one.assertion.id, "properties": _assertion_properties(one.assertion)} for one in found]


def _assertion_properties(assertion: Assertion) -> Parameters:
    when_start, when_end = span(assertion.when)
    return {
        "relation": assertion.relation,
        "modality": assertion.modality,
        "quantity": _number(assertion.quantity),
        "quantity_max": _number(assertion.quantity_max),
        "quantity_qualifier": assertion.quantity_qualifier,
        "unit": assertion.unit,
        "when": assertion.when,
        "when_start": when_start,
        "when_end": when_end,
        "quote": assertion.evidence,
        "start": assertion.start,
        "end": assertion.end,
        "confidence": float(assertion.confidence),
        "extractor": assertion.extractor,
    }  # in the order of queries/assertions.cypher


def _number(value: float | None) -> float | None:
    # One type for all, or an engine may keep 6 and 6.0 apart.
    return None if value is None else float(value)


def speakers(found: Iterable[Said]) -> list[Parameters]:
    """Whom each assertion is attributed to."""
    return [
        {"assertion": one.assertion.id, "entity": ref.id, "label": ref.label}
        for one in found
        if (ref := one.assertion.attributed_to) is not None
    ]
