"""Names found in text: the longest wins, German endings undone, capitals respected."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.gazetteer import atoms, gazetteer
from seeds.catalogue import publishers, records


def hits(text: str, language: str) -> list[tuple[str, str]]:
    """Entity id and words of each hit."""
    return [(h.entry.entity.id, text[h.start : h.end]) for h in gazetteer(language).hits(text, 0, len(text))]


@pytest.mark.parametrize("text", ["Su-35", "SU35", "Su 35", "Su-35S", "Su‑35"])
def test_a_designation_however_it_is_joined(text: str) -> None:
    for language in ("de", "en"):
        assert hits(f"({text})", language) == [("su-35", text)]


@pytest.mark.parametrize("text", ["Su-3500", "Asu-35", "Su 3 5", "Su\n35", "Su-35Super"])
def test_what_is_not_that_designation(text: str) -> None:
    assert "su-35" not in [found for found, _ in hits(text, "de")]


INFLECTED = [
    ("de", "Nordkoreas", "north-korea"),
    ("de", "nordkoreanischen Boden", "north-korea"),
    ("de", "Nordkoreanern", "north-korea"),
    ("de", "Pjöngjangs", "north-korea"),
    ("de", "der Vereinigten Staaten", "united-states"),
    ("de", "den Haubitzen", "howitzers"),
    ("de", "aus den Niederlanden", "netherlands"),
    ("de", "in den Vereinigten Arabischen Emiraten", "united-arab-emirates"),
    ("de", "mit Eurofightern", "eurofighter-typhoon"),
    ("de", "Leopard-2-Panzern", "leopard-2"),
    ("de", "der Süddeutschen Zeitung", "suddeutsche-zeitung"),
    ("de", "westliche Regierungen", "west"),
    ("en", "North Koreans", "north-korea"),
    ("en", "howitzers", "howitzers"),
    ("en", "Su-35s", "su-35"),
    ("en", "Polish hands", "poland"),
    ("en", "U.S. hands", "united-states"),
]


@pytest.mark.parametrize(("language", "text", "entity"), INFLECTED)
def test_inflected_names(language: str, text: str, entity: str) -> None:
    assert hits(text, language)[0][0] == entity


OTHER_WORDS = [
    ("en", "They polish it for us in western style, and roast turkey on china."),
    ("de", "Er spricht russisch und isst im usa-Shirt."),
    ("de", "Das haubitzen wir."),
]


@pytest.mark.parametrize(("language", "text"), OTHER_WORDS)
def test_words_that_are_no_names(language: str, text: str) -> None:
    assert hits(text, language) == []


LONGEST = [
    ("en", "Washington Post", ["washington-post"]),
    ("en", "the Washington Post in Washington", ["washington-post", "united-states"]),
    ("en", "The Times of Israel", ["times-of-israel"]),
    ("en", "New Mexico", ["new-mexico"]),
    ("de", "Südkorea, Korea Herald", ["south-korea", "korea-herald"]),
    ("de", "der Leopard 2A6", ["leopard-2"]),
    ("de", "Heckler & Koch und Rohde & Schwarz", ["heckler-koch", "rohde-schwarz"]),
]


@pytest.mark.parametrize(("language", "text", "entities"), LONGEST)
def test_the_longest_name_wins(language: str, text: str, entities: list[str]) -> None:
    found = [entity for entity, _ in hits(text, language)]
    assert [e[: len(wanted)] for e, wanted in zip(found, entities, strict=True)] == entities


def test_every_publisher_is_known_as_a_medium_by_its_name() -> None:
    for language in ("de", "en"):
        names = gazetteer(language)
        for publisher in publishers():
            assert publisher.id in names.media
            text = f"({publisher.name.removeprefix('The ').removeprefix('Die ').removeprefix('Der ')})"
            assert names.hits(text, 0, len(text)), publisher.name


def test_media_are_no_states_companies_or_items() -> None:
    names = gazetteer("en")
    assert {names.refs[medium].kind for medium in names.media} == {"organisation"}
    assert not names.media & names.origin.keys()


def test_an_item_knows_its_generic_kinds_and_an_actor_its_state() -> None:
    names = gazetteer("de")
    assert "battle-tanks" in names.kinds["leopard-2"]
    assert names.origin["bundeswehr"] == "germany"
    assert names.nouns["haubitze"].id == "howitzers"


@given(st.text(max_size=40), st.data())
def test_atoms_are_exact_and_complete(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    found = atoms(text, start)
    assert all(text[a.start : a.end] == a.text and a.text.lower() == a.low for a in found)
    covered = {i for a in found for i in range(a.start, a.end)}
    assert all(i in covered for i in range(start, len(text)) if text[i].isalpha() or text[i].isdecimal())


_WORDS = ["Leopard", "2", "A6", "Su", "35", "US", "Vereinigten", "Staaten", "von", "Amerika", "Panzer"]
_WORDS += ["-", " ", "\n", "Nordkoreas", "russische", "Armee", "der", "Times", "Israel", "of", ".", "„", "é"]


@given(st.lists(st.sampled_from(_WORDS), max_size=14).map("".join), st.data(), st.sampled_from(["de", "en"]))
def test_hits_are_inside_in_order_and_whole_words(text: str, data: st.DataObject, language: str) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = gazetteer(language).hits(text, start, end)
    for hit in found:
        assert start <= hit.start < hit.end <= end
        assert text[hit.start].isalnum()
        assert text[hit.end - 1].isalnum()
        assert "\n" not in text[hit.start : hit.end]
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("key", ["nouns", "nouns_near_arms", "nouns_in_context", "weak_nouns"])
def test_every_noun_of_an_item_is_known(key: str, language: str) -> None:
    words = [word for record in records("items") for word in (record.get(key) or {}).get(language, ())]
    assert words
    for spelling in (one for word in words for one in word.split("/")):
        assert gazetteer(language).whole(spelling.strip(".")) is not None, spelling


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_only_looks_like_an_item_is_none(language: str) -> None:
    told = [
        (one, word) for one in records("items") for word in (one.get("not_compounds") or {}).get(language, ())
    ]
    assert told
    for record, word in told:
        known = gazetteer(language).whole(word)
        assert known is None or known.id != record["id"], word
        assert record["id"] not in [found for found, _ in hits(f"({word})", language)], word


@pytest.mark.parametrize(("language", "verb"), [("de", "ausbilden"), ("de", "schulen"), ("en", "train")])
def test_verbs_that_tell_an_item(language: str, verb: str) -> None:
    assert gazetteer(language).verbs[verb].id == "training"
