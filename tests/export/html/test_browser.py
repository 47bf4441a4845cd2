"""The page in a real browser that reaches no network."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from graph.export.html import write_html
from graph.model import EntityRef
from graph.query.rows import ClaimRow, EvidenceRow
from tests.export.html.sample import CLAIMS, EVIDENCE, claim, evidence_for

WIDE, NARROW = (1280, 800), (390, 844)


class Opener(Protocol):
    def __call__(
        self,
        claims: Sequence[ClaimRow] = ...,
        evidence: Mapping[str, Sequence[EvidenceRow]] = ...,
        *,
        size: tuple[int, int] = ...,
        dark: bool = ...,
        title: str = ...,
        lang: str = ...,
    ) -> Page: ...


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Opens a page of claims; at the end nothing may have been complained of or asked for."""
    trouble: list[str] = []
    closing: list[Callable[[], None]] = []

    def dialog_opened(dialog: Dialog) -> None:
        trouble.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open_page(
        claims: Sequence[ClaimRow] = CLAIMS,
        evidence: Mapping[str, Sequence[EvidenceRow]] = EVIDENCE,
        *,
        size: tuple[int, int] = WIDE,
        dark: bool = False,
        title: str = "Who supplies what to whom",
        lang: str = "en",
    ) -> Page:
        target = write_html(tmp_path / f"page{len(closing)}.html", claims, evidence, title=title, lang=lang)
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            offline=True,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        closing.append(context.close)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: trouble.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: trouble.append(f"error: {error}"))
        page.on("dialog", dialog_opened)
        page.on("popup", lambda popup: trouble.append(f"popup: {popup.url}"))
        own = target.as_uri()
        page.on(
            "request", lambda r: None if r.url.startswith((own, "data:image/")) else trouble.append(r.url)
        )
        page.goto(own)
        return page

    yield open_page
    for close in closing:
        close()
    assert trouble == []


def _box(page: Page, selector: str) -> dict[str, Any]:
    box = page.locator(selector).bounding_box()
    assert box is not None
    return dict(box)


def _click_canvas(page: Page, from_centre: int) -> None:
    box = _box(page, "#canvas")
    page.mouse.click(box["x"] + box["width"] / 2 + from_centre, box["y"] + box["height"] / 2)


def _pair() -> tuple[list[ClaimRow], dict[str, list[EvidenceRow]]]:
    row = claim("one", "supplies", "Iran", "Shahed-136", "Russia", origins=2, quantities=("about 600",))
    speaker = EntityRef("kyrylo-budanov", "Kyrylo Budanov", "person")
    said = evidence_for(
        row,
        "Tehran has shipped the drones.",
        speaker=speaker,
        origin=speaker.id,
        quantity=600.0,
        quantity_qualifier="about",
        unit="pieces",
        when="2022-09/2023",
    )
    return [row], {"one": [said]}


def test_the_page_opens_and_draws(opened: Opener) -> None:
    page = opened()
    expect(page.locator("h1")).to_have_text("Who supplies what to whom")
    expect(page.locator("#canvas canvas")).to_be_visible()
    drawn = page.evaluate(
        """() => { const c = document.querySelector("#canvas canvas");
            const d = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
            let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] > 0; return n; }"""
    )
    assert drawn > 5000, "something is drawn"
    assert page.locator("#panel .card").count() == len(CLAIMS)


def test_a_click_on_a_line_shows_who_said_it_in_which_words(opened: Opener) -> None:
    page = opened(*_pair())
    _click_canvas(page, 0)
    panel = page.locator("#panel")
    expect(panel.locator("blockquote")).to_have_text("Tehran has shipped the drones.")
    expect(panel.locator(".origin h4")).to_have_text("Origin: Kyrylo Budanov")
    who_when = ("Said by Kyrylo Budanov", "Morning Ledger", "2025-06-10", "2022-09 – 2023")
    for words in (*who_when, "about 600 pieces", "reported", "2 independent origins"):
        expect(panel).to_contain_text(words)
    link = panel.locator(".article a")
    expect(link).to_have_text("Deliveries continue by rail")
    expect(link).to_have_attribute("href", "https://ledger.example/deliveries")
    expect(link).to_have_attribute("rel", "noopener noreferrer nofollow")


