"""Each notebook runs from top to bottom, without the network, and shows what its text speaks of.

Which claims the extractor finds may change; what is asked for here is what the stories are about.
"""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.notebooks.conftest import FOLDER, NAMES, Runner

every = pytest.mark.parametrize("name", NAMES)

_PLOTS = {"01_first_look": 1, "02_cypher": 5, "03_network_analysis": 4}


def test_these_are_the_notebooks() -> None:
    assert tuple(sorted(file.stem for file in FOLDER.glob("*.ipynb"))) == NAMES


@every
def test_it_runs_and_complains_of_nothing(ran: Runner, name: str) -> None:
    run = ran(name)
    assert run.cells
    assert [cell.source for cell in run.cells if cell.execution_count is None] == []
    assert [one.text for one in run.outputs if one.output_type == "stream" and one.name == "stderr"] == []


@every
def test_it_leaves_nothing_behind(ran: Runner, name: str) -> None:
    ran(name)
    kept = [f"{notebook}.ipynb" for notebook in NAMES]
    assert sorted(path.name for path in FOLDER.iterdir() if path.name[0] not in "._") == [*kept, "strip.py"]
    assert [path.name for path in ran.temporary.iterdir() if (path / "graph").exists()] == []


@every
def test_its_plots_are_there(ran: Runner, name: str) -> None:
    plots = ran(name).shown("image/png")
    assert len(plots) == _PLOTS[name]
    assert min(len(base64.b64decode(plot)) for plot in plots) > 5000, "an empty plot has less"


def test_the_first_look_tells_who_supplies_whom_and_in_which_words(ran: Runner) -> None:
    run = ran("01_first_look")
    articles = list((FOLDER.parent / "seeds/articles").glob("*.txt"))
    assert run.table("loaded = ").count("<td>new</td>") == len(articles)
    deliveries = run.table("deliveries = ")
    assert "<td>North Korea</td>" in deliveries
    assert "<th>denied</th>" in deliveries
    assert "<td>artillery pieces</td>" in run.table('"DVRK"')
    assert "<td>North Korea</td>" in run.table("disputed = ")
    assert "<td>Iran</td>" in run.table('modality="denied"')
    way = run.table('path(store, "Iran", "North Korea")')
    assert [who in way for who in ("Iran", "Russia", "North Korea")] == [True] * 3
    for cell in ("evidence(store", 'path(store, "Iran"'):
        quotes = re.findall(r"<td>([^<]{40,})</td>", run.table(cell))
        assert quotes, "the words themselves are shown"
        texts = "\n".join(article.read_text(encoding="utf-8") for article in articles)
        assert [quote for quote in quotes if quote.replace("&#x27;", "'") not in texts] == []


def test_the_cypher_is_answered(ran: Runner) -> None:
    run = ran("02_cypher")
    assert "<td>Iran</td>" in run.table('recipient="Russia"')
    assert "<td>Germany</td>" in run.table('recipient="Ukraine"')
    assert "<td>Shahed-136</td>" in run.table('item="drones"')
    assert "never" in run.table("modality: 'denied'")
    assert run.table("told = ").count("<tr") > 2, "two numbers at least, below the headings"


def test_the_analysis_finds_a_broker_who_rests_on_one_voice(ran: Runner) -> None:
    run = ran("03_network_analysis")
    assert "<td>Russia</td>" in run.table("brokers = ")
    assert "Iran &gt; Russia &gt; North Korea" in run.table("all_simple_paths")
    assert run.table("behind = ").count("<tr") > 2
    assert run.table("groups = ").count("<tr") > 3
    rows = re.findall(r"<th>(\d)</th>\s*<td>(\d+)</td>", run.table("compared = "))
    (one, all_claims), (two, some_claims) = rows
    assert (one, two) == ("1", "2")
    assert int(all_claims) > int(some_claims) > 0


def test_the_network_shows_itself_without_a_network(ran: Runner, browser: Browser, tmp_path: Path) -> None:
    pictures = [shown for shown in ran("01_first_look").shown("text/html") if "<iframe" in shown]
    assert len(pictures) == 2
    for number, picture in enumerate(pictures):
        file = tmp_path / f"{number}.html"
        file.write_text(f"<!doctype html><meta charset=utf-8>{picture}", encoding="utf-8")
        context = browser.new_context(offline=True, viewport={"width": 1000, "height": 700})
        page = context.new_page()
        asked: list[str] = []
        errors: list[str] = []
        page.on("request", lambda request: asked.append(request.url))  # noqa: B023 - within this turn
        page.on("pageerror", lambda error: errors.append(str(error)))  # noqa: B023
        page.goto(file.as_uri())
        frame = page.frame_locator("iframe")
        frame.get_by_role("heading", level=1).wait_for()
        frame.get_by_text("North Korea").first.wait_for()
        assert [url for url in asked if not url.startswith((file.as_uri(), "data:", "blob:"))] == []
        assert errors == []
        context.close()
