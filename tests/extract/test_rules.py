"""The rules extractor on sentences of our own: the facts, in other words and in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.rules import RulesExtractor
from graph.model import Article
from tests.extract.saying import assertions, said

FACTS = [
    # help with production
    ("de", "Moskau hilft Pjöngjang beim Aufbau einer eigenen Fertigung von Drohnen des Typs Shahed-136.",
     ("supports", "Russia", "Shahed-136", "North Korea")),
    ("de", "Beim Bau von Shahed-Drohnen unterstützt Russland Nordkorea.",
     ("supports", "Russia", "Shahed", "North Korea")),
    ("en", "Russia is helping North Korea with the production of Shahed-136 drones.",
     ("supports", "Russia", "Shahed-136", "North Korea")),
    # delivered and received, active and passive
    ("de", "Aus Nordkorea erhielt Russland seither 370 Artilleriegeschütze.",
     ("supplies", "North Korea", "artillery pieces", "Russia")),
    ("de", "Nordkorea hat dem russischen Nachbarn geholfen und Russland 150 Raketen geschickt.",
     ("supplies", "North Korea", "missiles", "Russia")),
    ("de", "An Russland wurden von Nordkorea sechs Millionen Schuss Munition geliefert.",
     ("supplies", "North Korea", "ammunition", "Russia")),
    ("de", "Der Ukraine stellt Deutschland drei Kampfpanzer vom Typ Leopard 2 bereit.",
     ("supplies", "Germany", "Leopard 2", "Ukraine")),
    ("en", "Germany has handed over three Leopard 2 tanks to Ukraine.",
     ("supplies", "Germany", "Leopard 2", "Ukraine")),
    ("en", "Ukraine was supplied with artillery shells by the Czech Republic.",
     ("supplies", "Czech Republic", "artillery shells", "Ukraine")),
    ("en", "Poland bought howitzers from South Korea.",
     ("supplies", "South Korea", "howitzers", "Poland")),
    # nouns that carry the relation
    ("de", "Eine russische Lieferung von Flugabwehrsystemen nach Syrien sorgt in Ankara für Unruhe.",
     ("supplies", "Russia", "air defence systems", "Syria")),
    ("de", "Die Ukraine profitiert von Munitionslieferungen aus Tschechien.",
     ("supplies", "Czech Republic", "ammunition", "Ukraine")),
    ("en", "Washington criticised Turkey's purchase of air defence systems from Russia.",
     ("supplies", "Russia", "air defence systems", "Turkey")),
    # requests, deployments, possession, origin
    ("de", "Kim Jong-un verlangt die Massenproduktion von Kamikaze-Drohnen.",
     ("requests", "Kim Jong-un", "kamikaze drones", "")),
    ("de", "Kim Jong-un fordert, dass seine Betriebe Kamikaze-Drohnen in Serie herstellen.",
     ("requests", "Kim Jong-un", "kamikaze drones", "")),
    ("en", "Kim Jong-un called for the mass production of kamikaze drones.",
     ("requests", "Kim Jong-un", "kamikaze drones", "")),
    ("de", "Polen fordert, dass Deutschland der Ukraine Panzer liefert.",
     ("requests", "Poland", "tanks", "Germany")),
    ("en", "Germany, the ministry said, provided Ukraine with howitzers.",
     ("supplies", "Germany", "howitzers", "Ukraine")),
    ("de", "Israel zählt zu den wichtigsten Waffenlieferanten Indiens.",
     ("supplies", "Israel", "weapons", "India")),
    ("de", "Norwegen hat der Ukraine nach eigenen Angaben 50 Schützenpanzer CV90 übergeben.",
     ("supplies", "Norway", "CV90", "Ukraine")),
    ("de", "Polen und Litauen haben Kiew Storm-Shadow-Raketen zur Verfügung gestellt.",
     ("supplies", "Lithuania", "Storm Shadow", "Ukraine")),
    ("de", "Der Kreml bestritt, Teheran Raketentechnik geliefert zu haben.",
     ("supplies", "Russia", "missile technology", "Iran")),
    ("de", "Nordkorea hat etwa 11.000 Soldaten nach Russland entsandt.",
     ("deploys", "North Korea", "soldiers", "Russia")),
    ("en", "North Korea sent about 11,000 soldiers to Russia.",
     ("deploys", "North Korea", "soldiers", "Russia")),
    ("de", "Die Hisbollah verfügt über ballistische Raketen iranischer Bauart.",
     ("produces", "Iran", "ballistic missiles", "")),
    ("en", "Russian forces attacked the city with Iranian-made drones.",
     ("produces", "Iran", "drones", "")),
    ("de", "Der Konzern Rheinmetall baut in Ungarn Schützenpanzer.",
     ("produces", "Rheinmetall", "infantry fighting vehicles", "Hungary")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "fact"), FACTS)
def test_a_fact_is_found_however_it_is_worded(language: str, text: str, fact: tuple[str, ...]) -> None:
    assert fact in said(text, language)


NOTHING = [
    ("de", "Der Minister reiste am Montag nach Warschau und sprach über den Haushalt."),
    ("de", "Die Feuerwehr lieferte sich ein Rennen mit der Zeit."),
    ("en", "The company delivered strong results in the third quarter."),
    ("en", "Russia and North Korea ratified a treaty."),
    ("de", "Raketen flogen über die Grenze, niemand wurde verletzt."),
]


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_what_asserts_nothing_gives_nothing(language: str, text: str) -> None:
    assert said(text, language) == set()


def test_the_direction_is_not_swapped() -> None:
    assert said("Russland liefert Nordkorea Raketen.") == {("supplies", "Russia", "missiles", "North Korea")}
    assert said("Nordkorea liefert Russland Raketen.") == {("supplies", "North Korea", "missiles", "Russia")}


def test_each_item_has_its_own_number_and_the_period_counts_for_all() -> None:
    text = (
        "Zwischen Juni 2023 und April 2025 bekam Moskau aus Pjöngjang 370 Artilleriegeschütze, "
        "150 Raketen und sechs Millionen Schuss Munition."
    )
    found = {a.object.name: (a.quantity, a.when) for a in assertions(text) if a.object}
    period = "2023-06/2025-04"
    assert found == {
        "ammunition": (6_000_000, period),
        "missiles": (150, period),
        "artillery pieces": (370, period),
    }


def test_the_latter_are_the_second_of_two() -> None:
    text = (
        "Nordkorea hat Russland Haubitzen vom Typ D-74 sowie Geschütze vom Typ M1989 Koksan überlassen. "
        "Von letzteren wurden 120 Stück übergeben."
    )
    last = assertions(text)[-1]
    assert (last.subject and last.subject.name, last.object and last.object.name) == (
        "North Korea",
        "M1989 Koksan",
    )
    assert (last.quantity, last.recipient and last.recipient.name) == (120, "Russia")


def test_these_weapons_are_the_ones_named_before() -> None:
    text = (
        "Pjöngjang baut das Geschütz M1989 Koksan. "
        "Russland hat bisher rund 120 dieser Waffen aus Nordkorea erhalten."
    )
    last = assertions(text)[-1]
    assert last.object is not None
    assert (last.object.name, last.quantity, last.quantity_qualifier) == ("M1989 Koksan", 120, "about")


def test_who_supplied_these_weapons_is_known_from_before() -> None:
    text = "Das Geschütz M1989 Koksan liefert Nordkorea an Russland. Moskau hat 120 dieser Waffen erhalten."
    last = assertions(text)[-1]
    assert (last.subject and last.subject.name, last.quantity) == ("North Korea", 120)


def test_the_speaker_is_not_the_supplier() -> None:
    (one,) = assertions("Laut Kyrylo Budanow liefert Moskau technisches Know-how an Pjöngjang.")
    assert one.attributed_to is not None
    assert one.attributed_to.name == "Kyrylo Budanov"
    assert one.subject is not None
    assert one.subject.name == "Russia"


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("en", "“Russia sent ten drones to Mali. Iran sold Mali missiles,” Boris Pistorius said on Tuesday. "
         "“Turkey sold jets to Mali.”", ["Boris Pistorius"] * 3),
        ("de", "„Russland hat Drohnen an Mali geliefert. Iran hat Mali Raketen verkauft“, sagte Boris "
         "Pistorius. „Die Türkei hat Mali Jets verkauft.“", ["Boris Pistorius"] * 3),
        ("en", "Boris Pistorius said: “Russia sent drones to Mali. Iran sold Mali missiles.” "
         "Turkey sold jets to Mali.", ["Boris Pistorius", "Boris Pistorius", None]),
        ("en", "“Russia sent drones to Mali”, reportedly said Boris Pistorius.", ["Boris Pistorius"]),
    ],
)  # fmt: skip
def test_a_quotation_of_several_sentences_has_one_speaker(
    language: str, text: str, speakers: list[str | None]
) -> None:
    found = [a.attributed_to.name if a.attributed_to else None for a in assertions(text, language)]
    assert found == speakers


@pytest.mark.parametrize(
    ("language", "text", "fact"),
    [
        ("en", "“Sweden has given us 50 CV90 vehicles. Poland helps,” Volodymyr Zelensky said.",
         ("supplies", "Sweden", "CV90", "Ukraine")),
        ("de", "„Norwegen hat uns Haubitzen geliefert“, sagte der malische Minister Sadio Camara.",
         ("supplies", "Norway", "howitzers", "Mali")),
        ("de", "Sadio Camara, Minister von Mali, sagte: „Es regnet. Von Russland haben wir Panzer bekommen.“",
         ("supplies", "Russia", "tanks", "Mali")),
        ("de", "„Wir haben 100 Schützenpanzer Marder an die Ukraine geliefert“, sagte Armin Papperger.",
         ("supplies", "Rheinmetall", "Marder", "Ukraine")),
    ],
)  # fmt: skip
def test_we_are_those_for_whom_one_speaks(language: str, text: str, fact: tuple[str, ...]) -> None:
    assert fact in said(text, language)


def test_who_forbids_a_delivery_is_not_who_delivers() -> None:
    (one,) = assertions("Bern hat Berlin untersagt, rund 12 400 Schuss Munition an Kiew weiterzugeben.")
    assert (one.subject and one.subject.name, one.modality, one.quantity) == ("Germany", "denied", 12_400)


def test_a_part_of_a_whole_is_what_counts() -> None:
    (one,) = assertions("Moskau hat Indien bereits drei von fünf S-400-Systemen übergeben.")
    assert one.quantity == 3


def test_several_suppliers_share_a_verb() -> None:
    assert said("Großbritannien und Frankreich haben Kiew mit Marschflugkörpern beliefert.") == {
        ("supplies", "United Kingdom", "cruise missiles", "Ukraine"),
        ("supplies", "France", "cruise missiles", "Ukraine"),
    }


MODALITIES = [
    ("de", "Deutschland hat der Ukraine Panzer geliefert.", "reported"),
    ("de", "Deutschland wird der Ukraine Panzer liefern.", "planned"),
    ("de", "Deutschland hat der Ukraine keine Panzer geliefert.", "denied"),
    ("de", "China könnte Russland Drohnen liefern.", "suspected"),
    ("de", "Nordkorea soll Russland Raketen geliefert haben.", "suspected"),
    ("en", "Germany will deliver tanks to Ukraine.", "planned"),
    ("en", "China did not deliver drones to Russia.", "denied"),
    ("en", "China may have sent drones to Russia.", "suspected"),
    ("en", "Germany agreed to deliver tanks to Ukraine.", "planned"),
]


@pytest.mark.parametrize(("language", "text", "modality"), MODALITIES)
def test_modality(language: str, text: str, modality: str) -> None:
    assert [a.modality for a in assertions(text, language)] == [modality]


def test_another_language_is_left_alone() -> None:
    text = "La Russie livre des missiles à la Corée du Nord."
    assert assertions(text, "fr") == []


@given(st.text(max_size=300))
def test_any_text_gives_exact_offsets_and_no_error(text: str) -> None:
    for language in ("de", "en"):
        article = Article(id="a", text=text, content_hash="", language=language)
        for found in RulesExtractor().extract(article):
            assert text[found.start : found.end] == found.evidence


def test_offsets_survive_line_ends_and_emoji() -> None:
    text = "Vorspann 🚀\r\n\r\nRussland liefert Nordkorea Raketen.\r\n"
    (one,) = assertions(text)
    assert text[one.start : one.end] == one.evidence == "Russland liefert Nordkorea Raketen."


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Russland setzte gegen die Ukraine eine Rakete ein.", 1),
        ("Russland setzte gegen die Ukraine eine neue Rakete ein.", 1),
        ("Russland setzte gegen die Ukraine Raketen ein.", None),
        ("Russland wird gegen die Ukraine eine Rakete einsetzen.", 1),
        ("Russland produziert eine Rakete.", None),
    ],
)
def test_an_article_counts_what_was_used(text: str, count: float | None) -> None:
    assert [a.quantity for a in assertions(text, "de")] == [count]


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("de", "Deutschland kündigte am Montag die Lieferung von Panzern an die Ukraine an.", None),
        (
            "de",
            "Deutschland kündigte am Montag für Mitte 2026 die Lieferung von Panzern an die Ukraine an.",
            "2026",
        ),
        ("de", "Polen kündigte die Lieferung von Panzern an die Ukraine bis zum Jahr 2027 an.", "2027"),
        ("de", "Polen kündigte die Lieferung von Panzern an die Ukraine ab 2027 an.", "2027/.."),
        ("de", "Polen kündigte im Mai 2025 die Lieferung von Panzern an die Ukraine an.", None),
        ("en", "Poland announced in May 2025 the delivery of tanks to Ukraine.", None),
        ("en", "Poland announced in May 2025 the delivery of tanks to Ukraine by 2027.", "2027"),
        ("en", "Poland announced the delivery of tanks to Ukraine before the end of 2027.", "2027"),
    ],
)
def test_what_is_announced_has_its_own_time(language: str, text: str, when: str | None) -> None:
    assert [a.when for a in assertions(text, language, "2025-06-11")] == [when]


def test_an_arsenal_is_not_one_weapon() -> None:
    (one,) = assertions("Die Hisbollah verfügt über ein riesiges Waffenarsenal.")
    assert one.quantity is None
