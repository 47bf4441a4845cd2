"""How fast the HTML page is, beside pyvis' own page of the same graph.

    .venv/bin/python benchmarks/explorer.py [--claims 60 2000 10000] [--pyvis-up-to 150] [--timeout 120]

For made-up graphs of several sizes: the size of the file, how long writing it takes, and how long a
browser needs from having read the file to the first picture (the best of three). pyvis lays out in the
browser and takes minutes from some thousand edges on, so it is measured up to a size only, and a page that
takes longer than a minute, or than the time-out, once only. Needs Chromium.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from graph.export.html import network, write_html
from graph.model import EntityRef
from graph.query.rows import ClaimRow, EvidenceRow

ITEMS = ("artillery shells", "drones", "missiles", "tanks", "howitzers", "radars", "engines", "rifles")
ARGUMENTS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
TIMEOUT = 120  # seconds
SLOW = 60  # seconds after which a page is not opened again


def graph(claims: int) -> tuple[list[ClaimRow], dict[str, list[EvidenceRow]]]:
    """Claims between actors, a few of which have most of the lines, each with one or two quotes."""
    chance = random.Random(claims)
    actors = [EntityRef(f"actor-{i}", f"Actor {i}", "state") for i in range(max(4, claims // 4))]
    items = [EntityRef(name, name, "weapon-system") for name in ITEMS]
    rows: list[ClaimRow] = []
    evidence: dict[str, list[EvidenceRow]] = {}
    for i in range(claims):
        giver, taker = (actors[int(len(actors) * chance.random() ** 2)] for _ in range(2))
        origins = 1 + int(4 * chance.random() ** 4)
        item, month = chance.choice(items), f"20{18 + i % 8}-{1 + i % 12:02}"
        said = (("reported", origins),)
        row = ClaimRow(
            f"claim-{i:06}",
            "supplies",
            giver,
            item,
            taker,
            None,
            origins,
            origins,
            said,
            (),
            (),
            month,
            month,
        )
        rows.append(row)
        evidence[row.claim] = [_quote(row, j, month) for j in range(min(2, origins))]
    return rows, evidence


def _quote(row: ClaimRow, number: int, month: str) -> EvidenceRow:
    assert row.subject is not None
    assert row.object is not None
    assert row.recipient is not None
    quote = (
        f"{row.subject.name} has delivered {row.object.name} to {row.recipient.name}, it was said on Monday."
    )
    return EvidenceRow(
        f"{row.claim}-{number}",
        row.claim,
        row.relation,
        "reported",
        row.subject,
        row.object,
        row.recipient,
        None,
        *(None, None, None, None, month),
        quote,
        0,
        len(quote),
        0.8,
        "made up",
        None,
        f"paper-{number}",
        f"article-{row.claim}-{number}",
        "A headline of usual length about a delivery",
        f"Paper {number}",
        month,
        f"https://paper{number}.example/{row.claim}",
        None,
    )


def ours(page: Page, timeout: float) -> float:
    """Seconds from the end of reading to the first picture."""
    _until(page, "performance.getEntriesByName('first picture').length > 0", timeout)
    return float(
        page.evaluate(
            "(performance.getEntriesByName('first picture')[0].startTime"
            " - performance.getEntriesByType('navigation')[0].responseEnd) / 1000"
        )
    )


def _until(page: Page, condition: str, timeout: float) -> None:
    """Asks again and again: the page's policy forbids the browser's driver to wait inside of it."""
    end = time.monotonic() + timeout
    while not page.evaluate(condition):
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.005)


def theirs(page: Page, timeout: float) -> float:
    """The same for pyvis: until something but the ground is on its canvas."""
    _until(
        page,
        """(() => { const c = document.querySelector("canvas"); if (!c || !c.width) return false;
            const d = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
            for (let i = 3; i < d.length; i += 4) if (d[i]) return true; return false; })()""",
        timeout,
    )
    return float(
        page.evaluate(
            "(performance.now() - performance.getEntriesByType('navigation')[0].responseEnd) / 1000"
        )
    )


def opening(
    browser: Browser, file: Path, measure: Callable[[Page, float], float], timeout: float
) -> float | None:
    """The best of three, each in a window of its own that reaches no network; None: no picture in time."""
    times: list[float] = []
    while len(times) < 3 and max(times, default=0) < SLOW:
        context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
        page = context.new_page()
        page.set_default_timeout(1000 * timeout)
        page.goto(file.as_uri(), wait_until="commit")
        try:
            times.append(measure(page, timeout))
        except TimeoutError:
            return None
        finally:
            context.close()
    return min(times)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--claims", type=int, nargs="+", default=[60, 150, 2000, 10000])
    parser.add_argument("--pyvis-up-to", type=int, default=150, help="claims up to which pyvis is measured")
    parser.add_argument("--timeout", type=float, default=TIMEOUT, help="seconds to wait for a picture")
    chosen = parser.parse_args(arguments)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("needs Chromium")
    print(f"{'claims':>7}  {'page':10}  {'MB':>6}  {'written in s':>12}  {'first picture after s':>21}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for claims in chosen.claims:
            rows, evidence = graph(claims)
            file = Path(folder) / "page.html"
            start = time.perf_counter()
            write_html(file, rows, evidence)
            written = time.perf_counter() - start
            _print(claims, "armsgraph", file, written, opening(browser, file, ours, chosen.timeout))
            if claims <= chosen.pyvis_up_to:
                net = network(rows)
                net.toggle_physics(True)  # as pyvis does it by itself
                net.cdn_resources = "in_line"
                start = time.perf_counter()
                file.write_text(net.generate_html(), encoding="utf-8")
                written = time.perf_counter() - start
                _print(claims, "pyvis", file, written, opening(browser, file, theirs, chosen.timeout))
        browser.close()


def _print(claims: int, name: str, file: Path, written: float, drawn: float | None) -> None:
    size = file.stat().st_size / 1e6
    seen = "none in time" if drawn is None else f"{drawn:.2f}"
    print(f"{claims:7}  {name:10}  {size:6.2f}  {written:12.1f}  {seen:>21}", flush=True)


if __name__ == "__main__":
    main()
