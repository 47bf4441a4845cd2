"""`armsgraph serve` as a process of its own, and a real browser that may reach nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.store import open_store
from tests.cli.conftest import COMMAND, environment, heed_interrupts
from tests.serve.filled import fill
from tests.support.chromium import watched_page

WIDE, NARROW = (1280, 800), (390, 844)
Opener = Callable[..., Page]


@contextmanager
def serving(
    store: str, home: Path, *arguments: str, **variables: str
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of the running command, and its process; ended by Ctrl-C, as a person would."""
    command = [*COMMAND, "serve", "--store", store, "--port", "0", *arguments]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment(home) | {"PYTHONUNBUFFERED": "1"} | variables,
        preexec_fn=heed_interrupts,  # noqa: PLW1509 - no other thread is at work
        cwd=home,
    ) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip(), process
        finally:
            if process.poll() is None:
                os.kill(process.pid, signal.SIGINT)
                process.wait(60)


@pytest.fixture(scope="session")
def location(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the graph of tests/serve/filled.py is."""
    place = str(tmp_path_factory.mktemp("serve") / "a store")
    with open_store(place, create=True) as store:
        fill(store)
    return place


@pytest.fixture(scope="session")
def address(location: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where it is served, without a slash at the end."""
    with serving(location, tmp_path_factory.mktemp("home")) as (found, process):
        yield found.rstrip("/")
    assert process.returncode == 0


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Opener]:
    """Opens the served page; at the end nothing may have been complained of or asked for elsewhere."""
    trouble: list[str] = []
    closing: list[Callable[[], None]] = []

    def open_page(view: str = "", *, size: tuple[int, int] = WIDE, locale: str = "en-US") -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce", locale=locale
        )
        closing.append(context.close)
        page = watched_page(context, trouble, (f"{address}/", "data:image/", "blob:"))
        page.set_default_timeout(20_000)
        page.goto(f"{address}/#{view}" if view else f"{address}/")
        ready(page)
        return page

    yield open_page
    for close in closing:
        close()
    assert trouble == []


def ready(page: Page) -> None:
    """Waits until the page has what it asked for."""
    expect(page.locator("main")).to_have_attribute("aria-busy", "false", timeout=20_000)
    expect(page.locator("#panel > *").first).to_be_attached(timeout=20_000)
