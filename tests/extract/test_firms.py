from __future__ import annotations

import pytest

from graph.extract.firms import Firms
from graph.extract.mentions import find
from graph.extract.tokens import tokenize


def firms(language: str, *sentences: str) -> list[str]:
    """The names of the companies that the last sentence names."""
    known = Firms()
    found: list[str] = []
    for text in sentences:
        mentions = find(text, tokenize(text, 0, len(text), language), language, known)
        found = [m.entity.name for m in mentions if m.entity.kind == "company"]
    return found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Wie Defense Express berichtet, kamen zehn Panzer an."),
        ("de", "Wie Systems am Montag mitteilte, kamen zehn Panzer an."),
        ("de", "Elf Systeme hatte die Insel bestellt."),
        ("de", "Weitere Werke entstehen in Litauen."),
        ("de", "Katars Chefunterhändler Mohammed al-Chulaifi nannte das einen Erfolg."),
        ("de", "Das werde man liefern, sagte Entwickler Pawlo Hrynenko unserer Redaktion."),
        ("en", "When Defence Minister Sergei Shoigu arrived, the tanks were there."),
        ("en", "In 2018, Deputy Defence Minister Dmitry Bulgakov named 200 missiles."),
        ("en", "The Ministry of National Defence says that 20 tanks arrived."),
        ("en", "The drones are operated by the Coastal Defense Regiment."),
        ("en", "The Ministry of Strategic Industries ordered drones."),
        ("en", "In November, the company delivered ten drones."),
        ("en", "The howitzers went from Changwon to Gdańsk, the company said."),
        ("en", "When Oleksandr, a company commander, fired the missile, nobody saw it."),
        ("en", "Iryna Terekh, the company's director, showed the missile."),
    ],
)
def test_what_is_no_firm(language: str, text: str) -> None:
    assert firms(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Der Bereich Norvik Systems baut Drohnen.", "Norvik Systems"),
        ("de", "Das Start-up Bergfalk Systems baut Drohnen.", "Bergfalk Systems"),
        ("de", "Die Karner Präzision GmbH baut Läufe.", "Karner Präzision"),
        ("en", "A firm called Norvik Rotor SA builds.", "Norvik Rotor"),
        ("de", "Das bestellte man bei Glocom, einer in Malaysia eingetragenen Firma.", "Glocom"),
        ("de", "Die Entwickler Muster Systems bauen Drohnen.", "Muster Systems"),
        ("en", "It was sold to Siberian Avionics Service in Novosibirsk.", "Siberian Avionics Service"),
        ("en", "The firm Arrow Defence builds drones.", "Arrow Defence"),
        ("en", "Norrsken Defence lifts its forecast as drones sell.", "Norrsken Defence"),
        ("en", "Damen, the Dutch shipbuilder, built a frigate.", "Damen"),
    ],
)
def test_a_firm_has_its_name_and_no_more(language: str, text: str, name: str) -> None:
    assert firms(language, text) == [name]


@pytest.mark.parametrize(
    ("language", "first", "later", "expected"),
    [
        ("en", "Drone maker Norvik Systems builds.", "Norvik sells drones.", ["Norvik Systems"]),
        (
            "en",
            "The maker Prairie Crest Avionics builds.",
            "Prairie Crest sells.",
            ["Prairie Crest Avionics"],
        ),
        ("en", "The firm Army Aviation builds drones.", "The Army posted on X.", []),
        ("en", "The firm Golden Anchor Logistics ships drones.", "Golden days have begun.", []),
        ("de", "Die Drohnen baut das Berliner Unternehmen Stark.", "Stark gestiegen ist der Preis.", []),
        ("de", "Die Drohnen baut das Berliner Unternehmen Stark.", "Drohnen baut Stark seit Mai.", ["Stark"]),
    ],
)
def test_what_names_it_later(language: str, first: str, later: str, expected: list[str]) -> None:
    assert firms(language, first, later) == expected


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_firm_of_ours_in_small_letters(language: str) -> None:
    text = (
        "Drohnen von thyssenkrupp Marine Systems."
        if language == "de"
        else "It is thyssenkrupp Marine Systems."
    )
    assert firms(language, text) == ["ThyssenKrupp Marine Systems"]


def test_a_name_may_begin_with_that_of_something_known() -> None:
    assert firms("en", "Asia Pacific Rotor Ltd. has supplied drones.") == ["Asia Pacific Rotor"]
