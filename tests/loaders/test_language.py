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


SHORT = {
    "de": (
        "Teheran hat Moskau Drohnen überlassen.",
        "Südkorea verkauft Polen Panzer.",
        "Kiew wartet auf Munition aus Prag.",
        "Die Türkei liefert keine Drohnen mehr.",
        "Selenskyj dankt Macron für die Haubitzen.",
    ),
    "en": (
        "Iran supplied 12 drones to Russia.",
        "Tehran gave Moscow drones.",
        "Macron promised Zelensky more howitzers.",
        "North Korea makes Koksan guns.",
        "Seoul sells tanks to Poland.",
        "Hezbollah has rockets from Iran.",
    ),
    "fr": (
        "Téhéran a livré des drones à Moscou.",
        "Paris enverra six canons à Kiev.",
        "Séoul vend des chars à la Pologne.",
        "La Russie dément.",
    ),
    "nl": (
        "Teheran gaf Moskou drones voor de oorlog.",
        "Den Haag stuurt zes houwitsers naar Kyiv.",
        "Polen koopt tanks van Zuid-Korea.",
    ),
    "pl": (
        "Teheran przekazał Moskwie drony.",
        "Seul sprzedaje czołgi Warszawie.",
        "Polska kupi haubice K9 w Korei.",
    ),
    "ru": (
        "Тегеран передал Москве дроны.",
        "Сеул продаёт танки Варшаве.",
        "КНДР отправила снаряды в Россию.",
    ),
    "uk": ("Тегеран передав Москві дрони.", "Сеул продає танки Варшаві.", "КНДР надіслала снаряди до Росії."),
    "es": (
        "Teherán entregó drones a Moscú.",
        "Seúl vende tanques al ejército polaco.",
        "Madrid enviará seis cañones a Kiev.",
    ),
}


@pytest.mark.parametrize(("text", "code"), [(text, code) for code in SHORT for text in SHORT[code]])
def test_a_short_sentence_full_of_names(text: str, code: str) -> None:
    assert detect(text) == code


@pytest.mark.parametrize("text", ["Putin, Kim", "Shahed-136", "", "  \n", "12.05.2024", "Patriot", "!?"])
def test_too_little_to_tell(text: str) -> None:
    assert detect(text) is None


def test_the_menu_does_not_decide() -> None:
    menu = "Home\nNews\nSport\nMore\nSign in\n" * 10
    assert (
        detect(menu + "Die Regierung hat zwölf Haubitzen an ihren Nachbarn geliefert, sagte sie. " * 3)
        == "de"
    )
