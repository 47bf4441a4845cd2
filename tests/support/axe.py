"""What axe-core finds in a page."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page

_AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"


def axe_script() -> str:
    """Its script; without it the test is skipped, or fails where all is required."""
    if not _AXE.exists():
        reason = "no axe-core: install Node and npm, then `sh requirements/node.sh`"
        if os.environ.get("ARMSGRAPH_REQUIRE_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return _AXE.read_text(encoding="utf-8")


def serious(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    found: list[str] = page.evaluate(
        """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations
            .filter(({impact}) => ["serious", "critical", "moderate"].includes(impact))
            .map(({id, nodes}) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`)"""
    )
    return found
