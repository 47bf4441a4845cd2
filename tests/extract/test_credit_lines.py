"""Sentences that tell only who said the one before."""

from __future__ import annotations

import pytest

from graph.extract.credit_lines import credits
from graph.extract.rules import RulesExtractor
from graph.extract.tokens import tokenize
from graph.model import Article

SAID = "Polen liefert der Ukraine Panzer."


def _speakers(text: str, language: str = "de") -> list[str | None]:
    article = Article(id="a", text=text, content_hash="", language=language)
    speakers = (one.attributed_to for one in RulesExtractor().extract(article))
    return [speaker.name if speaker else None for speaker in speakers]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("Das teilte das Verteidigungsministerium in Warschau am Montag mit.", "Polish Ministry of Defence"),
        ("Das sagte Präsident Andrzej Duda in Kiew.", "Andrzej Duda"),
        ("Das berichtet die „Rheinische Post“.", "Rheinische Post"),
        ("Das geht aus einem Bericht der Vereinten Nationen hervor.", "United Nations"),
        ("Dies hat ein Sprecher der Bundeswehr bestätigt.", "Bundeswehr"),
        ("Das gab es noch nie.", None),
        ("Das Ministerium teilte mit, es regne.", None),
        ("Andrzej Duda sagte, es regne.", None),
    ],
)
def test_who_said_the_sentence_before(line: str, speaker: str | None) -> None:
    assert _speakers(f"{SAID} {line}") == [speaker]


def test_a_sentence_that_names_its_speaker_keeps_him() -> None:
    text = f"Laut Boris Pistorius liefert Polen der Ukraine Panzer. Das bestätigte Andrzej Duda. {SAID}"
    assert _speakers(text) == ["Boris Pistorius", None]


@pytest.mark.parametrize(("text", "yes"), [("Das sagte er.", True), ("Das", False), ("Er sagte das.", False)])
def test_a_credit_line_begins_with_what_was_said(text: str, yes: bool) -> None:
    assert credits(tokenize(text, 0, len(text), "de"), "de") is yes
