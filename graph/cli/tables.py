"""The rows of the named questions as blocks for people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from graph.cli.blocks import BLANK, Block, Line, Table
from graph.cli.wording import also, count, dates, headline, modalities, name, sentence
from graph.query.quantity import quantity_text
from graph.query.rows import ClaimRow, Connections, EntityRow, EvidenceRow, InfoRow, PathStep

SHORT_ID = 12  # letters of a claim's id; `evidence` takes the beginning of one
_ROLE_COLUMNS: dict[str, tuple[tuple[str, str], ...]] = {  # relation -> (role, heading)
    "supplies": (("subject", "supplier"), ("object", "item"), ("recipient", "recipient"), ("place", "place")),
    "produces": (("subject", "producer"), ("object", "item"), ("recipient", "for"), ("place", "place")),
    "operates": (("subject", "operator"), ("object", "item"), ("recipient", "with"), ("place", "place")),
    "deploys": (("subject", "who"), ("object", "what"), ("recipient", "with"), ("place", "place")),
    "supports": (
        ("subject", "supporter"),
        ("recipient", "supported"),
        ("object", "with"),
        ("place", "place"),
    ),
    "requests": (("subject", "who"), ("object", "what"), ("recipient", "from"), ("place", "place")),
}
_DIRECTIONS: tuple[tuple[str, str, str], ...] = (  # relation, the entity's role, heading
    ("supplies", "subject", "supplies"),
    ("supplies", "recipient", "receives"),
    ("supplies", "object", "is supplied"),
    ("supplies", "place", "supplied in"),
    ("produces", "subject", "produces"),
    ("produces", "recipient", "has produced for it"),
    ("produces", "object", "is produced by"),
    ("produces", "place", "production in"),
    ("operates", "subject", "operates"),
    ("operates", "recipient", "operates together with"),
    ("operates", "object", "is operated by"),
    ("operates", "place", "operated in"),
    ("deploys", "subject", "deploys"),
    ("deploys", "recipient", "deployments with"),
    ("deploys", "object", "is deployed by"),
    ("deploys", "place", "deployments in"),
    ("supports", "subject", "supports"),
    ("supports", "recipient", "is supported by"),
    ("supports", "object", "is supported with"),
    ("supports", "place", "support in"),
    ("requests", "subject", "requests"),
    ("requests", "recipient", "is asked by"),
    ("requests", "object", "is requested by"),
    ("requests", "place", "requests in"),
)
_RIGHT = frozenset({"origins"})

_FACTS: tuple[tuple[str, Callable[[ClaimRow], str]], ...] = (
    ("quantity", lambda claim: "; ".join(claim.quantities)),
    ("when", lambda claim: "; ".join(claim.when)),
    ("modality", modalities),
    ("said by", lambda claim: ", ".join(claim.speakers)),
    ("origins", lambda claim: str(claim.origins)),
    ("published", lambda claim: dates(claim.first_reported, claim.last_reported)),
    ("claim", lambda claim: claim.claim[:SHORT_ID]),
)


def claim_table(claims: Sequence[ClaimRow], relation: str, without: str = "") -> Table:
    """Claims of one relation, a line each; the role `without` is the same in all and left out."""
    roles = [(role, heading) for role, heading in _ROLE_COLUMNS[relation] if role != without]
    columns = tuple(heading for _, heading in roles) + tuple(heading for heading, _ in _FACTS)
    rows = [
        tuple(name(getattr(claim, role)) for role, _ in roles) + tuple(cell(claim) for _, cell in _FACTS)
        for claim in claims
    ]
    narrow = [(Line(headline(claim)), Line(claim_summary(claim), "faint", 2)) for claim in claims]
    return Table(columns, rows, _RIGHT, narrow).without_empty_columns()


def entity_blocks(entity: EntityRow, groups: Sequence[Connections], of_kinds: int = 0) -> Iterator[Block]:
    """An entity with its claims, grouped by relation and direction.

    Where it has none itself, a line says how to list the `of_kinds` supplies of its kinds.
    """
    ref = entity.entity
    yield Line(f"{ref.name} ({ref.kind.replace('-', ' ')}, {ref.id})", "heading")
    if entity.aliases:
        yield Line(also(entity.aliases), "faint")
    if not groups:
        yield BLANK
        yield Line("no claims in this store")
        if of_kinds:
            kinds = count(of_kinds, "claim")
            yield Line(f"{kinds} about kinds of it: armsgraph supplies --item {ref.id}")
    for relation, role, heading in _DIRECTIONS:
        for group in groups:
            if (group.relation, group.role) == (relation, role):
                yield BLANK
                yield Line(heading, "heading")
                yield claim_table(group.claims, relation, without=role)
                yield from more(group.number - len(group.claims))


def more(left_out: int, indent: int = 0) -> Iterator[Block]:
    """A line that says how many are not shown, if any."""
    if left_out > 0:
        yield Line(f"and {left_out:,} more (--limit)", "faint", indent)


def evidence_blocks(rows: Iterable[EvidenceRow], indent: int = 0) -> Iterator[Block]:
    """Assertions with their words and where they stand."""
    for row in rows:
        facts = (row.modality, _quantity(row), row.when or "", f"confidence {row.confidence:.2f}")
        said_by = f"said by {row.speaker.name}" if row.speaker else ""
        where = (
            said_by,
            row.publisher or "",
            row.title or "",
            row.published or "",
            row.url or row.path or "",
        )
        yield Line(f'"{row.quote.strip()}"', "quote", indent)
        yield Line(" | ".join(filter(None, where)), indent=indent + 2)
        yield Line(
            " | ".join((*filter(None, facts), f"origin: {row.origin_name or 'this article'}")),
            "faint",
            indent + 2,
        )


def evidence_document(claim: ClaimRow, rows: Sequence[EvidenceRow]) -> Iterator[Block]:
    """A claim with these of its assertions."""
    yield Line(sentence(claim), "heading")
    facts = (count(claim.origins, "origin"), count(claim.assertions, "assertion"), f"claim {claim.claim}")
    yield Line(" | ".join(facts), "faint")
    for row in rows:
        yield BLANK
        yield from evidence_blocks([row])
    if claim.assertions > len(rows):
        yield BLANK
        yield from more(claim.assertions - len(rows))


def path_blocks(steps: Sequence[PathStep]) -> Iterator[Block]:
    """A path, step by step, each with the evidence for it."""
    names = [steps[0].source.name, *(step.target.name for step in steps)]
    yield Line(" - ".join(names), "heading")
    before = None
    for number, step in enumerate(steps, start=1):
        if step.claim == before:  # from its item by way of its supplier to its recipient
            yield Line(f"{number}. by the same claim", "heading")
            continue
        before = step.claim
        yield BLANK
        yield Line(f"{number}. {headline(step.claim)}", "heading")
        yield Line(claim_summary(step.claim), "faint", 3)
        yield from evidence_blocks(step.evidence, indent=3)
        yield from more(step.claim.assertions - len(step.evidence), indent=3)


def claim_summary(claim: ClaimRow) -> str:
    """Counts, quantities, dates and id of a claim on one line."""
    speakers = f": {', '.join(claim.speakers)}" if claim.speakers else ""
    parts = (
        count(claim.origins, "origin") + speakers,
        modalities(claim),
        "; ".join(claim.quantities),
        "; ".join(claim.when),
        f"published {dates(claim.first_reported, claim.last_reported)}" if claim.first_reported else "",
        f"claim {claim.claim[:SHORT_ID]}",
    )
    return " | ".join(filter(None, parts))


def info_table(rows: Sequence[InfoRow]) -> Table:
    """The facts about a store."""
    return Table(("what", "value"), [(row.name, str(row.value)) for row in rows])


def _quantity(row: EvidenceRow) -> str:
    if row.quantity is None:
        return ""
    return quantity_text(row.quantity, row.quantity_max, row.quantity_qualifier, row.unit)
