"""Rows such as the queries return, for the tests of what is printed."""

from __future__ import annotations

from dataclasses import replace

from graph.model import EntityRef
from graph.query.rows import ClaimRow, EntityRow, EvidenceRow, PathStep

NORTH_KOREA = EntityRef("north-korea", "North Korea", "state")
RUSSIA = EntityRef("russia", "Russia", "state")
IRAN = EntityRef("iran", "Iran", "state")
KOKSAN = EntityRef("m1989-koksan", "M1989 Koksan", "weapon-system")
SHAHED = EntityRef("shahed-136", "Shahed-136", "weapon-system")
ALABUGA = EntityRef("alabuga", "Alabuga", "place")
BUDANOV = EntityRef("kyrylo-budanov", "Kyrylo Budanov", "person")

GUNS = ClaimRow(
    claim="0123456789abcdef0123",
    relation="supplies",
    subject=NORTH_KOREA,
    object=KOKSAN,
    recipient=RUSSIA,
    place=None,
    origins=2,
    assertions=3,
    modalities=(("reported", 2), ("planned", 1)),
    quantities=("120", "at least 100"),
    when=("2023-06/2025-04",),
    first_reported="2024-11",
    last_reported="2025-06-11",
    speakers=("Kyrylo Budanov", "Neue Rundschau"),
)
DRONES = ClaimRow(
    claim="fedcba9876543210fedc",
    relation="produces",
    subject=RUSSIA,
    object=SHAHED,
    recipient=None,
    place=ALABUGA,
    origins=1,
    assertions=1,
    modalities=(("suspected", 1),),
    quantities=(),
    when=(),
    first_reported="2025-06-11",
    last_reported="2025-06-11",
    speakers=("Kyrylo Budanov",),
)
HELP = replace(
    DRONES,
    claim="aaaabbbbccccddddeeee",
    relation="supports",
    subject=RUSSIA,
    recipient=NORTH_KOREA,
    place=None,
)
ENTITY = EntityRow(RUSSIA, ("Moscow", "Russian Federation", "Russland"), (("supplies", 1), ("produces", 1)))
QUOTE = EvidenceRow(
    assertion="a1",
    claim=GUNS.claim,
    relation="supplies",
    modality="reported",
    subject=NORTH_KOREA,
    object=KOKSAN,
    recipient=RUSSIA,
    place=None,
    quantity=120.0,
    quantity_max=None,
    quantity_qualifier="about",
    unit="pieces",
    when="2023-06/2025-04",
    quote="Rund 120 Geschütze\ngingen nach Russland.",
    start=10,
    end=50,
    confidence=0.75,
    extractor="rules/1",
    speaker=BUDANOV,
    origin="Kyrylo Budanov",
    article="art1",
    title="Was Pjöngjang liefert",
    publisher="Neue Rundschau",
    published="2025-06-11",
    url=None,
    path="articles/guns.txt",
)
PATH = (PathStep(NORTH_KOREA, RUSSIA, GUNS, (QUOTE,)), PathStep(RUSSIA, SHAHED, DRONES, ()))
