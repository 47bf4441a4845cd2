"""The demo's page in a real Firefox: what is drawn, clicked and read there is what Chromium shows."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from graph.export.html import write_html
from graph.query.everything import all_claims, all_entities
from graph.query.evidence import evidence_by_claim
from graph.query.reliability import reliability
from tests.export.html.test_viewer import missing, node
from tests.support.backends import Backend
from tests.support.seeded import seeded

ROOT = Path(__file__).resolve().parents[3]


def firefox() -> str:
    named = os.environ.get("ARMSGRAPH_TEST_FIREFOX", "")
    found = shutil.which(named) if named else shutil.which("firefox-esr") or shutil.which("firefox")
    if found is None:
        missing("no Firefox: install the package firefox-esr, or name one in ARMSGRAPH_TEST_FIREFOX")
    return str(found)


@pytest.mark.timeout(600)  # a browser's first start on two busy cores
def test_the_demo_in_firefox(tmp_path: Path) -> None:
    program = firefox()
    if not (ROOT / "node_modules" / "puppeteer-core").exists():
        missing("no puppeteer-core: install Node and npm, then `sh requirements/node.sh`")
    page, home, profile = (tmp_path / name for name in ("demo.html", "home", "profile"))
    for folder in (home, profile):
        folder.mkdir()
    with seeded(Backend("embedded"), tmp_path) as store:
        claims = list(all_claims(store))
        write_html(
            page,
            claims,
            evidence_by_claim(store, claims),
            entities=all_entities(store),
            reliability=reliability(store),
        )
    done = subprocess.run(
        [node(), str(ROOT / "tests" / "viewer" / "firefox.mjs"), program, str(page), str(profile)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
        # Firefox refuses a home that is somebody else's, and looks for a display unless told not to
        env=os.environ | {"HOME": str(home), "TMPDIR": str(tmp_path), "MOZ_HEADLESS": "1"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
