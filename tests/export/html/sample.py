"""A small graph of our own for the page's tests, and rows with as little as a row may have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.model import Alias, Entity, EntityRef
from graph.query.rows import ClaimRow, EvidenceRow

KINDS = {
    "Russia": "state",
    "North Korea": "state",
    "Iran": "state",
    "Ukraine": "state",
    "Germany": "state",
    "Türkiye": "state",
    "Rheinmetall": "company",
    "Baykar": "company",
    "Kim Jong Un": "person",
    "Kyrylo Budanov": "person",
    "Hezbollah": "armed-group",
    "NATO": "organisation",
    "11th Air Assault Brigade": "military-unit",
    "Shahed-136": "weapon-system",
    "M1989 Koksan": "weapon-system",
    "kamikaze drones": "weapon-system",
    "Bayraktar TB2": "weapon-system",
    "artillery shells": "ammunition",
    "155 mm shells": "ammunition",
    "drone engines": "component",
    "missile know-how": "technology",
    "soldiers": "personnel",
    "Yelabuga": "place",
    "Kursk": "place",
}


def entity(name: str) -> EntityRef:
    return EntityRef(name.lower().replace(" ", "-"), name, KINDS[name])


def claim(
    key: str,
    relation: str = "supplies",
    *roles: str | EntityRef | None,
    origins: int = 1,
    modalities: Sequence[tuple[str, int]] = (("reported", 1),),
    quantities: Sequence[str] = (),
    when: Sequence[str] = (),
    speakers: Sequence[str] = (),
) -> ClaimRow:
    """A claim; roles are subject, object, recipient, place."""
    refs = [entity(role) if isinstance(role, str) else role for role in roles]
    refs += [None] * (4 - len(refs))
    return ClaimRow(
        claim=key,
        relation=relation,
        subject=refs[0],
        object=refs[1],
        recipient=refs[2],
        place=refs[3],
        origins=origins,
        assertions=sum(n for _, n in modalities),
        modalities=tuple(modalities),
        quantities=tuple(quantities),
        when=tuple(when),
        first_reported="2025-06-10",
        last_reported="2025-06-11",
        speakers=tuple(speakers),
    )


def evidence_for(row: ClaimRow, quote: str, **changes: object) -> EvidenceRow:
    """An assertion of the claim, in an article of its own wording."""
    plain = EvidenceRow(
        assertion=f"{row.claim}-1",
        claim=row.claim,
        relation=row.relation,
        modality=row.modalities[0][0],
        subject=row.subject,
        object=row.object,
        recipient=row.recipient,
        place=row.place,
        quantity=None,
        quantity_max=None,
        quantity_qualifier=None,
        unit=None,
        when=None,
        quote=quote,
        start=0,
        end=len(quote),
        confidence=0.8,
        extractor="rules/1",
        speaker=None,
        origin="Morning Ledger",
        article=f"article-{row.claim}",
        title="Deliveries continue by rail",
        publisher="Morning Ledger",
        published="2025-06-10",
        url="https://ledger.example/deliveries",
        path="articles/deliveries.txt",
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


SAID = (("reported", 1),)
CLAIMS = [
    claim(
        "c01",
        "supplies",
        "North Korea",
        "artillery shells",
        "Russia",
        origins=4,
        modalities=(("reported", 5),),
        quantities=("6000000 rounds", "at least 4000000 rounds"),
        when=("2023-06/2025-04",),
        speakers=("Kyrylo Budanov", "Morning Ledger"),
    ),
    claim(
        "c02",
        "supplies",
        "North Korea",
        "M1989 Koksan",
        "Russia",
        origins=2,
        quantities=("120",),
        modalities=(("reported", 2), ("denied", 1)),
        speakers=("Kyrylo Budanov",),
    ),
    claim("c03", "supports", "Russia", "Shahed-136", "North Korea", origins=3, modalities=(("reported", 3),)),
    claim(
        "c04", "produces", "Russia", "Shahed-136", None, "Yelabuga", origins=3, modalities=(("reported", 3),)
    ),
    claim("c05", "supplies", "Iran", "Shahed-136", "Russia", origins=6, modalities=(("reported", 8),)),
    claim("c06", "requests", "Kim Jong Un", "kamikaze drones", modalities=(("requested", 1),)),
    claim("c07", "supplies", "Russia", "missile know-how", "North Korea", modalities=(("suspected", 2),)),
    claim(
        "c08", "supplies", "North Korea", "soldiers", "Russia", None, origins=2, modalities=(("reported", 2),)
    ),
    claim("c09", "deploys", "Russia", "M1989 Koksan", None, "Kursk", modalities=(("suspected", 1),)),
    claim("c10", "supplies", "Iran", "drone engines", "Hezbollah", modalities=(("denied", 1),)),
    claim(
        "c11", "supplies", "Rheinmetall", "155 mm shells", "Ukraine", origins=2, modalities=(("planned", 2),)
    ),
    claim("c12", "produces", "Baykar", "Bayraktar TB2", None, "Türkiye", origins=2),
    claim("c13", "supplies", "Baykar", "Bayraktar TB2", "Ukraine", origins=3),
    claim("c14", "operates", "11th Air Assault Brigade", "Bayraktar TB2", None, None),
    claim("c15", "supports", "Germany", "155 mm shells", "Ukraine", origins=2),
    claim("c16", "requests", "Ukraine", "155 mm shells", "NATO", modalities=(("requested", 3),), origins=2),
    claim("c17", "operates", "Russia", "Shahed-136", None, "Ukraine", origins=5),
    claim("c18", "produces", "Rheinmetall", "155 mm shells", None, "Germany"),
    claim("c19", "supplies", None, "drone engines", "Russia", modalities=(("suspected", 1),)),
    claim("c20", "supplies", "Iran", "missile know-how", "Hezbollah", origins=2),
]


def _evidence() -> dict[str, list[EvidenceRow]]:
    rows = {row.claim: [evidence_for(row, f"Words of an article about {row.claim}.")] for row in CLAIMS}
    first, second = CLAIMS[0], CLAIMS[1]
    budanov = entity("Kyrylo Budanov")
    rows["c01"] = [
        evidence_for(first, "Since June 2023 the North has sent six million rounds by rail, said Budanov.",
                     speaker=budanov, origin="Kyrylo Budanov", quantity=6_000_000.0, unit="rounds",
                     quantity_qualifier="exact", when="2023-06/2025-04"),
        evidence_for(first, "Budanow zufolge kamen sechs Millionen Schuss aus dem Norden.", assertion="c01-2",
                     speaker=budanov, origin="Kyrylo Budanov", article="article-post", publisher="Abendpost",
                     title="Munition aus dem Norden", url="https://post.example/a?b=1", quantity=6_000_000.0,
                     unit="rounds", published="2025-06-11"),
        evidence_for(first, "Our reporters counted trains that carry four million rounds or more.",
                     assertion="c01-3", quantity=4_000_000.0, unit="rounds", quantity_qualifier="at_least"),
    ]  # fmt: skip
    rows["c02"] = [
        evidence_for(second, "One hundred and twenty guns of the Koksan type have crossed the border.",
                     quantity=120.0, speaker=budanov, origin="Kyrylo Budanov"),
        evidence_for(second, "Pyongyang called the report on its guns invented.", assertion="c02-2",
                     modality="denied", speaker=entity("North Korea"), origin="North Korea", url=None,
                     article="article-radio", title=None, path="/home/me/radio.txt", publisher="Radio Nord"),
    ]  # fmt: skip
    return rows


EVIDENCE = _evidence()

ENTITIES = [
    Entity(entity("North Korea").id, "North Korea", "state",
           aliases=(Alias("DPRK"), Alias("Pjöngjang", "de")), lat=39.9, lon=126.4),
    Entity(entity("Ukraine").id, "Ukraine", "state", aliases=(Alias("Україна", "uk"),), lat=49.7, lon=32.1),
    Entity(entity("Russia").id, "Russia", "state", lat=58.2, lon=44.7),
    Entity(entity("Iran").id, "Iran", "state", lat=32.2, lon=54.9),
    Entity(entity("Kursk").id, "Kursk", "place", lat=51.7, lon=36.2),
    Entity(entity("Shahed-136").id, "Shahed-136", "weapon-system", category="aircraft",
           kind_of=("kamikaze-drones",), aliases=(Alias("Geran-2"),)),
    Entity(entity("M1989 Koksan").id, "M1989 Koksan", "weapon-system", category="artillery"),
]  # fmt: skip

RELIABILITY = {"Morning Ledger": "C", "Abendpost": "B"}
