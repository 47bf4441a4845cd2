"""How fast `armsgraph serve` is: python -m benchmarks.serve STORE [--hub NAME] [--path FROM TO]

For a store, such as one that `benchmarks/generate.py` has filled, in a real browser: seconds to the first
picture, and until a step is shown (the best of three, each in a browser window of its own). Needs Chromium.
"""

from __future__ import annotations

import argparse
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.explorer import ARGUMENTS, TIMEOUT


def shown(page: Page) -> None:
    """Waits until the page has what it asked for."""
    page.set_default_timeout(TIMEOUT * 1000)
    page.locator("main[aria-busy=false]").wait_for()
    page.locator("#panel > *").first.wait_for()


def best(browser: Browser, address: str, before: str, act: Callable[[Page], object]) -> float:
    """Seconds of `act` with the page that shows `before`: the best of three."""
    times = []
    for _ in range(3):
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        if before:
            page.goto(before)
            shown(page)
        start = time.perf_counter()
        act(page)
        shown(page)
        times.append(time.perf_counter() - start)
        page.close()
    return min(times)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("store")
    parser.add_argument("--hub", default="russia", help="id of an entity with many claims")
    parser.add_argument("--path", nargs=2, default=("iran", "north-korea"), help="ids of two entities")
    chosen = parser.parse_args(arguments)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("needs Chromium")
    command = [sys.executable, "-m", "graph.cli.main", "serve", "--store", chosen.store, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as server:
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
            go: dict[str, str] = {
                "a hub opened": f"from={chosen.hub}&entity={chosen.hub}",
                "a filter": "relation=produces&modality=planned",
                "table": "view=table",
                "a path": f"path={','.join(chosen.path)}",
            }
            first = best(browser, address, "", lambda page: page.goto(address))
            print(f"{'first picture':14}  {first:5.2f} s", flush=True)
            for name, fragment in go.items():

                def step(page: Page, view: str = fragment) -> object:
                    # the state changes at once, so that the page is busy when this returns
                    return page.evaluate(
                        "view => { location.hash = view; dispatchEvent(new HashChangeEvent('hashchange')); }",
                        view,
                    )

                print(f"{name:14}  {best(browser, address, address, step):5.2f} s", flush=True)
            browser.close()
        server.send_signal(signal.SIGINT)


if __name__ == "__main__":
    main()
