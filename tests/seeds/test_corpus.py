"""The annotated corpus: every span stands in its text, every name is known or listed as new."""

from __future__ import annotations

from functools import cache

import pytest

from graph.model import MODALITIES, QUALIFIERS, RELATIONS
from graph.model.ids import alias_key
from seeds.catalogue import entities
from seeds.corpus_files import AnnotatedText, folder, split, texts

NAMES = ("subject", "object", "recipient", "place", "attributed_to")
SPANS = ("trigger", "subject", "object", "recipient", "place", "quantity", "when", "attributed_to")
KEYS = {
    *NAMES,
    "relation",
    "quantity",
    "quantity_qualifier",
    "unit",
    "when",
    "modality",
    "evidence",
    "optional",
}
NEW_NAMES = folder() / "new_names.txt"


@cache
def corpus() -> tuple[AnnotatedText, ...]:
    return tuple(texts())


def faults(document: AnnotatedText) -> list[str]:
    found = []
    for number, row in enumerate(document.assertions):
        where = f"{document.name}[{number}]"
        if missing := (KEYS | {"spans"}) - set(row):
            found.append(f"{where}: lacks {sorted(missing)}")
            continue
        if not set(row["relation"].split("|")) <= set(RELATIONS):
            found.append(f"{where}: relation {row['relation']}")
        if not set(row["modality"].split("|")) <= set(MODALITIES):
            found.append(f"{where}: modality {row['modality']}")
        if row["quantity_qualifier"] not in (None, *QUALIFIERS):
            found.append(f"{where}: qualifier {row['quantity_qualifier']}")
        if not isinstance(row["quantity"], int | float | None):
            found.append(f"{where}: quantity {row['quantity']!r}")
        if not row["evidence"] or row["evidence"] not in document.text:
            found.append(f"{where}: evidence is not in the text")
        if not (row["subject"] or row["recipient"]):
            found.append(f"{where}: neither subject nor recipient")
        spans = row["spans"]
        found += [
            f"{where}: span {k} is not in the text"
            for k in SPANS
            if (spans.get(k) or "") not in document.text
        ]
        if not spans.get("trigger"):
            found.append(f"{where}: no trigger")
    return found


def test_every_annotation_holds() -> None:
    assert [fault for document in corpus() for fault in faults(document)] == []


def test_a_fault_is_found() -> None:
    good = next(document for document in corpus() if document.assertions)
    row = dict(good.assertions[0]) | {"evidence": "words that are not there", "relation": "likes"}
    broken = AnnotatedText(good.name, good.text, good.language, good.published, (row,))
    assert len(faults(broken)) == 2


def test_each_text_has_its_annotations_and_the_other_way_round() -> None:
    articles = {path.stem for path in (folder() / "articles").iterdir()}
    assert articles == {path.stem for path in (folder() / "frames").iterdir()}
    assert articles == {document.name.removesuffix(".txt") for document in corpus()}


def test_names_are_known_or_listed_as_new(request: pytest.FixtureRequest) -> None:
    known = {alias_key(word) for e in entities() for word in (e.name, *(a.text for a in e.aliases))}
    used = {
        name
        for document in corpus()
        for row in document.assertions
        for key in NAMES
        for name in (row[key] or "").split("|")
        if name and alias_key(name) not in known
    }
    if request.config.getoption("--update-golden"):
        head = "# Canonical names of the annotations that the catalogue does not know; written by\n"
        head += "# .venv/bin/python -m pytest tests/seeds/test_corpus.py --update-golden\n"
        NEW_NAMES.write_text(head + "".join(f"{name}\n" for name in sorted(used)), encoding="utf-8")
    lines = NEW_NAMES.read_text(encoding="utf-8").splitlines()
    assert used == {line for line in lines if not line.startswith("#")}


def test_the_split_keeps_its_shares_and_both_languages() -> None:
    parts = {part: [d for d in corpus() if split(d.name) == part] for part in ("train", "validation", "test")}
    assert len(parts["train"]) > 0.6 * len(corpus())
    for documents in parts.values():
        assert {document.language for document in documents} == {"de", "en"}


def test_no_text_stands_in_two_parts() -> None:
    by_text: dict[str, set[str]] = {}
    for document in corpus():
        by_text.setdefault(document.text.strip(), set()).add(split(document.name))
    assert all(len(parts) == 1 for parts in by_text.values())
