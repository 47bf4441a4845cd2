"""The served page in a real browser: what it fetches, and what it shows of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.serve.conftest import NARROW, WIDE, Opener, ready, serving
from tests.serve.filled import HOSTILE, MAKERS, OTHERS, REPEATS
from tests.support.axe import axe_script, serious

ALL = OTHERS + MAKERS + 5


def nodes(page: Page) -> set[str]:
    return set(page.locator(".node").evaluate_all("all => all.map(e => e.dataset.node)"))


def node(page: Page, key: str) -> Locator:
    return page.locator(f'[data-node="{key}"]')


def found(page: Page, words: str) -> None:
    """Types into the search box and takes the first that is found."""
    page.get_by_role("combobox").first.fill(words)
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox").first).to_have_value("")
    ready(page)


def test_it_begins_with_the_strongest_of_the_store(opened: Opener) -> None:
    page = opened()
    expect(page.locator("#counts")).to_contain_text(f"{ALL} claims")
    expect(page.locator("#panel")).to_contain_text(f"of {ALL} claims")
    expect(page.locator("#panel .loaded")).to_have_text(
        f"Listed and counted are the 60 of {ALL} claims that are loaded so far."
    )
    assert 20 < page.locator(".node").count() < 130
    assert "iran" not in nodes(page)
    drawn = page.locator(".node").count()
    page.get_by_role("button", name="Draw more").click()
    ready(page)
    assert page.locator(".node").count() > drawn


def test_how_did_shahed_drones_get_to_north_korea(opened: Opener) -> None:
    page = opened()
    page.get_by_role("combobox").fill("geran")
    expect(page.get_by_role("option")).to_have_count(1)
    expect(page.get_by_role("option")).to_have_text(re.compile("Shahed-136 Geran-2"))
    page.get_by_role("option").click()
    ready(page)
    assert {"shahed-136", "iran", "russia", "north-korea"} <= nodes(page)
    expect(page.locator("#panel .entity-title")).to_contain_text("Shahed-136")
    node(page, "iran").click()
    ready(page)
    page.get_by_role("button", name="Path to").click()
    page.locator(".path-to input").fill("DVRK")
    page.keyboard.press("Enter")
    steps = page.locator("#panel .steps li")
    expect(steps).to_have_count(2)
    expect(steps.nth(0)).to_contain_text("Iran supplies Shahed-136 → Russia")
    expect(steps.nth(1)).to_contain_text("Russia supports Shahed-136 → North Korea")
    expect(steps.nth(1).locator("blockquote")).to_contain_text("Russia supports Shahed-136")
    expect(steps.nth(1)).to_contain_text("Said by Kyrylo Budanov")
    expect(steps.nth(1).locator("a")).to_have_attribute("href", "https://news.example/drones-two")
    page.go_back()
    ready(page)
    expect(page.locator("#panel .entity-title")).to_contain_text("Iran")
    page.reload()
    ready(page)
    expect(page.locator("#panel .entity-title")).to_contain_text("Iran")
    assert {"shahed-136", "iran", "russia"} <= nodes(page)


def test_the_story_by_keyboard_alone(opened: Opener) -> None:
    page = opened()
    page.keyboard.press("/")
    page.keyboard.type("Shahed")
    page.keyboard.press("Enter")
    expect(node(page, "shahed-136")).to_be_focused()
    page.keyboard.press("l")
    page.keyboard.press("Enter")
    expect(page.locator("#panel blockquote").first).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("alabuga")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(node(page, "alabuga")).to_be_focused()
    assert nodes(page) >= {"alabuga", "russia"}


@pytest.mark.parametrize(
    ("view", "drawn", "words"),
    [
        ("from=alabuga&entity=alabuga", {"alabuga", "russia"}, "Alabuga"),
        ("from=alabuga&open=russia", {"alabuga", "russia"}, "Best attested"),
        ("path=iran,alabuga", {"iran", "alabuga"}, "How they are connected"),
        ("between=iran,russia", set(), "Iran supplies Shahed-136"),
        ("from=drones&entity=drones", {"drones", "shahed-136", "iran"}, "Kinds of it: Shahed-136"),
        ("pin=iran@10@20", {"iran"}, "Best attested"),
        ("entity=nobody&open=nobody", set(), "Best attested"),
        ("from=iran&hide=russia", {"iran"}, "Best attested"),
        ("path=iran,nobody", {"iran"}, "No chain of claims connects the two"),
    ],
)
def test_a_link_leads_to_a_view_that_is_not_loaded_yet(
    opened: Opener, view: str, drawn: set[str], words: str
) -> None:
    page = opened(view)
    assert drawn <= nodes(page)
    expect(page.locator("#panel")).to_contain_text(words)
    if "hide" in view:
        assert "russia" not in nodes(page)
        expect(page.locator(".hidden-ones")).to_contain_text("Russia")


def test_a_hub_comes_in_parts_and_says_so(opened: Opener) -> None:
    page = opened("from=russia&entity=russia")
    total = MAKERS + 3
    panel = page.locator("#panel")
    assert page.locator(".picture .line").count() <= 16
    expect(panel).to_contain_text(f"state · {total} claims")
    expect(panel.locator(".notice")).to_contain_text(f"Loaded are the 200 best attested of {total}.")
    expect(node(page, "russia")).to_have_attribute(
        "aria-label", re.compile(f"{total} claims, 217 more not drawn")
    )
    panel.get_by_role("button", name="Load more").click()
    ready(page)
    expect(panel.locator(".notice")).to_have_count(0)
    panel.get_by_role("button", name="Open 217 more").click()
    ready(page)
    assert page.locator(".node").count() > MAKERS
    assert page.locator(".picture .line").count() == total


def test_all_evidence_of_a_claim_comes_when_it_is_opened(opened: Opener) -> None:
    page = opened("from=germany&entity=germany")
    panel = page.locator("#panel")
    expect(panel.locator(".partial")).to_have_text(f"20 of {REPEATS} assertions are loaded.")
    panel.get_by_role("button", name="Show it alone").click()
    ready(page)
    expect(panel.locator(".partial")).to_have_count(0)
    expect(panel.locator(".again summary")).to_have_text(f"{REPEATS - 1} repetitions")


def test_filters_look_through_the_store_and_say_what_their_numbers_count(opened: Opener) -> None:
    page = opened()
    page.locator(".filters summary", has_text="Relation").click()
    sheet = page.locator(".menu.relations .sheet")
    expect(sheet.locator(".counted")).to_have_text(
        f"Listed and counted are the 60 of {ALL} claims that are loaded so far."
    )
    sheet.locator('[value="supports"]').check()
    ready(page)
    expect(page.locator("#counts")).to_contain_text(f"1 of {ALL} claims")
    assert nodes(page) == {"russia", "north-korea"}
    sheet.locator('[value="produces"]').check()
    ready(page)
    expect(page.locator("#counts")).to_contain_text(f"3 of {ALL} claims")
    page.get_by_role("button", name="Clear filters").click()
    ready(page)
    page.locator(".filters summary", has_text="Reliability").click()
    page.locator('.menu.grades [value="B"]').check()
    ready(page)
    page.locator('.menu.modalities [value="planned"]').evaluate("e => e.click()")
    ready(page)
    expect(page.locator("#counts")).to_contain_text(f"1 of {ALL} claims")


def test_a_period_and_its_play(opened: Opener) -> None:
    page = opened("since=2022&until=2022-12")
    expect(page.locator("#counts")).to_contain_text(re.compile(rf"^\d+ of {ALL} claims"))
    assert "iran" in nodes(page)
    page.get_by_role("button", name="All times").click()
    ready(page)
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("button", name="Play")).to_be_visible(timeout=60_000)  # it has come to the end
    ready(page)
    expect(page.locator("#counts")).to_contain_text(f"{ALL} claims")


def test_the_table_says_that_it_has_a_part(opened: Opener) -> None:
    page = opened("view=table", locale="de-DE")
    expect(page.locator("caption")).to_contain_text(f"die {ALL} von {ALL} Aussagen, die bisher geladen sind")
    page.get_by_role("button", name="Matrix").click()
    expect(page.locator("caption")).to_contain_text("bisher geladen")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_hostile_texts_are_shown_as_text_and_run_nothing(opened: Opener, size: tuple[int, int]) -> None:
    page = opened(size=size)
    page.get_by_role("combobox").fill("onerror")
    expect(page.get_by_role("option").first).to_contain_text(HOSTILE)
    page.keyboard.press("Enter")
    ready(page)
    panel = page.locator("#panel")
    expect(panel.locator(".entity-title")).to_contain_text(HOSTILE)
    expect(panel.locator("blockquote")).to_contain_text(HOSTILE)
    expect(panel.locator(".article a")).to_contain_text(f"Title {HOSTILE}")
    found(page, "__proto__")
    expect(panel.locator(".entity-title")).to_contain_text("__proto__")
    page.get_by_role("button", name="Table").click()
    ready(page)
    assert page.evaluate("window.hacked") is None
    assert page.locator("body iframe, body img, body script").count() == 1, "the page's own script"
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_the_policy_lets_the_page_reach_its_own_server_alone(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/")
    ready(page)
    refused = page.evaluate(
        """async () => {
            const refused = [];
            document.addEventListener("securitypolicyviolation", (e) => refused.push(e.effectiveDirective));
            setTimeout(() => new Function("window.hacked = 1")(), 0);
            const script = document.createElement("script");
            script.src = "/api/search?q=a";
            document.body.append(script);
            new Image().src = "/x.png";
            const other = location.origin.replace("127.0.0.1", "localhost");
            await fetch(`${other}/api/search?q=a`).catch(() => {});
            await fetch("/api/search?q=a");
            await new Promise((done) => setTimeout(done, 100));
            return refused;
        }"""
    )
    assert page.evaluate("window.hacked") is None
    page.close()
    assert set(refused) == {"script-src", "script-src-elem", "img-src", "connect-src"}


def test_another_page_reads_nothing(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address.replace("127.0.0.1", "localhost") + "/api/search?q=iran")  # another origin
    read = page.evaluate(
        "url => fetch(url).then((answer) => answer.text()).catch(() => 'refused')",
        f"{address}/api/search?q=iran",
    )
    page.close()
    assert read == "refused"


def test_without_its_server_the_page_keeps_what_it_has(
    browser: Browser, location: str, tmp_path: Path
) -> None:
    page = browser.new_page()
    with serving(location, tmp_path) as (address, _):
        page.goto(f"{address}#from=iran&entity=iran")
        ready(page)
    node(page, "russia").click()
    expect(page.locator(".trouble")).to_contain_text("The server does not answer; what is loaded stays.")
    assert {"iran", "russia"} <= nodes(page)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".trouble")).to_be_visible()
    page.close()


def test_axe_finds_nothing_serious(opened: Opener) -> None:
    axe = axe_script()
    for state in (
        "from=russia&entity=russia",
        "path=iran,north-korea",
        "view=table",
        "relation=produces",
        "",
    ):
        page = opened(state)
        assert serious(page, axe) == [], state
    page.locator(".filters summary").first.click()
    assert serious(page, axe) == [], "an open sheet"


def test_the_map_comes_when_it_is_asked_for(opened: Opener) -> None:
    page = opened("from=alabuga&entity=alabuga")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="Map", exact=True).click()
    ready(page)
    expect(page.locator("#atlas")).to_be_visible()
    expect(page.locator('#atlas [data-node="alabuga"]')).to_be_visible()
    expect(page.locator(".placeless summary")).to_be_visible()
    page.get_by_role("button", name="Graph", exact=True).click()
    page.get_by_role("button", name="Map", exact=True).click()
    expect(page.locator("#atlas")).to_be_visible()
    assert ["outline" in url for url in asked] == [True], "once"
