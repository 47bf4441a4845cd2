"""The network as a notebook shows it."""

from __future__ import annotations

import html
import re

from playwright.sync_api import Browser, expect
from pyvis.network import Network  # type: ignore[import-untyped]

from graph.export.html import network
from tests.export.html.sample import CLAIMS, EVIDENCE


def test_it_is_a_pyvis_network_that_shows_itself(browser: Browser) -> None:
    net = network(CLAIMS, EVIDENCE, title="A <network>")
    assert isinstance(net, Network)
    page = browser.new_page()
    page.set_content(net._repr_html_())
    frame = page.frame_locator("iframe")
    expect(frame.locator("h1")).to_have_text("A <network>")
    frame.locator('[data-node="iran"]').click()
    expect(frame.locator("#panel h2")).to_have_text("Iran")
    expect(frame.locator("#panel .card")).to_have_count(3)
    page.close()


def test_what_a_user_takes_out_or_moves_is_out_and_moved_on_the_page() -> None:
    net = network(CLAIMS, EVIDENCE)
    before = net.page()
    net.edges = [edge for edge in net.edges if edge["id"] != "c01"]
    net.nodes = [node for node in net.nodes if node["id"] != "baykar"]
    iran = next(node for node in net.nodes if node["id"] == "iran")
    iran["x"], iran["y"] = -4321, 1234
    after = net.page()
    assert "Words of an article about c12." in before
    assert "Words of an article about c12." not in after
    assert '["iran",-4321,1234]' in after
    assert "by rail, said Budanov" in before
    assert "by rail, said Budanov" not in after


def test_without_evidence_the_claims_are_shown_all_the_same(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(network(CLAIMS)._repr_html_())
    frame = page.frame_locator("iframe")
    frame.locator('[data-node="iran"]').click()
    frame.locator("#panel .card").first.locator("summary").click()
    expect(frame.locator("#panel")).to_contain_text("This file has no quote for it.")
    page.close()


def test_the_frame_is_shut_in() -> None:
    frame = network(CLAIMS, EVIDENCE, title='"><script>')._repr_html_()
    sandbox = re.search(r'sandbox="([^"]*)"', frame)
    assert sandbox is not None
    assert "allow-same-origin" not in sandbox[1]
    assert frame.count("<") == 2, "an iframe and its end"
    assert html.unescape(frame).count("Content-Security-Policy") == 1
