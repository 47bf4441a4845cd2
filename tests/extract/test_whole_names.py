"""The whole name of a person of whom the last name stands alone."""

from __future__ import annotations

import pytest

from graph.extract.whole_names import whole_name


@pytest.mark.parametrize(
    ("text", "last", "language", "whole"),
    [
        ("Peter Arnoldi schweigt. Später sagt Arnoldi doch etwas.", "Arnoldi", "de", "Peter Arnoldi"),
        ("Expertin Dina Arnoldi schweigt.", "Arnoldi", "de", "Dina Arnoldi"),
        ("Militärexperte Arnoldi schweigt.", "Arnoldi", "de", None),
        ("Arnoldi schweigt.", "Arnoldi", "de", None),
        ("Dina Arnoldinger schweigt.", "Arnoldi", "de", None),
        ("The chairman, Peter Dvorsky, was silent.", "Dvorsky", "en", "Peter Dvorsky"),
    ],
)
def test_the_first_name_stands_elsewhere(text: str, last: str, language: str, whole: str | None) -> None:
    assert whole_name(text, last, language) == whole
