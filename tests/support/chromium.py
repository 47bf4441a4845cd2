"""A real browser, started once for all tests that need one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, sync_playwright

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


def watched_page(context: BrowserContext, trouble: list[str], own: tuple[str, ...]) -> Page:
    """A new page; what it complains of, opens or asks for beyond `own` addresses goes into `trouble`."""

    def dialog_opened(dialog: Dialog) -> None:
        trouble.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page = context.new_page()
    page.on("console", lambda message: trouble.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: trouble.append(f"error: {error}"))
    page.on("dialog", dialog_opened)
    page.on("popup", lambda popup: trouble.append(f"popup: {popup.url}"))
    page.on("request", lambda r: None if r.url.startswith(own) else trouble.append(r.url))
    return page
