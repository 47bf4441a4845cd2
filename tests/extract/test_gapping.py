"""Who is named with a number alone, the item left out."""

from __future__ import annotations

import pytest

from graph.extract.gapping import gapped
from graph.extract.mentions import find
from graph.extract.tokens import tokenize


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Die Slowakei gab der Ukraine 13 MiG-29, Polen 14.", [("Poland", 14)]),
        (
            "de",
            "Deutschland lieferte 18 Leopard 2, Portugal drei und Schweden zehn.",
            [("Portugal", 3), ("Sweden", 10)],
        ),
        ("de", "Polen erhielt 28 K2-Panzer, Estland soll zwölf bekommen.", [("Estonia", 12)]),
        (
            "en",
            "Denmark gave 19 F-16s, the Netherlands pledged 24 and Norway six.",
            [("Netherlands", 24), ("Norway", 6)],
        ),
        ("en", "Denmark gave 19 F-16s, Norway six Leopard tanks.", []),
        ("en", "Denmark gave 19 F-16s in 2023, Norway none.", []),
        ("en", "Denmark gave F-16s to Norway, killing three.", []),
        ("de", "Dänemark gab 19 F-16, 2023 folgten sechs.", []),
        ("de", "Dänemark gab 19 F-16, norwegische 12 fehlen noch.", []),
    ],
)
def test_an_actor_with_a_number_of_its_own(
    language: str, text: str, expected: list[tuple[str, float]]
) -> None:
    tokens = tokenize(text, 0, len(text), language)
    mentions = find(text, tokens, language)
    item = next(m for m in mentions if m.is_item)
    found = list(gapped(tokens, item, mentions, language))
    assert [(one.actor.name, one.quantity.value) for one in found] == expected
    assert len({one.beside.name for one in found}) <= 1
