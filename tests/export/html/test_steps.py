"""Going through the graph step by step, by mouse and by keyboard, there and back."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.export.html.conftest import NARROW, Opener
from tests.export.html.sample import claim, entity, evidence_for


def nodes(page: Page) -> set[str]:
    return set(page.locator(".node").evaluate_all("all => all.map(e => e.dataset.node)"))


def node(page: Page, key: str) -> Locator:
    return page.locator(f'[data-node="{key}"]')


def places(page: Page) -> dict[str, list[float]]:
    found: dict[str, list[float]] = page.locator(".node").evaluate_all(
        """all => Object.fromEntries(all.map(e => {
            const box = e.querySelector(".ground").getBoundingClientRect();
            const middle = [box.x + box.width / 2, box.y + box.height / 2];
            return [e.dataset.node, middle.map(Math.round)]; }))"""
    )
    return found


def test_a_click_opens_neighbours_and_nothing_that_stood_moves(opened: Opener) -> None:
    page = opened(view="from=hezbollah&entity=hezbollah")
    assert nodes(page) == {"hezbollah", "iran"}
    page.locator(".tools button").nth(1).click()  # farther, so that there is room
    page.locator(".tools button").nth(1).click()
    before = places(page)
    node(page, "iran").click()
    assert nodes(page) == {"hezbollah", "iran", "russia"}
    after = places(page)
    assert {key: after[key] for key in before} == before
    node(page, "russia").click()
    assert {"north-korea", "iran", "ukraine"} <= nodes(page)
    expect(page.locator("#panel h2")).to_have_text("Russia")
    page.get_by_role("button", name="Close neighbours").click()
    assert nodes(page) == {"hezbollah", "iran", "russia"}


def test_a_sign_says_how_many_of_its_claims_are_not_drawn(opened: Opener) -> None:
    page = opened(view="from=hezbollah")
    expect(node(page, "iran").locator(".more-mark")).to_have_text("+1")
    expect(node(page, "iran")).to_have_attribute(
        "aria-label", re.compile("Iran, state, 3 claims, 1 more not drawn")
    )
    expect(node(page, "hezbollah").locator(".more-mark")).to_have_count(0)


def test_back_forward_reload_and_a_link_to_a_view(opened: Opener) -> None:
    page = opened()
    everything = nodes(page)
    page.get_by_role("combobox").fill("hezb")
    page.keyboard.press("Enter")
    node(page, "iran").click()
    page.locator(".picture .line").first.click()
    title = page.locator("#panel h2").text_content() or ""
    three = nodes(page)
    page.go_back()
    expect(page.locator("#panel h2")).to_have_text("Iran")
    page.go_back()
    assert nodes(page) == {"hezbollah", "iran"}
    page.go_back()
    assert nodes(page) == everything
    for _ in range(3):
        page.go_forward()
    expect(page.locator("#panel h2")).to_have_text(title)
    assert nodes(page) == three
    seen = places(page)
    page.reload()
    expect(page.locator("#panel h2")).to_have_text(title)
    assert nodes(page) == three
    again = places(page)
    moved = {key: (again[key][0] - seen[key][0], again[key][1] - seen[key][1]) for key in seen}
    assert len(set(moved.values())) <= len(moved)
    page.evaluate("location.hash = '#entity=%E0%A4%A'")
    expect(page.locator("#panel")).to_contain_text("Best attested")


def test_pin_and_hide(opened: Opener) -> None:
    page = opened(view="from=hezbollah&entity=iran")
    page.get_by_role("button", name="Pin").click()
    expect(page).to_have_url(re.compile("pin=iran@"))
    page.get_by_role("combobox").fill("Baykar")
    page.keyboard.press("Enter")
    assert "iran" in nodes(page), "what is pinned stays"
    node(page, "ukraine").click()
    page.get_by_role("button", name="Hide").click()
    assert "ukraine" not in nodes(page)
    page.go_back()
    assert "ukraine" in nodes(page)


def test_a_sign_that_is_moved_by_hand_stays_there(opened: Opener) -> None:
    page = opened(view="from=hezbollah")
    x, y = places(page)["iran"]
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y + 90, steps=4)
    page.mouse.up()
    expect(page).to_have_url(re.compile("pin=iran@"))
    left, top = places(page)["iran"]
    assert abs(left - (x - 60)) <= 1
    assert abs(top - (y + 90)) <= 1


def test_search_takes_aliases_in_any_case_and_script(opened: Opener) -> None:
    page = opened()
    box = page.get_by_role("combobox")
    for words, found in {
        "dprk": "North Korea DPRKstate",
        "PJONGJANG": "North Korea Pjöngjangstate",
        "pjoengjang": "North Korea Pjöngjangstate",
        "УКРАЇНА": "Ukraine Українаstate",
        "geran": "Shahed-136 Geran-2weapon system",
        "TURKIYE": "Türkiyestate",
    }.items():
        box.fill(words)
        expect(page.get_by_role("option").first).to_have_text(found)
    box.fill("zzz")
    expect(page.locator("p.found")).to_have_text("Nothing found")
    page.keyboard.press("Escape")
    expect(page.locator("p.found")).to_be_hidden()


def test_an_item_is_drawn_where_it_is_asked_for_and_its_claims_go_through_it(opened: Opener) -> None:
    page = opened(view="from=kamikaze-drones&entity=kamikaze-drones")
    # Shahed-136 is a kind of it: Iran gives it to Russia, Russia helps North Korea with it
    assert {"kamikaze-drones", "shahed-136", "iran", "russia", "north-korea"} <= nodes(page)
    ends = page.locator('.line[aria-label^="Iran supplies Shahed-136"]')
    expect(ends).to_have_count(2)


def test_the_story_by_keyboard_alone(opened: Opener) -> None:
    page = opened(size=NARROW)
    page.keyboard.press("/")
    page.keyboard.type("shahed")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("combobox")).to_have_attribute("aria-activedescendant", "found-0")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.node") == "shahed-136"
    labels = set()
    for _ in range(6):  # through the lines of the drone
        page.keyboard.press("l")
        labels.add(str(page.evaluate("document.activeElement.getAttribute('aria-label')")))
    assert any(label.startswith("Iran supplies Shahed-136 → Russia; reported") for label in labels), labels
    assert any(label.startswith("Russia supports Shahed-136 → North Korea") for label in labels), labels
    while "Iran supplies" not in str(page.evaluate("document.activeElement.getAttribute('aria-label')")):
        page.keyboard.press("l")
    page.keyboard.press("Enter")
    expect(page.locator("#panel blockquote").first).to_have_text("Words of an article about c05.")
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowDown")  # on a high screen who takes stands below
    taker = str(page.evaluate("document.activeElement.dataset.node"))
    page.keyboard.press("Enter")
    expect(page.locator(f'[data-node="{taker}"]')).to_have_class(re.compile("chosen"))
    page.keyboard.press("d")
    assert page.evaluate("document.activeElement.id") == "panel"
    page.get_by_role("button", name="Path to").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("DPRK")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("How they are connected")
    expect(page.locator("#panel .steps blockquote").first).to_contain_text("Words of an article about")
    page.keyboard.press("Escape")


def test_a_path_is_drawn_with_its_evidence(opened: Opener) -> None:
    page = opened(view="path=iran,north-korea")
    assert {"iran", "russia", "north-korea"} <= nodes(page)
    expect(page.locator(".picture .line.chosen").first).to_be_attached()
    expect(page.locator("#panel .steps > li")).to_have_count(2)
    expect(page.locator("#panel .steps blockquote").first).to_be_visible()
    page.get_by_role("button", name="The other way round").click()
    expect(page.locator("#panel .steps .card").first).to_contain_text("North Korea")
    page.evaluate("location.hash = '#path=iran,baykar&relation=supplies'")
    expect(page.locator("#panel")).to_contain_text("No chain of claims")


def test_many_claims_between_two_are_one_line_that_unfolds(opened: Opener) -> None:
    items = ("Shahed-136", "M1989 Koksan", "artillery shells", "drone engines", "soldiers", "155 mm shells")
    rows = [claim(f"c{i}", "supplies", "Iran", item, "Russia") for i, item in enumerate(items)]
    page = opened(rows, {row.claim: [evidence_for(row, row.claim)] for row in rows})
    expect(page.locator(".picture .line")).to_have_count(1)
    page.locator(".picture .line").click()
    expect(page.locator("#panel h2")).to_have_text("Between the two")
    expect(page.locator("#panel .card")).to_have_count(6)
    expect(page.locator(".picture .line")).to_have_count(6)


def test_labels_do_not_lie_on_one_another_at_rest(opened: Opener) -> None:
    page = opened()
    boxes = page.locator(".words text").evaluate_all(
        "all => all.map(e => { const b = e.getBBox(); return [b.x, b.y, b.x + b.width, b.y + b.height]; })"
    )
    assert len(boxes) > 15
    for i, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[:i]:
            apart = (
                left >= other[2] - 2 or other[0] >= right - 2 or top >= other[3] - 4 or other[1] >= bottom - 4
            )
            assert apart, (boxes[i], other)


def test_lines_look_like_what_they_say(opened: Opener) -> None:
    page = opened()
    dashes = {}
    for modality in ("reported", "planned", "suspected", "requested"):
        line = page.locator(f'.line[data-modality="{modality}"] .stroke').first
        dashes[modality] = line.get_attribute("stroke-dasharray") or ""
    assert dashes["reported"] == ""
    assert len(set(dashes.values())) == 4
    denied = page.locator('.line[data-modality="denied"]').first
    assert (denied.locator(".strike").get_attribute("d") or "").count("M") == 3
    widths = [float(w) for w in page.locator(".line .stroke").evaluate_all(
        "all => all.map(e => e.getAttribute('stroke-width'))")]  # fmt: skip
    assert max(widths) > min(widths)
    assert entity("Iran").id in nodes(page)


def test_from_a_line_a_key_leads_to_the_details_and_back(opened: Opener) -> None:
    page = opened(view="from=iran")
    node(page, "iran").focus()
    page.keyboard.press("l")
    page.keyboard.press("Enter")
    expect(page.locator("#panel .roles")).to_be_visible()
    page.keyboard.press("d")
    expect(page.locator("#panel")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".line:focus")).to_have_count(1)
