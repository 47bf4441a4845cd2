"""Makes the pictures of the HTML page in the README: python docs/img/explorer.py [FOLDER]

Loads the example articles into a passing store, exports the page, and photographs it in Chromium without a
network. Needs armsgraph with its test packages, and Chromium.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
]
WIDE, NARROW = (1280, 800), (390, 844)
SHOTS = {
    "explorer": (WIDE, "light", "from=russia&open=north-korea&claim=24008191c326de15b3c2"),
    "explorer-path": (WIDE, "dark", "path=iran,north-korea"),
    "explorer-map": (WIDE, "light", "view=map"),
    "explorer-telephone": (NARROW, "light", "from=shahed&entity=shahed"),
}


def photograph(folder: Path) -> list[Path]:
    """The pictures' files, newly made.

    Raises:
        subprocess.CalledProcessError: the page cannot be made.
        FileNotFoundError: there is no Chromium.
    """
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        raise FileNotFoundError("needs Chromium")
    made = []
    with tempfile.TemporaryDirectory() as passing, sync_playwright() as playwright:
        page_file = Path(passing) / "demo.html"
        for arguments in (
            ["load", "--quiet", str(ROOT / "seeds" / "articles")],
            ["export", "html", str(page_file)],
        ):
            subprocess.run(
                [sys.executable, "-m", "graph.cli.main", *arguments],
                check=True,
                stderr=subprocess.DEVNULL,
                env=os.environ | {"ARMSGRAPH_STORE": str(Path(passing) / "store"), "PYTHONPATH": str(ROOT)},
            )
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for name, ((width, height), scheme, view) in SHOTS.items():
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
                offline=True,
                reduced_motion="reduce",
                locale="en-GB",
            )
            page = context.new_page()
            page.goto(f"{page_file.as_uri()}#{view}")
            page.locator(".node").first.wait_for()
            made.append(folder / f"{name}.png")
            page.screenshot(path=made[-1])
            context.close()
        browser.close()
    return made


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for path in photograph(target):
        print(path)
