from __future__ import annotations

import io
from dataclasses import replace

from graph import serial
from graph.export.jsonl import only, write_jsonl
from graph.model import Article, Assertion
from graph.model.ids import claim_of
from tests.cli.rows import NORTH_KOREA, RUSSIA

ARTICLE = Article(id="a", text="", content_hash="c", title="Eine\u2028Zeile", path="x.txt")
ASSERTION = Assertion(
    article="a",
    article_path="x.txt",
    relation="supplies",
    modality="reported",
    evidence="liefert",
    start=3,
    end=10,
    subject=NORTH_KOREA,
    recipient=RUSSIA,
)


def test_what_is_written_can_be_loaded_again() -> None:
    out = io.StringIO()
    write_jsonl([ARTICLE, ASSERTION], out)
    assert list(serial.read(io.StringIO(out.getvalue()))) == [ARTICLE, ASSERTION]


def test_a_part_has_the_articles_that_state_it_once_and_no_others() -> None:
    silent = replace(ARTICLE, id="silent")
    other = replace(ASSERTION, relation="supports")
    again = replace(ASSERTION, modality="denied")
    part = only({claim_of(ASSERTION).id}, [silent, ARTICLE, other, ASSERTION, again])
    assert list(part) == [ARTICLE, ASSERTION, again]
