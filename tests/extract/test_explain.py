from __future__ import annotations

from pathlib import Path

import pytest

from graph.extract.explain import UNREAD, Explained, Unread, explain
from graph.extract.rules import RulesExtractor
from graph.model import Article
from seeds.catalogue import article_paths

EXTRACTOR = RulesExtractor()


def explained(text: str, language: str = "de", published: str | None = None) -> list[Explained | Unread]:
    article = Article("a", text, "", language=language, published=published)
    return list(explain(article, EXTRACTOR))


def only(text: str, language: str = "de") -> Explained:
    [one] = explained(text, language)
    assert isinstance(one, Explained)
    return one


def test_every_stage_of_a_sentence_is_told() -> None:
    text = "Iran hat Russland 2023 rund 40 Drohnen vom Typ Shahed-136 geliefert, sagte Boris Pistorius."
    one = only(text)
    assert (one.number, one.start, one.end, one.text) == (1, 0, len(text), text)
    assert [(t.text, t.pos, t.form, t.lemma) for t in one.tokens if t.form == "part"] == [
        ("geliefert", "verb", "part", "liefern")
    ]
    named = {m.text: (m.entity.id, m.form) for m in one.mentions}
    assert named["Drohnen vom Typ Shahed-136"] == ("shahed-136", "name")
    assert [text[m.start : m.end] for m in one.mentions] == [m.text for m in one.mentions]
    assert one.speaker is not None
    assert (one.speaker.entity.id, one.speaker.cue) == ("boris-pistorius", "sagte Boris Pistorius")
    assert [(t.text, t.edtf) for t in one.times] == [("2023", "2023")]
    first, second = one.clauses
    assert [(a.text, a.marker) for a in first.arguments][:2] == [("Iran", "bare"), ("Russland", "bare")]
    assert first.subject is not None
    assert first.subject.id == "iran"
    assert second.triggers == ()
    [trigger] = first.triggers
    assert (trigger.text, trigger.lemma, trigger.pattern, trigger.voice) == (
        "geliefert", "liefern", "give", "active",
    )  # fmt: skip
    assert [item.id for item in trigger.items] == ["shahed-136"]
    assert [frame.relation for frame in trigger.frames] == ["supplies"]
    assert [a.quantity for a in one.assertions] == [40]
    assert one.nothing is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Es regnet in Berlin auf einen Panzer.", "no trigger"),
        ("Es regnet in Berlin sehr viel.", UNREAD),
        ("Iran hat Russland im Panzerkrieg lange beliefert.", '"beliefert": no item'),
        ("Nordkorea soll Waffen geliefert haben.", '"geliefert": no recipient'),
        ("Die Lieferung von Panzern wird geprüft.", '"Lieferung": no subject'),
    ],
)
def test_says_why_a_sentence_came_to_nothing(text: str, why: str) -> None:
    one = only(text)
    assert (one.assertions, one.nothing) == ((), why)


def test_says_what_points_back_and_what_points_nowhere() -> None:
    text = "Iran hat Russland Shahed-136 geliefert. Diese Waffen kamen per Schiff. "
    notes = [m.note for one in explained(text) if isinstance(one, Explained) for m in one.mentions]
    assert "points back" in notes
    lone = only("Das Ministerium prüft die Lieferung von Panzern.")
    assert [m.note for m in lone.mentions if m.text == "Lieferung"] == ["left out"]


def test_blocks_that_are_not_read_stand_in_their_place() -> None:
    text = (
        "Iran liefert Drohnen\n\nNach Russland sind viele Drohnen gelangt, sagen Fachleute seit Monaten.\n\n"
        "Foto: dpa\n\nDie Ukraine hat mehrere davon abgeschossen, wie das Militär am Montag sagte.\n"
    )
    told = explained(text)
    assert [one.start for one in told] == sorted(one.start for one in told)
    assert [one.text for one in told if isinstance(one, Unread)] == ["Foto: dpa"]


def test_nothing_is_told_of_other_languages() -> None:
    assert explained("La Russie a livré des drones.", "fr") == []


@pytest.mark.parametrize("path", article_paths(), ids=lambda path: path.stem)
def test_the_explained_assertions_are_the_extracted_ones(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for language in ("de", "en"):
        article = Article("a", text, "", language=language)
        told = [
            a for one in explain(article, EXTRACTOR) if isinstance(one, Explained) for a in one.assertions
        ]
        assert told == list(EXTRACTOR.extract(article))
