"""A real browser, started once for all tests that need one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

_ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",  # Chromium's own sandbox does not start as root
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-sync",
    "--no-first-run",
]


def chromium() -> str | None:
    named = os.environ.get("ARMSGRAPH_TEST_CHROMIUM", "")
    return shutil.which(named) if named else shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def started_browser() -> Iterator[Browser]:
    """Chromium; the test is skipped, or fails where all is required, if there is none."""
    program = chromium()
    if program is None:
        reason = "no Chromium: install the package chromium, or name one in ARMSGRAPH_TEST_CHROMIUM"
        if os.environ.get("ARMSGRAPH_REQUIRE_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(Path(program)), args=_ARGUMENTS)
        yield started
        started.close()
