"""A batch as the rows of parameters that the query texts take."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from graph.model import MODALITIES, ROLES, Assertion, Claim, Entity, EntityRef, Label
from graph.model.ids import alias_key, claim_of
from graph.resolve.aggregate import ClaimTotals
from graph.store.batch import ArticleWrite, Batch
from graph.store.named import Named
from graph.store.values import Checked, checked, encodable, storable
from graph.store.when import span

Parameters: TypeAlias = "dict[str, object]"

_COUNTS = ("origins", "assertions", *MODALITIES, "first_reported", "last_reported")
CLAIM = ("id", "relation", *_COUNTS, "origin_ids")
"""What the rows of queries/claims.cypher hold."""
SUPPLIES = ("claim", "supplier", "recipient", "item", "modality", *_COUNTS)
"""What those of queries/supplies.cypher hold."""
ARTICLE = (
    *("id", "content_hash", "title", "url", "published", "published_on", "language", "path", "text"),
    *("file_hash", "extractor", "loaded_at"),
)
"""What those of queries/articles.cypher and queries/articles_new.cypher hold."""
ASSERTION = (
    *("article", "claim", "id", "relation", "modality", "quantity", "quantity_max", "quantity_qualifier"),
    *("unit", "when", "when_start", "when_end", "quote", "start", "end", "confidence", "extractor"),
)
"""What those of queries/assertions.cypher hold."""


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


def aliases(named: Named) -> Checked:
    """One row for each name that an entity has; the first spelling of a key counts."""
    rows: dict[tuple[str, str, str], Parameters] = {}

    def add(ref: Entity | EntityRef, names: Iterable[tuple[str, str]]) -> None:
        label, entity = ref.label, encodable(ref.id)
        for text, language in names:
            key = alias_key(text)
            if key and (label, ref.id, key) not in rows:
                rows[label, ref.id, key] = {
                    "key": encodable(key),
                    "text": encodable(text),
                    "language": encodable(language),
                    "entity": entity,
                    "label": label,
                }

    for entity in named.entities:
        add(entity, [(entity.name, "mul"), *((alias.text, alias.language) for alias in entity.aliases)])
    for ref in named.stubs:
        add(ref, [(ref.name, "mul")])
    return Checked(rows.values())


def known(named: Named, made: Collection[tuple[str, str]]) -> list[Entity]:
    """The entities whose names and parents replace what the store had of them; not those just made."""
    return [one for one in named.entities if not one.provisional and (one.label, one.id) not in made]


def alias_keys(entities: Iterable[Entity]) -> Checked:
    """The names that these entities keep."""
    return checked(
        {
            "id": entity.id,
            "label": entity.label,
            "keys": sorted({alias_key(text) for text in (entity.name, *(a.text for a in entity.aliases))}),
        }
        for entity in entities
    )


def parents(named: Named, attribute: str) -> list[Parameters]:
    """One row for each step up: `attribute` is "part_of" or "kind_of"."""
    return [
        {"id": entity.id, "parent": parent}
        for entity in named.entities
        for parent in getattr(entity, attribute)
    ]


def kept_parents(entities: Iterable[Entity], attribute: str) -> list[Parameters]:
    """The parents that these entities keep."""
    label = {"part_of": "Actor", "kind_of": "Item"}[attribute]
    return [
        {"id": entity.id, "parents": list(getattr(entity, attribute))}
        for entity in entities
        if entity.label == label
    ]


def articles(writes: Iterable[ArticleWrite]) -> Checked:
    """One list for each article, as ARTICLE says."""
    return checked(_article(write) for write in writes)


def _article(write: ArticleWrite) -> list[object]:
    article = write.article
    return [
        article.id,
        article.content_hash,
        article.title,
        article.url,
        article.published,
        _day(article.published),
        article.language,
        article.path,
        write.text,
        article.file_hash,
        write.extractor,
        write.loaded_at,
    ]


def published(writes: Iterable[ArticleWrite]) -> Checked:
    """One row for each article whose publisher is known."""
    return checked(
        {"article": write.article.id, "publisher": write.publisher.id} for write in writes if write.publisher
    )


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


def said(articles: Iterable[ArticleWrite]) -> list[Said]:
    """Every assertion of these articles."""
    claims: dict[tuple[object, ...], Claim] = {}

    def about(assertion: Assertion) -> Claim:
        roles = (assertion.subject, assertion.object, assertion.recipient, assertion.place)
        key = (assertion.relation, *(role and role.id for role in roles))
        claim = claims.get(key)
        if claim is None:
            claim = claims[key] = claim_of(assertion)
        return claim

    return [Said(write, assertion, about(assertion)) for write in articles for assertion in write.assertions]


def claims(found: Iterable[Claim], counted: Mapping[str, ClaimTotals]) -> Checked:
    """One list for each claim, as CLAIM says."""
    return Checked([claim.id, claim.relation, *totals(counted[claim.id])] for claim in found)


def roles(found: Iterable[Claim]) -> dict[tuple[str, Label], Checked]:
    """By role, as its relationship is called, and label: claim and entity."""
    rows: dict[tuple[str, Label], Checked] = defaultdict(Checked)
    for claim in found:
        for role in ROLES:
            ref: EntityRef | None = getattr(claim, role)
            if ref is not None:
                place = ("location" if role == "place" else role, ref.label)
                rows[place].append([claim.id, encodable(ref.id)])
    return dict(rows)


def speakers(found: Iterable[Said]) -> dict[Label, Checked]:
    """By label: each assertion, and whom it is attributed to."""
    rows: dict[Label, Checked] = defaultdict(Checked)
    for one in found:
        speaker = one.assertion.attributed_to
        if speaker is not None:
            rows[speaker.label].append([one.assertion.id, encodable(speaker.id)])
    return dict(rows)


def totals(found: ClaimTotals) -> list[object]:
    """What a claim counts, in the order of CLAIM."""
    numbers = (number for _, number in found.modalities)
    dates = encodable(found.first_reported), encodable(found.last_reported)
    return [found.origins, found.assertions, *numbers, *dates, list(map(encodable, found.origin_ids))]


def supplies(claim: Claim, found: ClaimTotals) -> list[object] | None:
    """The shortcut from supplier to recipient, as queries/supplies.cypher has it; most claims have none."""
    subject, recipient = claim.subject, claim.recipient
    if claim.relation != "supplies" or subject is None or recipient is None:
        return None
    if not subject.label == recipient.label == "Actor":
        return None
    item = claim.object.id if claim.object else None
    ends = encodable(subject.id), encodable(recipient.id), encodable(item)
    return [claim.id, *ends, *shortcut(found).values()]


def shortcut(found: ClaimTotals) -> Parameters:
    """What the shortcut tells of a claim's totals, in the order of queries/supplies.cypher."""
    return {
        "modality": found.modality,
        "origins": found.origins,
        "assertions": found.assertions,
        **dict(found.modalities),
        "first_reported": encodable(found.first_reported),
        "last_reported": encodable(found.last_reported),
    }


def assertions(found: Iterable[Said]) -> Checked:
    """One list for each new assertion, as ASSERTION says."""
    return Checked(
        [
            encodable(one.write.article.id),
            one.claim.id,
            one.assertion.id,
            *_assertion_properties(one.assertion).values(),
        ]
        for one in found
    )


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
        "unit": encodable(assertion.unit),
        "when": encodable(assertion.when),
        "when_start": when_start,
        "when_end": when_end,
        "quote": encodable(assertion.evidence),
        "start": storable("start", assertion.start),
        "end": storable("end", assertion.end),
        "confidence": float(assertion.confidence),
        "extractor": encodable(assertion.extractor),
    }  # in the order of ASSERTION


def _number(value: float | None) -> float | None:
    # One type for all, or an engine may keep 6 and 6.0 apart.
    return None if value is None else float(value)
