"""Which sentences name the speaker of a quotation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.quotations import MARKS, hosts
from graph.extract.sentences import split


def told(text: str, language: str = "en") -> list[tuple[int, ...]]:
    """What `hosts` tells of a text."""
    return hosts(text, list(split(text, 0, len(text), "body", language)))


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        # the speaker stands behind, or before
        ("“We came. We saw,” the envoy said.", "en", [(1,), ()]),
        ('"We came. We saw," the envoy said.', "en", [(1,), ()]),
        ("„Wir kamen. Wir sahen“, sagte der Gesandte.", "de", [(1,), ()]),
        ("»Wir kamen. Wir sahen«, sagte der Gesandte.", "de", [(1,), ()]),
        ("«Wir kamen. Wir sahen», sagte der Gesandte.", "de", [(1,), ()]),
        ("The envoy said: “We came. We saw. We left.”", "en", [(), (0,), (0,)]),
        # a quotation of whole sentences: what goes before it, else what stands behind
        ("“We came,” the envoy said. “We saw.”", "en", [(), (0,)]),
        ("“We came. We saw.” So said the envoy.", "en", [(2,), (2,), ()]),
        ("The envoy spoke. “We came. We saw.” He left.", "en", [(), (0, 3), (0, 3), ()]),
        # over two paragraphs, of which each begins with a mark
        ("“We came.\n\n“We saw,” the envoy said.", "en", [(1,), ()]),
        # a mark that is never closed ends with its paragraph
        ("The envoy: “We came.\n\nHe left. It rained.", "en", [(), (), ()]),
        # words in marks are no quotation of the sentence
        ("“Truth” is a paper. “Iran” and “Iraq”.", "en", [(), ()]),
        ("The 5\" gun fired. Nobody came.", "en", [(), ()]),
        ("It rains. Nobody came.", "en", [(), ()]),
    ],
)  # fmt: skip
def test_who_may_be_quoted(text: str, language: str, wanted: list[tuple[int, ...]]) -> None:
    assert told(text, language) == wanted


@given(st.text(alphabet=[*MARKS, "A", "b", " ", ".", "\n", "”", ","], max_size=60))
def test_a_host_is_another_sentence(text: str) -> None:
    found = told(text)
    for number, own in enumerate(found):
        assert all(0 <= host < len(found) and host != number for host in own)
