"""Sentences: where they end, where they do not, and that offsets are exact."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.sentences import split


def sentences(text: str, language: str = "de") -> list[str]:
    """The sentences of a text."""
    return [s.text(text) for s in split(text, 0, len(text), "body", language)]


ENDS = [
    ("de", "Kim sprach. Er ging.", ["Kim sprach.", "Er ging."]),
    ("de", "Kim sprach! Ging er? Ja…", ["Kim sprach!", "Ging er?", "Ja…"]),
    ("de", "„Kim sprach.“ Er ging.", ["„Kim sprach.“", "Er ging."]),
    ("de", "Sie gingen.Russland blieb.", ["Sie gingen.", "Russland blieb."]),
    ("de", "Es waren 370. Dann kamen mehr.", ["Es waren 370.", "Dann kamen mehr."]),
    ("de", "Es waren 14. Dann kamen mehr.", ["Es waren 14.", "Dann kamen mehr."]),
    ("de", "Erste Zeile\nZweite Zeile", ["Erste Zeile", "Zweite Zeile"]),
    ("de", "- Erster Punkt\r\n• Zweiter Punkt", ["Erster Punkt", "Zweiter Punkt"]),
    ("en", "They said no. Then they left.", ["They said no.", "Then they left."]),
    ("en", "It was 14. Kim left.", ["It was 14.", "Kim left."]),
    ("en", "The chairman, D.K. Sunil, spoke.", ["The chairman, D.K. Sunil, spoke."]),
    ("en", "It was sent to F.B. The army left.", ["It was sent to F.B.", "The army left."]),
    ("de", "Es sprach J.R. Müller.", ["Es sprach J.R. Müller."]),
    ("en", "Kim spoke. He left.", ["Kim spoke.", "He left."]),
    ("en", "“Kim spoke.” He left.", ["“Kim spoke.”", "He left."]),
    ("en", "Kim spoke (in May). He left.", ["Kim spoke (in May).", "He left."]),
]


@pytest.mark.parametrize(("language", "text", "expected"), ENDS)
def test_where_a_sentence_ends(language: str, text: str, expected: list[str]) -> None:
    assert sentences(text, language) == expected


WHOLE = [
    ("de", "Am 14. November kam die Fracht."),
    ("de", "Die Fa. kostet 3 Mio. Euro, z.B. Die Bahn."),
    ("de", "Er fragte: „Wann?“ und ging."),
    ("de", "Die 3. Brigade und der 2. Mann kamen."),
    ("de", "2. Die Fracht kam."),
    ("de", "Dr. Meier und Prof. Weber kamen."),
    ("de", "J. R. Schmidt kam mit 2.000 Mann."),
    ("de", "Er liest news.De und kommt."),
    ("de", "Das kostet ca. Zehn Euro usw. Alles klar."),
    ("en", "Gen. Smith met Mr. Jones of the U.S. Army."),
    ("en", "It cost 1.5 million, i.e. Too much."),
    ("en", "He asked “When?” and left."),
    ("en", "It was No. 5 of eight."),
    ("en", "The ship left at 5 p.m. Friday."),
]


@pytest.mark.parametrize(("language", "text"), WHOLE)
def test_where_none_ends(language: str, text: str) -> None:
    assert sentences(text, language) == [text]


def test_only_the_part_asked_for_is_split() -> None:
    text = "Vorspann. Kim sprach. Er ging. Nachspann."
    start, end = text.index("Kim"), text.index(" Nach")
    found = list(split(text, start, end, "lead", "de"))
    assert [s.text(text) for s in found] == ["Kim sprach.", "Er ging."]
    assert {s.kind for s in found} == {"lead"}


_PIECES = st.sampled_from(
    ["Kim", " ", "\n", "\r\n", ".", "!", "…", "14", "z.B.", "„", "“", "Mio.", "u", "É", "🚀", "\t", "- "]
)


@given(st.lists(_PIECES, max_size=30).map("".join), st.data(), st.sampled_from(["de", "en"]))
def test_nothing_is_lost_and_nothing_overlaps(text: str, data: st.DataObject, language: str) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = list(split(text, start, end, "body", language))
    for sentence in found:
        words = text[sentence.start : sentence.end]
        assert start <= sentence.start < sentence.end <= end
        assert words == words.strip() == sentence.text(text)
        assert "\n" not in words
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = {i for s in found for i in range(s.start, s.end)}
    assert not any(text[i].isalnum() for i in range(start, end) if i not in covered)
