"""Who may go on speaking."""

from __future__ import annotations

import pytest

from graph.extract.model.reading import Read, read
from graph.extract.model.speakers import parts, spoke_last, voice_before
from graph.model import Article


def reads_of(text: str, language: str = "de") -> list[Read]:
    return list(read(Article(id="a", text=text, content_hash="", language=language)))


SPOKEN = "Boris Pistorius sagte, Polen liefere Panzer. Die Panzer fahren. Das Gerät steht. Panzer sind laut."


@pytest.mark.parametrize(
    ("number", "last", "own"),
    [
        (0, None, {"boris-pistorius": 1}),  # he is cited here
        (1, (0, "boris-pistorius"), {"boris-pistorius": 3}),
        (3, (0, "boris-pistorius"), {"boris-pistorius": 3}),
    ],
)
def test_a_speaker_is_remembered(number: int, last: tuple[int, str] | None, own: dict[str, int]) -> None:
    reads = reads_of(SPOKEN)
    found = spoke_last(reads, number)
    assert (found and (found[0], found[1].id)) == last
    assert parts(reads, number) == own


def test_indirect_speech_that_goes_on_is_told_from_speech_that_was() -> None:
    reads = reads_of("Boris Pistorius sagte, Polen liefere Panzer. Auch Litauen habe Panzer geliefert.")
    assert parts(reads, 1) == {"boris-pistorius": 2}


def test_long_ago_is_told_from_just_now() -> None:
    reads = reads_of(SPOKEN + " Panzer rollen." * 3)
    assert parts(reads, 5) == {"boris-pistorius": 4}


def test_where_nobody_spoke_the_person_named_first_may() -> None:
    reads = reads_of("Boris Pistorius im Gespräch. Waffen sind teuer. Panzer fahren.")
    found = voice_before(reads, 2)
    assert found is not None
    assert (found[0], found[1].entity.id) == (0, "boris-pistorius")
    assert voice_before(reads, 0) is None


def test_a_speaker_whom_no_list_knows_is_a_voice() -> None:
    reads = reads_of("Polen liefere Panzer, sagte Tomasz Nowicki. Panzer fahren.")
    found = voice_before(reads, 1)
    assert found is not None
    assert found[1].entity.name == "Tomasz Nowicki"