def test_a_click_on_a_node_shows_its_claims_with_quotes(opened: Opener) -> None:
    page = opened(*_pair())
    _click_canvas(page, -130)  # the first of two nodes, at the largest zoom that fitting takes
    expect(page.locator("#panel h2")).to_have_text("Iran")
    expect(page.locator("#panel blockquote")).to_have_text("Tehran has shipped the drones.")
    _click_canvas(page, 130)
    expect(page.locator("#panel h2")).to_have_text("Russia")
    box = _box(page, "#canvas")
    page.mouse.click(box["x"] + 40, box["y"] + 40)
    expect(page.locator("#panel")).to_contain_text("Best attested")


def test_repetitions_of_one_origin_stand_together(opened: Opener) -> None:
    page = opened()
    page.locator("#panel .card").filter(has_text="artillery shells").click()
    origins = page.locator("#panel .origin")
    expect(origins).to_have_count(2)
    expect(origins.first).to_contain_text("Kyrylo Budanov · 2 assertions")
    expect(origins.first.locator("blockquote")).to_have_count(2)


def test_a_denial_stands_beside_the_report(opened: Opener) -> None:
    page = opened()
    page.locator("#panel .card").filter(has_text="M1989 Koksan → Russia").click()
    expect(page.locator("#panel .disputed")).to_have_text("disputed")
    denial = page.locator('#panel .assertion[data-modality="denied"]')
    expect(denial).to_contain_text("invented")
    expect(denial.locator(".article")).to_have_text("radio.txt")
    expect(denial.locator("a")).to_have_count(0)


def test_search_and_evidence_by_keyboard_alone(opened: Opener) -> None:
    page = opened()
    for _ in range(5):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "search":
            break
    page.keyboard.type("TURKIYE")
    expect(page.get_by_role("option")).to_have_text("Türkiyestate")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("combobox")).to_have_attribute("aria-activedescendant", "found-0")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Türkiye")
    expect(page.locator("#panel")).to_contain_text("Not in the picture")
    page.get_by_role("combobox").fill("zzz")
    expect(page.locator("#found")).to_have_text("Nothing found")
    page.keyboard.press("Escape")
    expect(page.locator("#found")).to_be_hidden()

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


def test_back_and_forward_and_a_link_to_a_view(opened: Opener) -> None:
    page = opened()
    page.locator("#panel .card").first.click()
    expect(page).to_have_url(re.compile("#claim=c05$"))
    page.locator("#panel .entity").filter(has_text="Iran").click()
    expect(page.locator("#panel h2")).to_have_text("Iran")
    page.go_back()
    expect(page.locator("#panel h2")).to_contain_text("Iran supplies Shahed-136 → Russia")
    page.reload()
    expect(page.locator("#panel h2")).to_contain_text("Iran supplies Shahed-136 → Russia")
    page.evaluate("location.hash = '#entity=%E0%A4%A'")
    expect(page.locator("#panel")).to_contain_text("Best attested")


def test_light_and_dark(opened: Opener) -> None:
    grounds = []
    for dark in (False, True):
        page = opened(dark=dark)
        grounds.append(page.evaluate("getComputedStyle(document.querySelector('#panel')).backgroundColor"))
    assert grounds == ["rgb(255, 255, 255)", "rgb(25, 30, 38)"]


