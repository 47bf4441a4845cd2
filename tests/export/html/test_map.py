"""The map in a real browser: the same claims, at their places."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from graph.export.html.data import Content, payload
from graph.model import Entity, EntityRef
from tests.export.html.conftest import NARROW, WIDE, Opener
from tests.export.html.sample import CLAIMS, ENTITIES, claim, evidence_for


def signs(page: Page) -> list[str]:
    return sorted(page.locator("#atlas .node").evaluate_all("all => all.map(e => e.dataset.node)"))


def test_the_map_is_a_view_like_the_others(opened: Opener) -> None:
    page = opened()
    page.get_by_role("button", name="Map", exact=True).click()
    expect(page.locator("#atlas")).to_be_visible()
    expect(page.locator("#canvas")).to_be_hidden()
    assert page.evaluate("location.hash") == "#view=map"
    assert signs(page) == ["iran", "kursk", "north-korea", "russia", "ukraine"]
    assert page.locator("#atlas .ground-map path").count() == 4
    assert page.locator("#atlas .line").count() == 6
    page.go_back()
    expect(page.locator("#canvas")).to_be_visible()


def test_signs_stand_where_places_are(opened: Opener) -> None:
    page = opened(view="view=map")
    at = {
        key: page.locator(f'#atlas [data-node="{key}"] .ground').bounding_box()
        for key in ("iran", "north-korea", "russia", "ukraine")
    }
    boxes = {key: box for key, box in at.items() if box}
    assert boxes["ukraine"]["x"] < boxes["russia"]["x"] < boxes["iran"]["x"] < boxes["north-korea"]["x"]
    assert boxes["russia"]["y"] < boxes["ukraine"]["y"] < boxes["north-korea"]["y"] < boxes["iran"]["y"]


def test_a_line_opens_its_evidence_and_the_picture_has_it_chosen_too(opened: Opener) -> None:
    page = opened(view="view=map&from=iran")
    page.locator('#atlas .line[aria-label*="Iran supplies Shahed-136"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel blockquote")).to_have_text("Words of an article about c05.")
    assert "claim=c05" in page.evaluate("location.hash")
    expect(page.locator("#atlas .line.chosen")).to_have_count(1)
    page.get_by_role("button", name="Graph", exact=True).click()
    expect(page.locator("#canvas .line.chosen")).to_have_count(1)


def test_keys_go_from_sign_to_sign_and_open(opened: Opener) -> None:
    page = opened(view="view=map")
    page.locator('#atlas [data-node="ukraine"]').focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.node") == "kursk"
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Kursk")
    page.keyboard.press("l")
    assert "Kursk" in page.evaluate("document.activeElement.getAttribute('aria-label')")


def test_filters_hold_and_what_has_no_place_is_counted_and_listed(opened: Opener) -> None:
    page = opened(view="view=map&from=iran")
    box = page.locator(".placeless")
    expect(box.locator("summary")).to_have_text("1 has no place on the map")
    box.locator("summary").click()
    box.get_by_role("button", name="Hezbollah").click()
    expect(page.locator("#panel h2")).to_have_text("Hezbollah")
    page.evaluate("location.hash = 'view=map&from=iran&origins=6'")
    expect(page.locator("#atlas .line")).to_have_count(1)
    expect(box).to_be_hidden()


def test_a_push_moves_the_map_and_no_sign(opened: Opener) -> None:
    page = opened(view="view=map")
    sign = page.locator('#atlas [data-node="iran"] .ground')
    before = sign.bounding_box()
    assert before is not None
    x, y = before["x"] + 5, before["y"] + 5
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y - 40, steps=4)
    page.mouse.up()
    after = sign.bounding_box()
    assert after is not None
    assert (round(before["x"] - after["x"]), round(before["y"] - after["y"])) == (60, 40)
    assert page.evaluate("location.hash") == "#view=map"
    page.get_by_role("button", name="Zoom in").click()
    transform = page.locator("#atlas .ground-map").get_attribute("transform") or ""
    page.get_by_role("button", name="Show all").click()
    assert page.locator("#atlas .ground-map").get_attribute("transform") != transform


def test_it_is_saved_with_its_ground(opened: Opener) -> None:
    page = opened(view="view=map")
    page.locator(".save > summary").click()
    with page.expect_download() as download:
        page.locator('[data-save="save_svg"]').click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    ET.fromstring(text)
    assert "var(" not in text
    assert 'class="ground-map"' in text
    assert "North Korea" in text
    with page.expect_download() as download:
        page.locator(".save > summary").click()
        page.locator('[data-save="save_png"]').click()
    assert len(Path(download.value.path()).read_bytes()) > 50_000


@pytest.mark.parametrize("lang", ["en", "de"])
def test_on_a_telephone_and_in_german(opened: Opener, lang: str) -> None:
    page = opened(size=NARROW, view="view=map", lang=lang, dark=True)
    expect(page.locator("#atlas svg")).to_have_attribute("aria-label", re.compile("Karte|Map"))
    label = "stehen auf keiner Karte" if lang == "de" else "have no place on the map"
    expect(page.locator(".placeless summary")).to_contain_text(label)
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW[0]
    box = page.locator('#atlas [data-node="north-korea"] .ground').bounding_box()
    assert box is not None
    assert 0 < box["x"] < NARROW[0]


def test_paper_has_the_map(opened: Opener) -> None:
    page = opened(view="view=map&claim=c05")
    page.emulate_media(media="print")
    expect(page.locator("#atlas .node").first).to_be_visible()
    assert len(page.pdf()) > 50_000


def test_without_any_place_there_is_no_map(opened: Opener) -> None:
    page = opened(entities=(), view="view=map")
    expect(page.locator("#canvas .node").first).to_be_visible()
    assert page.get_by_role("button", name="Map", exact=True).count() == 0
    assert "outline" not in payload(Content(CLAIMS, quoted_only=False), title="t", lang=None)


@pytest.mark.parametrize(
    ("lat", "lon"), [(math.nan, 1.0), (math.inf, 1.0), (91.0, 1.0), (1.0, -181.0), (None, 1.0)]
)
def test_a_place_that_is_on_no_globe_is_none(lat: float | None, lon: float) -> None:
    iran = Entity("iran", "Iran", "state", lat=lat, lon=lon)
    data = payload(Content(CLAIMS, entities=[iran], quoted_only=False), title="t", lang=None)
    assert not [entity for entity in data["entities"] if "at" in entity]
    assert "outline" not in data


def test_hostile_names_stand_on_the_map_as_text(opened: Opener) -> None:
    evil = EntityRef("<img src=x onerror=alert(1)>", "</script><b onclick=alert(2)>\u202e", "state")
    lost = EntityRef("javascript:alert(3)", '"><svg onload=alert(4)>', "state")
    row = claim("c", "supplies", evil, None, "Russia")
    other = claim("d", "supplies", lost, None, "Russia")
    page = opened(
        [row, other],
        {"c": [evidence_for(row, "q")], "d": [evidence_for(other, "q")]},
        entities=[*ENTITIES, Entity(evil.id, evil.name, "state", lat=-90.0, lon=180.0)],
        size=WIDE,
        view="view=map",
    )
    assert signs(page) == sorted([evil.id, "russia"])
    page.locator(".placeless summary").click()
    expect(page.locator(".placeless button")).to_contain_text("onload")
    page.locator("#atlas .node").first.click()
    assert page.locator("#panel img, #panel b[onclick], .placeless svg[onload]").count() == 0


@pytest.mark.parametrize("view", ["", "view=map"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_no_name_lies_under_the_buttons_or_beside_the_screen(
    opened: Opener, view: str, size: tuple[int, int]
) -> None:
    page = opened(view=view, size=size)
    expect(page.locator(".words:visible .name").first).to_be_visible()
    boxes = """all => all.filter(e => e.getClientRects().length).map(e => {
        const {left, top, right, bottom} = e.getBoundingClientRect(); return [left, top, right, bottom]; })"""
    names = page.eval_on_selector_all(".words .name", boxes)
    [tools] = page.eval_on_selector_all(".tools", boxes)
    assert len(names) > 3
    for left, top, right, bottom in names:
        assert left >= -1
        assert right <= size[0] + 1
        assert right <= tools[0] + 1 or left >= tools[2] - 1 or bottom <= tools[1] + 1 or top >= tools[3] - 1
