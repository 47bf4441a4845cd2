"""What axe-core finds in the page's states, and what the keyboard reaches."""

from __future__ import annotations

import pytest

from tests.export.html.conftest import NARROW, WIDE, Opener
from tests.support.axe import axe_script, serious

STATES = [
    "",
    "from=russia&entity=russia",
    "claim=c01",
    "path=iran,north-korea",
    "between=iran,russia",
    "view=table",
    "view=matrix",
    "view=map",
    "view=map&from=russia&entity=russia",
    "relation=supplies&origins=2&hide=iran",
]


@pytest.fixture
def axe() -> str:
    return axe_script()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing_serious(opened: Opener, axe: str, size: tuple[int, int], dark: bool) -> None:
    page = opened(size=size, dark=dark, lang="de" if dark else "en")
    for state in STATES:
        page.evaluate("state => { location.hash = state; }", state)
        page.wait_for_timeout(50)
        assert serious(page, axe) == [], state
    page.locator(".filters details:not([hidden]) > summary").first.click()
    assert serious(page, axe) == [], "an open sheet"
    page.keyboard.press("Escape")
    page.evaluate("location.hash = ''")
    page.get_by_role("button", name="Hilfe" if dark else "Help").click()
    assert serious(page, axe) == [], "help"


def test_focus_is_seen_and_comes_to_everything(opened: Opener) -> None:
    page = opened(view="from=russia&entity=russia")
    reached = set()
    part = (
        "document.activeElement.closest('.node, header, .filters, .tools, .timeline, .panel')?.classList[0]"
    )
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate(part))
    assert {"top", "filters", "node", "tools", "timeline", "panel"} <= reached
