"""Takes entities and publishers out of the graph that nothing in it names any more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from graph.model import Label
from graph.store.protocol import Transaction
from graph.store.statements import run


def named_by(tx: Transaction, claims: Sequence[str], assertions: Sequence[str]) -> dict[Label, set[str]]:
    """The entities (ids) in the roles of these claims, and those who speak in these assertions."""
    asked = (("named_in_claims", claims, "claims"), ("speakers_of", assertions, "ids"))
    return {
        label: {str(row["id"]) for query, ids, name in asked for row in run(tx, query, ids, name, label)}
        for label in get_args(Label)
    }


def remove_unnamed(tx: Transaction, named: Mapping[Label, Iterable[str]], publishers: Iterable[str]) -> bool:
    """Remove those of these that nothing names any more, with their names, and then the entities above them.

    Gives whether there were any.
    """
    found = bool(run(tx, "publishers_remove", sorted(publishers), "ids"))
    for label, ids in named.items():
        entities = sorted(ids)
        while entities:
            rows = run(tx, "unnamed", entities, "ids", label)
            gone = sorted({str(row["id"]) for row in rows})
            found |= bool(gone)
            names = sorted({str(row["key"]) for row in run(tx, "names_of", gone, "ids", label)})
            run(tx, "entities_remove", gone, "ids", label)
            run(tx, "aliases_remove", names, "keys")
            entities = sorted({str(row["parent"]) for row in rows if row["parent"] is not None})
    return found
