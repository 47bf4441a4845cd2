"""Mentions: what is named, by which words, and in which form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.firms import Firms
from graph.extract.gazetteer import gazetteer
from graph.extract.mentions import Mention, find, head_item, token_range
from graph.extract.tokens import tokenize


def mentions(text: str, language: str) -> tuple[Mention, ...]:
    """The mentions of a text of one sentence."""
    return find(text, tokenize(text, 0, len(text), language), language)


def named(text: str, language: str) -> list[tuple[str, str]]:
    """Entity id and words of each mention."""
    return [(m.entity.id, text[m.start : m.end]) for m in mentions(text, language)]


SPANS = [
    # a name that is a word, too, is a weapon where a state has a number of them
    ("en", "Romania operates 43 Gepards.", [("romania", "Romania"), ("gepard", "Gepards")]),
    ("en", "Romania operates Gepards.", [("romania", "Romania")]),
    ("de", "In Polen werden es 30 Grad.", [("poland", "Polen")]),
    ("de", "Der Zoo hat 43 Marder.", []),
    # a category and its designation are one mention
    ("de", "Kampfpanzer vom Typ Leopard 2 rollen.", [("leopard-2", "Kampfpanzer vom Typ Leopard 2")]),
    ("de", "Sie wollen „Leopard 2“-Panzer.", [("leopard-2", "Leopard 2“-Panzer")]),
    ("en", "They want Leopard 2 tanks.", [("leopard-2", "Leopard 2 tanks")]),
    ("en", "They want artillery shells.", [("artillery-shells", "artillery shells")]),
    # two categories side by side in a list stay two
    ("de", "Sie wollen Haubitzen und Raketen.", [("howitzers", "Haubitzen"), ("missiles", "Raketen")]),
    # titles and role nouns belong to their actor
    ("de", "Nordkoreas Machthaber Kim Jong-un kam.", [("kim-jong-un", "Nordkoreas Machthaber Kim Jong-un")]),
    (
        "en",
        "Russian President Vladimir Putin came.",
        [("vladimir-putin", "Russian President Vladimir Putin")],
    ),
    ("de", "Die polnische Regierung kam.", [("poland", "polnische Regierung")]),
    ("de", "Die US-Regierung kam.", [("united-states", "US-Regierung")]),
    ("en", "Poland's government came.", [("poland", "Poland's government")]),
    # German compounds by their head
    ("de", "Die Raketenartilleriegeschütze kamen.", [("rocket-artillery", "Raketenartilleriegeschütze")]),
    ("de", "Angriffsdrohnen kamen.", [("attack-drones", "Angriffsdrohnen")]),
    # a group of states, not a point of the compass
    ("de", "Westliche Regierungen helfen.", [("west", "Westliche Regierungen")]),
    ("de", "Im westlichen Polen regnet es.", [("poland", "Polen")]),
    (
        "en",
        "It rains in western Ukraine and Western Ukraine.",
        [("ukraine", "Ukraine"), ("ukraine", "Ukraine")],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), SPANS)
def test_what_a_mention_covers(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text, language) == expected


NONE = [
    ("de", "Vitamine und Bombenwetter freuen die Feuerwehr."),
    ("de", "Ein Marder lief durch den Wald."),
    ("de", "Eine Wunderwaffe gibt es nicht."),
    ("en", "He is a patriot and polishes a leopard."),
    ("en", "The think tank met."),
    ("de", "Die Wasserkanone war da."),
    ("en", "She took the ferry, not the truck."),
    ("de", ""),
]


@pytest.mark.parametrize(
    ("language", "text", "verb"),
    [
        ("de", "Man bildet Soldaten aus.", "bildet"),
        ("de", "Man hat Soldaten ausgebildet.", "ausgebildet"),
        ("en", "They trained soldiers.", "trained"),
        ("de", "Soldaten bilden eine Kette.", None),
        ("en", "They took the train.", None),
        ("en", "Iran is arming the rebels.", "arming"),
        ("en", "Iran is arming the rebels with drones.", None),
    ],
)
def test_a_verb_may_tell_an_item(language: str, text: str, verb: str | None) -> None:
    told = [text[m.start : m.end] for m in mentions(text, language) if m.by_verb]
    assert told == ([verb] if verb else [])


def test_nouns_of_other_things_too_count_where_arms_are_spoken_of() -> None:
    assert named("Sie brauchen Helme.", "de") == [("helmets", "Helme")]
    assert named("Sie brauchen Schiffe.", "de") == []
    assert named("Sie brauchen Panzer und Lastwagen.", "de") == [("tanks", "Panzer"), ("trucks", "Lastwagen")]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_names_nothing(language: str, text: str) -> None:
    assert named(text, language) == []


def test_a_name_that_is_also_a_word_counts_beside_arms() -> None:
    assert "marder" in [entity for entity, _ in named("Die Bundeswehr gab 40 Marder ab.", "de")]
    assert "patriot" in [entity for entity, _ in named("They sent a Patriot battery.", "en")]


ATTRIBUTES = [
    ("de", "Russische Raketen fielen.", "russia", True),
    ("de", "US-Waffen fielen.", "united-states", True),
    ("de", "Russland schoss Raketen.", "russia", False),
    ("de", "Die russische Regierung schoss.", "russia", False),
    ("en", "Russian rockets fell.", "russia", True),
]


@pytest.mark.parametrize(("language", "text", "entity", "attribute"), ATTRIBUTES)
def test_what_only_modifies_is_an_attribute(language: str, text: str, entity: str, attribute: bool) -> None:
    assert [m.attribute for m in mentions(text, language) if m.entity.id == entity] == [attribute]


def test_a_war_is_the_place_of_its_country() -> None:
    (one,) = mentions("Im Ukraine-Krieg schweigt alles.", "de")
    assert (one.entity.id, one.head, one.attribute) == ("ukraine", "place", False)


def test_a_medium_speaks_and_is_no_actor() -> None:
    (one,) = mentions("Das schrieb die Washington Post.", "de")
    assert (one.entity.id, one.medium, one.speaks, one.is_actor) == ("washington-post", True, True, False)


FIRMS = [
    ("de", "Der Konzern Muster Wehrtechnik GmbH baut.", "Muster Wehrtechnik"),
    ("de", "Der Hersteller Kestrion baut.", "Kestrion"),
    ("en", "Drone maker Palaven Systems builds.", "Palaven Systems"),
]


@pytest.mark.parametrize(("language", "text", "name"), FIRMS)
def test_a_firm_that_no_list_knows(language: str, text: str, name: str) -> None:
    companies = [m for m in mentions(text, language) if m.entity.kind == "company"]
    assert [m.entity.name for m in companies] == [name]
    inside = [
        m for m in mentions(text, language) if m.start > companies[0].start and m.end <= companies[0].end
    ]
    assert inside == []


def test_a_firm_is_known_for_the_rest_of_the_article() -> None:
    firms = Firms()
    for text in ("Der Hersteller Kestrion baut Drohnen.", "Kestrion liefert."):
        found = find(text, tokenize(text, 0, len(text), "de"), "de", firms)
    assert [m.entity.name for m in found] == ["Kestrion"]
    assert named("Kestrion liefert.", "de") == []


@pytest.mark.parametrize(
    ("word", "item"),
    [
        ("Panzerhaubitzen", "howitzers"),
        ("Mittelstreckenrakete", "missiles"),
        ("Vitamine", None),
        ("Waffenstillstand", None),
        ("Wasserkanonen", None),
        ("Schiffsmotoren", "engines"),
        ("Luftpilot", "pilots"),
        ("Linienpiloten", None),
    ],
)
def test_the_head_of_a_compound(word: str, item: str | None) -> None:
    found = head_item(word, gazetteer("de"))
    assert (found and found.id) == item


_PIECES = [
    "Nordkoreas ",
    "Kim Jong-un ",
    "Leopard 2",
    "-Panzer ",
    "die ",
    "russische ",
    "Armee ",
    "„",
    "“ ",
    "US-",
    "Waffen ",
    "GmbH ",
    "Muster ",
    "Konzern ",
    "Hersteller ",
    "western ",
    "Ukraine ",
    "und ",
    ", ",
    "Die Welt ",
    "schreibt ",
    "\n",
    "🚀",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join), st.sampled_from(["de", "en"]))
def test_spans_and_tokens_agree(text: str, language: str) -> None:
    tokens = tokenize(text, 0, len(text), language)
    for mention in find(text, tokens, language):
        assert 0 <= mention.start < mention.end <= len(text)
        assert (mention.first, mention.last) == token_range(tokens, mention.start, mention.end)
        assert mention.first < mention.last
