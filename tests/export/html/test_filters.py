"""Filters, the timeline, the table and the matrix."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.export.html.conftest import Opener
from tests.export.html.sample import CLAIMS, claim, evidence_for
from tests.export.html.test_steps import nodes

DATED = [
    claim("d1", "supplies", "Iran", "Shahed-136", "Russia", origins=2),
    claim("d2", "supplies", "North Korea", "artillery shells", "Russia"),
    claim("d3", "supplies", "Germany", "155 mm shells", "Ukraine", modalities=(("planned", 1),)),
]
TIMES = {"d1": "2022-09", "d2": "2023-06/2023-12", "d3": "2025"}
DATED_EVIDENCE = {row.claim: [evidence_for(row, row.claim, when=TIMES[row.claim])] for row in DATED}


def choose(page: Page, sheet: str, choice: str) -> None:
    page.locator(f".filters details.{sheet} > summary").click()
    page.locator(f".filters details.{sheet}").get_by_text(choice, exact=True).click()
    page.keyboard.press("Escape")


def test_each_filter_changes_picture_counts_and_address(opened: Opener) -> None:
    page = opened()
    choose(page, "relations", "produces")
    expect(page.locator("#counts")).to_contain_text("3 of 20 claims")
    expect(page).to_have_url(re.compile("relation=produces"))
    assert "hezbollah" not in nodes(page)
    choose(page, "categories", "aircraft")
    expect(page.locator("#counts")).to_contain_text("1 of 20 claims")
    page.get_by_role("button", name="Clear filters").click()
    expect(page.locator("#counts")).to_contain_text("20 claims")
    choose(page, "modalities", "denied")
    expect(page.locator("#counts")).to_contain_text("2 of 20 claims")
    page.get_by_role("button", name="Clear filters").click()
    choose(page, "grades", "B · usually reliable")
    expect(page.locator("#counts")).to_contain_text("1 of 20 claims")
    page.go_back()
    choose(page, "origins", "≥ 3")
    strong = sum(row.origins >= 3 for row in CLAIMS)
    expect(page.locator("#counts")).to_contain_text(f"{strong} of 20 claims")


def test_choices_say_how_many_claims_they_leave(opened: Opener) -> None:
    page = opened(view="modality=planned")
    page.locator(".filters details.relations > summary").click()
    choices = page.locator(".filters details.relations .choice")
    expect(choices).to_have_text(["supplies1"])
    page.locator(".filters details.modalities > summary").click()
    expect(page.locator(".filters details.relations[open]")).to_have_count(0)
    expect(page.locator(".filters details.modalities .choice").filter(has_text="reported")).to_have_text(
        f"reported{sum('reported' in dict(row.modalities) for row in CLAIMS)}"
    )


def test_a_filter_that_leaves_nothing_says_so(opened: Opener) -> None:
    page = opened(view="since=2031")
    expect(page.locator("#panel")).to_contain_text("No claim passes the filters.")
    page.get_by_role("button", name="Clear filters").click()
    expect(page.locator("#counts")).to_contain_text("20 claims")


def test_filters_by_keyboard(opened: Opener) -> None:
    page = opened()
    page.locator(".filters details.relations > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("#counts")).to_contain_text("of 20 claims")
    assert page.evaluate("document.activeElement.type") == "checkbox", "the place is kept"
    page.keyboard.press("Escape")
    expect(page.locator(".filters details[open]")).to_have_count(0)


def test_a_period_is_brushed_and_moved_by_keys(opened: Opener) -> None:
    page = opened(DATED, DATED_EVIDENCE)
    bars = page.locator(".bars").bounding_box()
    assert bars is not None
    y = bars["y"] + bars["height"] / 2
    page.mouse.move(bars["x"] + 3, y)
    page.mouse.down()
    page.mouse.move(bars["x"] + bars["width"] * 0.6, y, steps=5)
    page.mouse.up()
    expect(page.locator("#counts")).to_contain_text("2 of 3 claims")
    assert nodes(page) == {"iran", "russia", "north-korea"}
    page.get_by_role("button", name="All times").click()
    page.get_by_role("slider", name="From").focus()
    page.keyboard.press("End")
    expect(page.locator("#counts")).to_contain_text("1 of 3 claims")
    expect(page.get_by_role("slider", name="From")).to_have_attribute("aria-valuetext", "Jan 2025")


def test_the_network_grows_when_played(opened: Opener) -> None:
    page = opened(DATED, DATED_EVIDENCE)
    page.get_by_role("button", name="Play").click()
    expect(page.locator("#counts")).to_contain_text("1 of 3 claims")
    expect(page.locator("#counts")).to_contain_text("2 of 3 claims", timeout=20_000)
    expect(page.get_by_role("button", name="Play")).to_be_visible(timeout=30_000)
    expect(page.locator("#counts")).to_have_text(re.compile("^3 claims"))


def test_the_table_sorts_filters_and_opens_evidence(opened: Opener) -> None:
    page = opened()
    page.get_by_role("button", name="Table").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#canvas")).to_be_hidden()
    page.get_by_role("columnheader", name="Origins").get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(page.locator("th[aria-sort=descending]")).to_have_text("Origins ↓")
    expect(page.locator("tbody tr")).to_have_count(len(CLAIMS))
    expect(page.locator("tbody tr").first.locator("td").nth(8)).to_have_text("6")
    page.locator("tbody tr").first.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel blockquote")).to_have_text("Words of an article about c05.")
    choose(page, "relations", "deploys")
    expect(page.locator("tbody tr")).to_have_count(1)


def test_tables_are_copied_as_cells(opened: Opener) -> None:
    page = opened(view="view=table&relation=deploys")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = [line.split("\t") for line in page.evaluate("navigator.clipboard.readText()").splitlines()]
    assert copied[0][:4] == ["Who", "Relation", "What", "To whom"]
    assert copied[1][:5] == ["Russia", "deploys", "M1989 Koksan", "", "Kursk"]


def test_the_matrix_has_givers_by_takers(opened: Opener) -> None:
    page = opened(view="view=matrix")
    expect(page.locator(".matrix tbody th").nth(1)).to_have_text("North Korea")
    cell = page.get_by_role("button", name="North Korea → Russia: 3")
    expect(cell).to_contain_text("artillery shells")
    cell.click()
    expect(page.locator("#panel h2")).to_have_text("Between the two")
    page.get_by_role("button", name="Order by name").click()
    expect(page.locator(".matrix tbody th").first).to_have_text("Baykar")
    page.evaluate("location.hash = '#view=matrix&relation=deploys'")
    expect(page.locator("#table")).to_contain_text("No supplies among these claims.")
