"""What is handed on: pictures, values, paper."""

from __future__ import annotations

import csv
import re
import struct
import xml.etree.ElementTree as ET
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.export.html.conftest import Opener
from tests.export.html.sample import CLAIMS, claim, evidence_for


def saved(page: Page, kind: str) -> Path:
    page.locator(".save > summary").click()
    with page.expect_download() as download:
        page.locator(f'[data-save="{kind}"]').click()
    assert download.value.suggested_filename.startswith("Who-supplies-what-to-whom")
    return Path(download.value.path())


def test_the_view_as_svg_stands_by_itself(opened: Opener) -> None:
    page = opened(view="from=hezbollah")
    text = saved(page, "save_svg").read_text(encoding="utf-8")
    root = ET.fromstring(text)
    words = "".join(root.itertext())
    assert "Hezbollah" in words
    assert "Who supplies what to whom" in words
    assert "var(" not in text
    assert "script" not in text
    alone = page.context.browser.new_page()  # type: ignore[union-attr]
    alone.set_content(text)
    assert alone.locator("svg .node").count() == 2
    alone.close()


def test_the_view_as_png_is_a_picture_of_twice_the_size(opened: Opener) -> None:
    page = opened()
    data = saved(page, "save_png").read_bytes()
    assert data.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", data[16:24])
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    assert (width, height) == (round(box["width"]) * 2, (round(box["height"]) + 54) * 2)
    assert len(data) > 20_000, "something is drawn"


def test_the_selection_as_csv_has_a_row_for_each_quote(opened: Opener) -> None:
    page = opened(view="claim=c01")
    rows = list(csv.DictReader(saved(page, "save_csv").read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == 3
    assert {row["quote"] for row in rows} >= {
        "Budanow zufolge kamen sechs Millionen Schuss aus dem Norden.",
    }
    assert {row["reliability"] for row in rows} == {"B", "C"}
    assert rows[0]["url"].startswith("https://")
    page.locator("#panel .back").click()
    everything = list(csv.DictReader(saved(page, "save_csv").read_text(encoding="utf-8-sig").splitlines()))
    assert {row["claim"] for row in everything} == {row.claim for row in CLAIMS}


def test_no_cell_is_a_formula(opened: Opener) -> None:
    row = claim("c", "supplies", "Iran", None, "Russia")
    page = opened([row], {"c": [evidence_for(row, '=cmd|"/c calc"!A1', title="@SUM(1)")]})
    [found] = csv.DictReader(saved(page, "save_csv").read_text(encoding="utf-8-sig").splitlines())
    assert found["quote"].startswith("'=")
    assert found["title"].startswith("'@")


def test_hostile_names_are_text_in_the_saved_picture(opened: Opener) -> None:
    name = "</text><script>window.hacked=1</script>&\x00\x1b"
    row = claim("c", "supplies", "Iran", None, "Russia")
    page = opened([row], {"c": [evidence_for(row, "q")]}, title=f"Who supplies what to whom {name}")
    root = ET.fromstring(saved(page, "save_svg").read_text(encoding="utf-8"))
    assert not [element for element in root.iter() if element.tag.endswith("script")]


def test_paper_has_the_picture_and_the_quotes_and_no_buttons(opened: Opener) -> None:
    page = opened(view="claim=c01")
    page.emulate_media(media="print")
    shown = page.locator("button:visible")
    assert {text.strip() for text in shown.all_text_contents()} <= {
        "North Korea",
        "artillery shells",
        "Russia",
    }
    assert page.locator("#panel blockquote").first.is_visible()
    assert page.locator(".node").first.is_visible()
    assert len(page.pdf()) > 10_000


def test_on_paper_a_dark_page_is_light(opened: Opener) -> None:
    page = opened(dark=True)
    ground = "getComputedStyle(document.body).getPropertyValue('--surface').trim()"
    sign = "document.documentElement.style.getPropertyValue('--kind-state')"
    dark = page.evaluate(sign)
    assert page.evaluate(ground) != "#ffffff"
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(ground) == "#ffffff"
    expect(page.locator("html")).not_to_have_attribute("style", re.compile(f"--kind-state: ?{dark}"))
