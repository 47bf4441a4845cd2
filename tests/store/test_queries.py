"""The query texts keep the rules under which one text runs on both engines."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.store import queries, schema
from graph.store.queries import text

FOLDER = Path(queries.__file__).parent
NAMES = sorted(path.stem for path in FOLDER.glob("*.cypher"))


@pytest.mark.parametrize("name", NAMES)
def test_every_text_has_parameters_and_no_values(name: str) -> None:
    statement = re.sub(r"//.*", "", text(name))
    assert "$" in statement
    assert not re.search(r"['\"]", statement)


@pytest.mark.parametrize("name", NAMES)
def test_nodes_are_merged_on_their_key_and_one_label(name: str) -> None:
    unique = {
        (label, key)
        for label, key in re.findall(
            r"FOR \(n:(\w+)\) REQUIRE n\.(\w+) IS UNIQUE", "\n".join(schema.STATEMENTS)
        )
    }
    for label, properties in re.findall(r"MERGE \(\w+(:[\w:|]+) \{([^}]*)\}\)", text(name)):
        key, _, _ = properties.partition(":")
        assert (label.removeprefix(":"), key) in unique


def test_no_name_is_both_a_label_and_a_type() -> None:
    whole = "\n".join(text(name) for name in NAMES)
    labels = set(re.findall(r"\(\w*:(\w+)", whole))
    types = set(re.findall(r"\[\w*:(\w+)", whole))
    assert labels
    assert types
    assert not labels & types


def test_every_text_is_used() -> None:
    package = FOLDER.parent
    code = "\n".join(path.read_text(encoding="utf-8") for path in package.glob("*.py"))
    # composed by the writer from labels, roles and relations
    composed = {"actors", "items", "places", "subject", "object", "recipient", "location"}
    composed |= {"part_of", "part_of_remove", "kind_of", "kind_of_remove"}
    assert [name for name in NAMES if f'"{name}"' not in code and name not in composed] == []