@pytest.mark.parametrize("lang", ["en", "de"])
def test_a_telephone_shows_all_without_scrolling_sideways(opened: Opener, lang: str) -> None:
    page = opened(size=NARROW, lang=lang)
    buttons = page.locator("#views button")
    for button in range(2):
        buttons.nth(button).click()
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW[0]
    page.locator("tbody button").first.click()
    expect(page.locator("#panel blockquote")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW[0]


def test_no_claim_gives_a_page_that_says_so(opened: Opener) -> None:
    page = opened([], {}, title="Nothing yet")
    expect(page.locator("main")).to_contain_text("there is no claim in this selection")


def test_claims_without_evidence_or_entities_are_listed(opened: Opener) -> None:
    page = opened([claim("bare", "supplies"), claim("lone", "produces", "Iran")], {})
    page.locator("#panel .card").filter(has_text="unnamed").click()
    expect(page.locator("#panel")).to_contain_text("This file has no quote for it.")


HOSTILE = [
    "<script>window.hacked = 1</script>",
    "</script><script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 1'>",
    "<svg onload=window.hacked=1>",
    "\"'><iframe src=javascript:window.hacked=1></iframe>",
    "<!-- <script> --> ]]> {{ 7*7 }} {% raw %} ${window.hacked=1} href",
    "a\u202egnp.exe\u2066 \u2028 \x00\x1b[31m &lt;b&gt; &amp;",
    "javascript:window.hacked=1",
    "__proto__",
    "constructor",
]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_hostile_texts_are_shown_as_text_and_run_nothing(opened: Opener, size: tuple[int, int]) -> None:
    others = HOSTILE[1:] + HOSTILE[:1]
    rows, evidence = [], {}
    for text, other in zip(HOSTILE, others, strict=True):
        kinds = ("state", "weapon-system", "company", "place")
        refs = [EntityRef(f"{text}{i or ''}", f"{text}{i or ''}", kind) for i, kind in enumerate(kinds)]
        row = claim(text, "supplies", *refs, quantities=(text,), when=(text,), speakers=(text,))
        rows.append(row)
        first = evidence_for(row, text, article=text, title=other, publisher=text, published=text, url=text)
        first = replace(first, path=text, when=text, unit=text, quantity=1.0, origin=other, speaker=refs[0])
        second = evidence_for(row, other, assertion="b", article=other, title=text)
        evidence[text] = [first, replace(second, url=f"https://a.example/{text}")]
    page = opened(rows, evidence, size=size, title="".join(HOSTILE))
    expect(page.locator("#panel .card")).to_have_count(len(rows))
    page.get_by_role("button", name="Table").click()
    expect(page.locator("tbody tr")).to_have_count(len(rows))
    for number, _ in enumerate(rows):
        page.locator("tbody tr button").nth(number).click()
        expect(page.locator("#panel .roles")).to_be_visible()
        expect(page.locator("#panel blockquote")).to_have_count(2)
        name = page.locator("#panel .entity bdi").first.text_content()
        assert name in HOSTILE
        page.locator("#panel .entity").first.click()
        expect(page.locator("#panel .entity-title bdi")).to_have_text(name)
        quotes = page.locator("#panel blockquote").all_text_contents()
        assert name in quotes, "shown, and shown as text"
        links = page.eval_on_selector_all("a", "all => all.map(a => a.href)")
        assert all(link.startswith(("https://a.example/", "file:")) for link in links)
    page.get_by_role("combobox").fill("window")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Picture").click()
    assert page.evaluate("window.hacked") is None
    assert page.locator("body iframe, body img, body script:not([id=data])").count() == 2, (
        "the page's own two scripts"
    )


def test_very_long_texts_break_nothing(opened: Opener) -> None:
    long = "W" * 1_000_000
    ref = EntityRef("long", long, "organisation")
    row = claim("long", "supplies", ref, None, "Russia", quantities=(long,), speakers=(long,))
    said = evidence_for(row, long, title=long, publisher=long, origin=long, unit=long, speaker=ref)
    page = opened([row], {"long": [said]}, size=NARROW, title=long)
    page.locator("#panel .card").click()
    expect(page.locator("#panel blockquote")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW[0]
    page.get_by_role("button", name="Table").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW[0]


def test_the_policy_holds_against_what_gets_in_all_the_same(browser: Browser, tmp_path: Path) -> None:
    # as if some text had become HTML: the policy is the second wall
    page = browser.new_page()
    page.goto(write_html(tmp_path / "page.html", CLAIMS, EVIDENCE).as_uri())
    refused = page.evaluate(
        """async () => {
            const refused = [];
            document.addEventListener("securitypolicyviolation", (e) => refused.push(e.effectiveDirective));
            const script = document.createElement("script");
            script.textContent = "window.hacked = 1";
            document.body.append(script);
            const holder = document.createElement("div");
            holder.setAttribute("onclick", "window.hacked = 1");
            document.body.append(holder);
            holder.click();
            // later, not within this call: the debugger may always evaluate
            setTimeout(() => new Function("window.hacked = 1")(), 0);
            const image = new Image();
            image.src = "http://127.0.0.1:9/x.png";
            await fetch("http://127.0.0.1:9/").catch(() => {});
            await new Promise((done) => setTimeout(done, 100));
            return refused;
        }"""
    )
    assert page.evaluate("window.hacked") is None
    page.close()
    assert {"script-src-elem", "script-src-attr", "script-src", "img-src", "connect-src"} <= set(refused)
