from __future__ import annotations

import base64
import hashlib
import os
import random
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from graph.errors import ArmsgraphError
from graph.export.html import page, write_html
from tests.export.html.sample import CLAIMS, EVIDENCE


class Outline(HTMLParser):
    """Elements of a page, with the text of scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[str, list[str]] = {"script": [], "style": [], "title": [], "h1": []}
        self._open: str | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in self.inside:
            self._open = tag
            self.inside[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._open = None

    def handle_data(self, data: str) -> None:
        if self._open:
            self.inside[self._open][-1] += data


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_head_says_what_the_page_is() -> None:
    text = page(CLAIMS, EVIDENCE, title="Shells & <drones>", lang="de")
    outline = Outline(text)
    assert text.startswith("<!doctype html>\n")
    assert outline.inside["title"] == ["Shells & <drones>"]
    assert ("html", {"lang": "de"}) in outline.tags
    assert any(attrs.get("name") == "viewport" for tag, attrs in outline.tags if tag == "meta")


def test_the_policy_names_the_scripts_and_nothing_else() -> None:
    outline = Outline(page(CLAIMS, EVIDENCE))
    policies = [
        a["content"]
        for t, a in outline.tags
        if t == "meta" and a.get("http-equiv") == "Content-Security-Policy"
    ]
    assert len(policies) == 1
    policy = dict(part.split(" ", 1) for part in str(policies[0]).split("; "))
    assert policy["default-src"] == "'none'"
    data, *scripts = outline.inside["script"]
    assert data.startswith("{")
    assert policy["script-src"].split() == [_hash(script) for script in scripts]
    assert policy["style-src"].split() == [_hash(style) for style in outline.inside["style"]]
    assert not any("unsafe" in value or "http" in value for value in policy.values())


def test_nothing_is_fetched() -> None:
    outline = Outline(page(CLAIMS, EVIDENCE))
    addresses = [
        a[key] or "" for _, a in outline.tags for key in ("src", "href", "action", "srcset") if key in a
    ]
    assert all(address.startswith(("data:", "#")) for address in addresses)
    assert "sourceMappingURL" not in page(CLAIMS, EVIDENCE)


def test_the_same_data_gives_the_same_text_in_any_order() -> None:
    rows = CLAIMS.copy()
    random.Random(3).shuffle(rows)
    turned = {key: list(reversed(items)) for key, items in reversed(EVIDENCE.items())}
    assert page(rows, turned) == page(CLAIMS, EVIDENCE)


def test_the_same_data_gives_the_same_bytes_in_another_run(tmp_path: Path) -> None:
    program = (
        "import sys; from graph.export.html import write_html;"
        "from tests.export.html.sample import CLAIMS, EVIDENCE;"
        "write_html(sys.argv[1], CLAIMS, EVIDENCE)"
    )
    written = []
    for seed in ("1", "2"):
        target = tmp_path / f"{seed}.html"
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.getcwd()}
        subprocess.run([sys.executable, "-c", program, str(target)], check=True, env=environment, timeout=120)
        written.append(target.read_bytes())
    assert written[0] == written[1] == page(CLAIMS, EVIDENCE).encode()


def test_no_claim_gives_a_page_that_says_so() -> None:
    text = page([], {}, title="Empty")
    assert "there is no claim" in text
    assert "<script" not in text
    assert "keine Aussage" in page([], {}, lang="de")


def test_write_html_replaces_a_file_at_once(tmp_path: Path) -> None:
    target = tmp_path / "sub folder" / "seite ä.html"
    with pytest.raises(ArmsgraphError, match="does not exist"):
        write_html(target, CLAIMS, EVIDENCE)
    target.parent.mkdir()
    target.write_text("old")
    assert write_html(target, CLAIMS, EVIDENCE, title="Größe \ud800") == target
    assert "Größe \ufffd" in target.read_text(encoding="utf-8")
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    assert b"\r" not in target.read_bytes()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ArmsgraphError, match="is a folder"):
        write_html(tmp_path, CLAIMS, EVIDENCE)
