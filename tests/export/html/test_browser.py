"""The page in a real browser that reaches no network."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from graph.export.html import write_html
from graph.model import EntityRef
from graph.query.rows import ClaimRow, EvidenceRow
from tests.export.html.conftest import NARROW, WIDE, Opener
from tests.export.html.sample import CLAIMS, EVIDENCE, claim, evidence_for


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
    expect(page.locator("#counts")).to_contain_text("20 claims")
    assert page.locator(".node").count() > 15
    assert page.locator(".picture .line").count() > 15
    assert page.locator("#panel .card").count() >= len(CLAIMS)


def test_a_click_on_a_line_shows_who_said_it_in_which_words(opened: Opener) -> None:
    page = opened(*_pair())
    page.locator(".picture .line").click()
    panel = page.locator("#panel")
    expect(panel.locator("blockquote")).to_have_text("Tehran has shipped the drones.")
    expect(panel.locator(".origin h4")).to_have_text("Origin: Kyrylo Budanov")
    who_when = ("Said by Kyrylo Budanov", "Morning Ledger", "2025-06-10", "2022-09 – 2023", "reliability C")
    for words in (*who_when, "about 600 pieces", "reported", "2 independent origins"):
        expect(panel).to_contain_text(words)
    link = panel.locator(".article a")
    expect(link).to_have_text("Deliveries continue by rail")
    expect(link).to_have_attribute("href", "https://ledger.example/deliveries")
    expect(link).to_have_attribute("rel", "noopener noreferrer nofollow")


def test_repetitions_of_one_origin_stand_apart_from_origins(opened: Opener) -> None:
    page = opened(view="claim=c01")
    origins = page.locator("#panel .origin")
    expect(origins).to_have_count(2)
    expect(origins.first).to_contain_text("Kyrylo Budanov · 2 assertions")
    expect(page.locator("#panel blockquote:visible")).to_have_count(2)
    origins.first.get_by_text("1 repetition").click()
    expect(page.locator("#panel blockquote:visible")).to_have_count(3)


def test_contradictions_stand_side_by_side(opened: Opener) -> None:
    page = opened(view="claim=c02")
    sides = page.locator("#panel .side")
    expect(sides).to_have_count(2)
    expect(sides.nth(0)).to_contain_text("120")
    expect(sides.nth(1)).to_contain_text("denied")
    tops = [sides.nth(i).evaluate("e => e.getBoundingClientRect().top") for i in (0, 1)]
    assert tops[0] == tops[1]
    denial = page.locator('#panel .assertion[data-modality="denied"]')
    expect(denial).to_contain_text("invented")
    expect(denial.locator(".article")).to_have_text("radio.txt")
    expect(denial.locator("a")).to_have_count(0)


def test_the_overview_names_the_contradictions_first(opened: Opener) -> None:
    page = opened()
    expect(page.locator("#panel h2").first).to_have_text("Where sources disagree")
    expect(page.locator("#panel .card").first).to_contain_text("M1989 Koksan")


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
    for button in range(buttons.count()):
        buttons.nth(button).click()
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW[0]
    page.locator('#views [data-view="table"]').click()
    page.locator("tbody button").first.click()
    expect(page.locator("#panel blockquote").first).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW[0]


@pytest.mark.parametrize(
    ("lang", "locale", "table"),
    [
        (None, "de-AT", "Tabelle"),
        (None, "fr-FR", "Table"),
        ("en", "de-DE", "Table"),
        ("de", "en-US", "Tabelle"),
    ],
)
def test_the_browser_chooses_the_language_unless_it_is_told(
    opened: Opener, lang: str | None, locale: str, table: str
) -> None:
    page = opened(*_pair(), lang=lang, locale=locale)
    expect(page.locator('#views [data-view="table"]')).to_have_text(table)
    assert page.evaluate("document.documentElement.lang") == ("de" if table == "Tabelle" else "en")


def test_no_claim_gives_a_page_that_says_so(opened: Opener) -> None:
    page = opened([], {}, title="Nothing yet")
    expect(page.locator("main")).to_contain_text("there is no claim in this selection")


def test_claims_without_a_quote_are_counted_and_not_shown(opened: Opener) -> None:
    rows, evidence = _pair()
    page = opened([*rows, claim("bare", "supplies", "Iran", None, "Hezbollah")], evidence)
    expect(page.locator("#panel .notice")).to_have_text("Left out, because no quote backs them: 1")
    expect(page.locator("body")).not_to_contain_text("Hezbollah")


def test_much_data_is_packed_and_read_all_the_same(opened: Opener) -> None:
    rows = [claim(f"c{i}", "supplies", "Iran", None, "Russia") for i in range(60)]
    evidence = {row.claim: [evidence_for(row, f"{row.claim} " + "ä" * 5900 * 4)] for row in rows}
    evidence |= {row.claim: [evidence_for(row, str(i) * 5900) for i in range(10)] for row in rows[:30]}
    page = opened(rows, evidence)
    expect(page.locator("#counts")).to_contain_text("60 claims")
    assert "application/gzip" in Path(page.url.removeprefix("file://")).read_text(encoding="utf-8")


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
    assert page.locator(".node").count() >= len(HOSTILE)
    page.get_by_role("button", name="Table").click()
    expect(page.locator("tbody tr")).to_have_count(len(rows))
    for number, _ in enumerate(rows):
        page.locator("tbody tr button").nth(number).click()
        expect(page.locator("#panel .roles")).to_be_visible()
        expect(page.locator("#panel blockquote")).to_have_count(2)
        name = page.locator("#panel .entity bdi").first.text_content()
        assert name is not None
        name = name.removesuffix("\u2069")  # closes what the text left open
        assert name in HOSTILE
        page.locator("#panel .entity").first.click()
        expect(page.locator("#panel .entity-title bdi")).to_contain_text(name)
        quotes = page.locator("#panel blockquote").all_text_contents()
        assert name in quotes, "shown, and shown as text"
        links = page.eval_on_selector_all("a", "all => all.map(a => a.href)")
        assert all(link.startswith(("https://a.example/", "file:")) for link in links)
    page.get_by_role("combobox").fill("window")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Graph", exact=True).click()
    assert page.evaluate("window.hacked") is None
    page.locator(".node").first.click()
    assert page.evaluate("window.hacked") is None
    assert page.locator("body iframe, body img, body script").count() == 1, "the page's own script"


def test_very_long_texts_break_nothing(opened: Opener) -> None:
    long = "W" * 1_000_000
    ref = EntityRef("long", long, "organisation")
    row = claim("long", "supplies", ref, None, "Russia", quantities=(long,), speakers=(long,))
    said = evidence_for(row, long, title=long, publisher=long, origin=long, unit=long, speaker=ref)
    page = opened([row], {"long": [said]}, size=NARROW, title=long)
    page.locator("#panel .card").first.click()
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
