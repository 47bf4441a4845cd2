"""Takes articles out of the graph with all that is there because of them, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence

from graph.store.derived import recount
from graph.store.protocol import Transaction
from graph.store.statements import run
from graph.store.unnamed import named_by, remove_unnamed


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
    named = named_by(tx, claims, assertions)
    run(tx, "assertions_remove", assertions, "ids")
    recount(tx, claims)
    run(tx, "articles_remove", found, "articles")
    remove_unnamed(tx, named, publishers)
    return found
