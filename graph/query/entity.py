"""One entity: its names and in how many claims it stands."""

from __future__ import annotations

from graph.model import EntityRef
from graph.model.ids import alias_key
from graph.query import parse
from graph.query.cypher import text
from graph.query.find import as_ref
from graph.query.rows import EntityRow
from graph.store.protocol import Store


def entity(store: Store, ref: EntityRef | str) -> EntityRow:
    """The entity with its other names and the number of its claims by relation and role.

    `claims` holds pairs such as ("supplies as recipient", 12), the most first.

    Raises:
        UnknownEntity, AmbiguousEntity: for a name, see `find_entity`.
    """
    found = as_ref(store, ref)
    which: dict[str, object] = {"entity": found.id, "label": found.label}
    names = [parse.text(row, "text") for row in store.run(text("aliases"), which)]
    counts = [
        (f"{parse.text(row, 'relation')} as {_role(parse.text(row, 'role'))}", parse.whole(row, "claims"))
        for row in store.run(text("entity"), which)
    ]
    return EntityRow(
        entity=found,
        aliases=tuple(name for name in names if alias_key(name) != alias_key(found.name)),
        claims=tuple(sorted(counts, key=lambda entry: (-entry[1], entry[0]))),
    )


def _role(edge: str) -> str:
    return "place" if edge == "LOCATION" else edge.lower()
