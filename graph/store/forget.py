"""Takes articles out of the graph with all that is there because of them, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from graph.model import Label
from graph.store.derived import recount
from graph.store.protocol import Transaction
from graph.store.statements import run


def forget(tx: Transaction, articles: Sequence[str]) -> list[str]:
    """Remove these articles (ids); gives those that were there.

    With them go their assertions, claims that nobody else states, and publishers, entities and
    names that nothing else in the graph names. What others state as well is counted anew.
    """
    found = sorted(str(row["id"]) for row in run(tx, "articles_lock", sorted(set(articles)), "articles"))
    publishers = {str(row["publisher"]) for row in run(tx, "published_before", found, "articles")}
    stated = run(tx, "stated_before", found, "articles")
    assertions = sorted({str(row["assertion"]) for row in stated})
    claims = sorted({str(row["claim"]) for row in stated})
    named = {
        label: {
            str(row["id"])
            for query, ids, name in (
                ("named_in_claims", claims, "claims"),
                ("speakers_of", assertions, "ids"),
            )
            for row in run(tx, query, ids, name, label)
        }
        for label in get_args(Label)
    }
    run(tx, "assertions_remove", assertions, "ids")
    recount(tx, claims)
    run(tx, "articles_remove", found, "articles")
    run(tx, "publishers_remove", sorted(publishers), "ids")
    for label, entities in named.items():
        _remove_unnamed(tx, label, entities)
    return found


def _remove_unnamed(tx: Transaction, label: Label, entities: set[str]) -> None:
    """Remove those of these entities that nothing names any more, and then those above them."""
    while entities:
        rows = run(tx, "unnamed", sorted(entities), "ids", label)
        gone = sorted({str(row["id"]) for row in rows})
        names = sorted({str(row["key"]) for row in run(tx, "names_of", gone, "ids", label)})
        run(tx, "entities_remove", gone, "ids", label)
        run(tx, "aliases_remove", names, "keys")
        entities = {str(row["parent"]) for row in rows if row["parent"] is not None}
