from __future__ import annotations

import io

from graph import serial
from graph.export.jsonl import write_jsonl
from graph.model import Article, Assertion
from tests.cli.rows import NORTH_KOREA, RUSSIA


def test_what_is_written_can_be_loaded_again() -> None:
    article = Article(id="a", text="", content_hash="c", title="Eine\u2028Zeile", path="x.txt")
    assertion = Assertion(
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
    out = io.StringIO()
    assert write_jsonl([article, assertion], out) == 2
    assert list(serial.read(io.StringIO(out.getvalue()))) == [article, assertion]
