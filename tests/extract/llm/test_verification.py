"""Quotes are found where they stand, whatever the white space, and nowhere else."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from graph.extract.llm.verification import locate

WORDS = st.lists(st.from_regex(r"[a-zäß.*+?()\[\]|„“-]{1,6}", fullmatch=True), min_size=2, max_size=8)
GAPS = st.sampled_from([" ", "\n", "  ", "\t", "\u00a0", "\r\n"])


@given(WORDS, GAPS, GAPS, st.text(alphabet="xyz ", max_size=10))
def test_found_whatever_the_white_space(words: list[str], ours: str, theirs: str, before: str) -> None:
    text = before + ours.join(words)
    found = locate(theirs.join(words), text, [(0, len(text))])
    assert found is not None
    start, end = found
    assert re.split(r"\s+", text[start:end]) == words


@given(WORDS, st.text(alphabet="abcdefg \n", max_size=80))
def test_what_is_found_stands_there(words: list[str], text: str) -> None:
    found = locate(" ".join(words), text, [(0, len(text))])
    assert found is None or text[found[0] : found[1]].split() == words


def test_only_within_one_span() -> None:
    text = "one two three four"
    assert locate("two three", text, [(0, 7), (8, 18)]) is None
    assert locate("three four", text, [(0, 7), (8, 18)]) == (8, 18)


def test_the_exact_place_goes_before_the_folded_one() -> None:
    text = "two\ntanks, two tanks"
    assert locate("two tanks", text, [(0, 9), (11, 20)]) == (11, 20)


def test_a_word_or_nothing_proves_nothing() -> None:
    assert all(locate(quote, "tanks . tanks", [(0, 13)]) is None for quote in ("tanks", ".", "", "  "))
