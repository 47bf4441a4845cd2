"""docs/neo4j.md and the style for Neo4j Browser: they name what there is."""

from __future__ import annotations

import re

from graph.store.location import BOLT_SCHEMES
from graph.store.neo4j_schema import SEARCHES
from graph.store.shape import KEYS, RELATIONSHIPS
from tests.docs.documents import ROOT, document

STYLE = (ROOT / "docs/neo4j-browser.grass").read_text(encoding="utf-8")
RULE = re.compile(r"(node|relationship)(?:\.(\w+))? \{\n((?:  [\w-]+: [^;\n]+;\n)+)\}\n")
SHOWN = {"Claim": "relation", "Assertion": "quote", "Article": "title", "Alias": "text"}


def test_every_label_has_a_colour_of_its_own_and_its_name() -> None:
    rules = {
        (kind, name): dict(re.findall(r"([\w-]+): (.+);", body)) for kind, name, body in RULE.findall(STYLE)
    }
    assert RULE.sub("", STYLE).strip() == "", "nothing that Neo4j Browser would not understand"
    labels = {name: rule for (kind, name), rule in rules.items() if kind == "node" and name}
    assert labels.keys() == KEYS.keys()
    assert len({rule["color"] for rule in labels.values()}) == len(labels)
    for label, rule in labels.items():
        assert rule["caption"] == f'"{{{SHOWN.get(label, "name")}}}"'
    types = {name for kind, name in rules if kind == "relationship" and name}
    assert types <= {shape.type for shape in RELATIONSHIPS}


def test_the_page_names_schemes_and_indexes() -> None:
    text = document("docs/neo4j.md")
    for scheme in BOLT_SCHEMES:
        assert f"`{scheme}://`" in text
    for statement in SEARCHES:
        if "FULLTEXT" in statement:
            assert statement.split()[3] in text
