"""A real browser without any network."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Browser, Page

from graph.export.html import write_html
from graph.model import Entity
from graph.query.rows import ClaimRow, EvidenceRow
from tests.export.html.sample import CLAIMS, ENTITIES, EVIDENCE, RELIABILITY
from tests.support.chromium import watched_page

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
        lang: str | None = ...,
        entities: Sequence[Entity] = ...,
        view: str = ...,
        locale: str = ...,
    ) -> Page: ...


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Opens a page of claims; at the end nothing may have been complained of or asked for."""
    trouble: list[str] = []
    closing: list[Callable[[], None]] = []

    def open_page(
        claims: Sequence[ClaimRow] = CLAIMS,
        evidence: Mapping[str, Sequence[EvidenceRow]] = EVIDENCE,
        *,
        size: tuple[int, int] = WIDE,
        dark: bool = False,
        title: str = "Who supplies what to whom",
        lang: str | None = "en",
        entities: Sequence[Entity] = ENTITIES,
        view: str = "",
        locale: str = "en-US",
    ) -> Page:
        target = tmp_path / f"page{len(closing)}.html"
        write_html(
            target, claims, evidence, title=title, lang=lang, entities=entities, reliability=RELIABILITY
        )
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            offline=True,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            locale=locale,
            accept_downloads=True,
        )
        closing.append(context.close)
        own = target.as_uri()
        page = watched_page(context, trouble, (own, "data:image/", "blob:"))
        page.set_default_timeout(10_000)
        page.goto(f"{own}#{view}" if view else own)
        return page

    yield open_page
    for close in closing:
        close()
    assert trouble == []
