from __future__ import annotations

import pytest

from graph.resolve.publishers import PublisherResolver
from seeds.publishers import Publisher

POST = Publisher(
    "evening-post", "Evening Post", reliability="B", domains=("post.example",), names=("E-Post",)
)
RIVAL = Publisher("rival", "The Rival", names=("Evening Post",))


@pytest.mark.parametrize("name", ["Evening Post", "EVENING-POST", "Eveningpost", "e post", "post.example"])
def test_any_spelling_finds_the_publisher(name: str) -> None:
    assert PublisherResolver([POST]).publisher(name) is POST


def test_the_first_of_two_with_one_name_keeps_it() -> None:
    assert PublisherResolver([POST, RIVAL]).publisher("Evening Post") is POST
    assert PublisherResolver([RIVAL, POST]).publisher("Evening Post") is RIVAL


def test_one_that_nobody_knows_is_of_unknown_reliability() -> None:
    found = PublisherResolver([POST]).publisher("Neue Zeitung")
    assert (found.id, found.name, found.reliability) == ("neue-zeitung", "Neue Zeitung", "F")
