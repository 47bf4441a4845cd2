from __future__ import annotations

import pytest

from loaders.language import detect


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Die Regierung hat zwölf Haubitzen an ihren Nachbarn geliefert.", "de"),
        ("The government has sent twelve howitzers to its neighbour.", "en"),
        ("Росія передала сусідам дванадцять гаубиць, повідомила розвідка.", "uk"),
        ("Россия передала соседям двенадцать гаубиц, сообщила разведка.", "ru"),
        ("Le gouvernement a livré douze obusiers à son voisin, selon un porte-parole.", "fr"),
        ("Rząd przekazał sąsiadowi dwanaście haubic, powiedział rzecznik.", "pl"),
        ("政府已向邻国交付十二门榴弹炮。", "zh"),
    ],
)
def test_languages(text: str, code: str) -> None:
    assert detect(text) == code


@pytest.mark.parametrize("text", ["", "  \n", "12.05.2024", "Patriot", "!?"])
def test_too_little_to_tell(text: str) -> None:
    assert detect(text) is None


def test_the_menu_does_not_decide() -> None:
    menu = "Home\nNews\nSport\nMore\nSign in\n" * 10
    assert (
        detect(menu + "Die Regierung hat zwölf Haubitzen an ihren Nachbarn geliefert, sagte sie. " * 3)
        == "de"
    )
