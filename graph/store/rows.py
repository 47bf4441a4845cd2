"""A batch as the rows of parameters that the query texts take."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TypeAlias

from graph.model import ROLES, Assertion, Entity, EntityRef
from graph.model.ids import alias_key, claim_of
from graph.store.batch import ArticleWrite, Batch
from graph.store.when import span

Parameters: TypeAlias = "dict[str, object]"


def publishers(batch: Batch) -> list[Parameters]:
    """One row for each publisher."""
    found = {write.publisher.id: write.publisher for write in batch.articles if write.publisher}
    return [
        {"id": p.id, "properties": {"name": p.name, "reliability": p.reliability}} for p in found.values()
    ]


def entities(batch: Batch) -> dict[str, list[Parameters]]:
    """By label: the batch's entities, and a stub for every other that an assertion names."""
    rows: dict[str, list[Parameters]] = {"Actor": [], "Item": [], "Place": []}
    given = {(entity.label, entity.id) for entity in batch.entities}
    for entity in batch.entities:
        rows[entity.label].append(
            {
                "id": entity.id,
                "stub": False,
                "provisional": entity.provisional,
                "properties": _entity_properties(entity),
            }
        )
    for ref in stubs(batch):
        if (ref.label, ref.id) not in given:
            properties = {"name": ref.name, "kind": ref.kind, "provisional": True}
            rows[ref.label].append(
                {"id": ref.id, "stub": True, "provisional": True, "properties": properties}
            )
    return rows


def stubs(batch: Batch) -> Iterator[EntityRef]:
    """Every entity that an assertion names and the batch does not bring, once."""
    seen = {(entity.label, entity.id) for entity in batch.entities}
    for ref in chain.from_iterable(assertion.entities for _, assertion in assertions_of(batch)):
        if (ref.label, ref.id) not in seen:
            seen.add((ref.label, ref.id))
            yield ref


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
    if entity.label == "Place":
        properties |= {"lat": _number(entity.lat), "lon": _number(entity.lon)}
    return properties


def aliases(batch: Batch) -> list[Parameters]:
    """One row for each name that an entity of the batch has; the first spelling of a key counts."""
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

    for entity in batch.entities:
        add(entity.ref, entity.name, "mul")
        for alias in entity.aliases:
            add(entity.ref, alias.text, alias.language)
    for ref in stubs(batch):
        add(ref, ref.name, "mul")
    return list(rows.values())


def catalogued(batch: Batch) -> Iterator[Entity]:
    """The entities whose names and parents replace what the store had."""
    return (entity for entity in batch.entities if not entity.provisional)


def alias_keys(batch: Batch) -> list[Parameters]:
    """The names that catalogued entities keep."""
    return [
        {
            "id": entity.id,
            "label": entity.label,
            "keys": sorted({alias_key(text) for text in (entity.name, *(a.text for a in entity.aliases))}),
        }
        for entity in catalogued(batch)
    ]


def parents(batch: Batch, attribute: str) -> list[Parameters]:
    """One row for each step up: `attribute` is "part_of" or "kind_of"."""
    return [
        {"id": entity.id, "parent": parent}
        for entity in batch.entities
        for parent in getattr(entity, attribute)
    ]


def kept_parents(batch: Batch, attribute: str) -> list[Parameters]:
    """The parents that catalogued entities keep."""
    label = {"part_of": "Actor", "kind_of": "Item"}[attribute]
    return [
        {"id": entity.id, "parents": list(getattr(entity, attribute))}
        for entity in catalogued(batch)
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
        "language": article.language,
        "path": article.path,
        "text": write.text,
        "loaded_at": write.loaded_at,
    }


def published_by(batch: Batch) -> list[Parameters]:
    """Article and publisher (or None) of each article."""
    return [
        {"article": write.article.id, "publisher": write.publisher.id if write.publisher else None}
        for write in batch.articles
    ]


def assertions_of(batch: Batch) -> Iterator[tuple[str, Assertion]]:
    """Every assertion with the id of the article that states it."""
    return ((write.article.id, assertion) for write in batch.articles for assertion in write.assertions)


def claims(batch: Batch) -> list[Parameters]:
    """One row for each claim that an assertion is about."""
    found = {claim.id: claim for claim in (claim_of(assertion) for _, assertion in assertions_of(batch))}
    return [{"id": claim.id, "relation": claim.relation} for claim in found.values()]


def roles(batch: Batch) -> dict[str, list[Parameters]]:
    """By role: which entity stands in it, for each claim."""
    found: dict[str, dict[str, Parameters]] = {role: {} for role in ROLES}
    for _, assertion in assertions_of(batch):
        claim = claim_of(assertion)
        for role in ROLES:
            ref: EntityRef | None = getattr(claim, role)
            if ref is not None:
                row: Parameters = {"claim": claim.id, "entity": ref.id, "label": ref.label}
                found[role].setdefault(claim.id, row)
    return {role: list(rows.values()) for role, rows in found.items()}


def assertions(batch: Batch) -> list[Parameters]:
    """One row for each assertion."""
    return [
        {
            "id": assertion.id,
            "article": article,
            "claim": claim_of(assertion).id,
            "properties": _assertion_properties(assertion),
        }
        for article, assertion in assertions_of(batch)
    ]


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
    }


def _number(value: float | None) -> float | None:
    # One type for all, or an engine may keep 6 and 6.0 apart.
    return None if value is None else float(value)


def speakers(batch: Batch) -> list[Parameters]:
    """Whom each assertion is attributed to."""
    return [
        {"assertion": assertion.id, "entity": ref.id, "label": ref.label}
        for _, assertion in assertions_of(batch)
        if (ref := assertion.attributed_to) is not None
    ]
