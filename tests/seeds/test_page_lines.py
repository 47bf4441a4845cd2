from __future__ import annotations

import pytest

from seeds.page import front_matter_end, page_words
from seeds.page_lines import date_rest, imprint_prefix, is_byline, is_glued, line_kind, masthead


def test_every_list_of_both_languages_is_used() -> None:
    words = page_words()
    assert words.months["märz"] == words.months["march"] == 3
    assert "anzeige" in words.furniture
    assert "advertisement" in words.furniture
    assert words.published.search("Stand")
    assert words.published.search("Posted on")


@pytest.mark.parametrize("name", ["McDonald liefert Panzer", "IRIS-T SLM für Kiew", "t-online", "DeepSeek"])
def test_names_with_capitals_inside_are_not_menus(name: str) -> None:
    assert not is_glued(name)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Zwölf Haubitzen für Neudorf", None),
        ("Zwölf Haubitzen - und kein Ende", None),
        ("Von der Leyen kündigt Haubitzen an", None),
        ("Merz: keine Haubitzen mehr", None),
        ("Das Wichtigste in Kürze", "summary-head"),
        ("Mehr zum Thema", "teaser-head"),
        ("abc/muster-bote.de/dpa", "byline"),
        ("eva.beispiel@bote.example", "byline"),
        ("3. Mai 2024", "date"),
    ],
)
def test_kinds(line: str, kind: str | None) -> None:
    assert line_kind(line) == kind


def test_what_is_no_front_matter() -> None:
    for text in ("---\nEin Strich\n---\nText", "---\ntitle: A\nText ohne Ende", "a: b\n---\n"):
        assert front_matter_end(text) == 0


@pytest.mark.parametrize(
    "dateline",
    [
        "ATHENS, Feb. 3 (Hill Wire) - ",
        "LYON, Marseille (Hill Wire) - ",
        "**ATHENS** — ",
        "*ATHENS, Feb. 3 -* ",
    ],
)
def test_a_dateline_is_left_out_whole(dateline: str) -> None:
    assert imprint_prefix(f"{dateline}Six tanks have arrived.") == len(dateline)


def test_helpers_take_anything() -> None:
    for line in ("", " ", "-", "(", "©", "\u2028", "Von", "By ", "|", "# "):
        line_kind(line)
        imprint_prefix(line)
        is_byline(line)
        masthead(line)
        date_rest(line)


@pytest.mark.timeout(60)  # an expression that tries every way would run for hours
@pytest.mark.parametrize(
    "unit", ["A", "A-", "A. ", "(", "-", "*", "*A", "Von ", "© ", "a@", ".", "Foto: ", "AAAA/", "A a "]
)
def test_no_line_is_too_odd_to_be_read(unit: str) -> None:
    for size in (300, 100_000):
        line = unit * (size // len(unit))
        assert line_kind(line) in (None, "furniture", "caption", "byline")
        assert imprint_prefix(line) <= 300
