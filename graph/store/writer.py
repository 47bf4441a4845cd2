"""One batch into the graph, inside one transaction of either engine.

The order matters: ends stand before the relationships between them; an article is written,
and so locked, before it is looked up what it said before; totals come last. What is new is
created without looking for it first: looking through the relationships of an article of ten
thousand assertions, ten thousand times, is what would take the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.errors import ArticleThere
from graph.model import Entity, EntityRef
from graph.store import rows
from graph.store.derived import derive
from graph.store.named import Named, Written
from graph.store.prepared import Part, Prepared, fresh
from graph.store.protocol import Row, Transaction
from graph.store.statements import by_label, connect, run, send
from graph.store.unnamed import named_by, remove_unnamed
from graph.store.values import Checked


def begin(tx: Transaction, parts: Iterable[Part], written: Written) -> Written:
    """Write new articles, their assertions, and what they name, before the claims are known.

    Gives what of names has been written beside what was `written` before.

    Raises:
        ArticleThere: an article is not new after all.
        Missing: what an article leads to is not there.
    """
    begun, made = Written(), []
    for part in parts:
        for row in run(tx, "articles", part.articles):
            raise ArticleThere(f"article {row['id']} was taken for new, but is in the store")
        write_names(tx, begun.fresh(written.fresh(part.named)))
        begun.keep(part.named)
        made.append(connect(tx, "published_by", part.published))
        made.append(connect(tx, "assertions_begun", part.assertions))
    for wait in made:
        wait()
    return begun


def write_batch(
    tx: Transaction, prepared: Prepared, named: Named, written: Written, begun: bool = False
) -> None:
    """Write the batch, and of what it names this; and bring up to date all that is derived from it.

    What only an older text of its articles named is taken away; `written` forgets all, then.
    `begun`: all of its parts were given to `begin` in this transaction.

    Raises:
        Missing: an entity or a publisher that the batch names, and that was left out of `named`, is
            not there after all.
    """
    batch, said = prepared.batch, prepared.said
    brought: tuple[Entity | EntityRef, ...] = (*prepared.named.entities, *prepared.named.stubs)
    write_names(tx, named)
    run(tx, "seen", rows.seen(batch))
    before = _NOTHING if begun else _write_articles(tx, prepared)
    had = {str(row["assertion"]): row for row in before.stated}
    lost = sorted(had.keys() - said.keys())
    unnamed = named_by(tx, sorted({str(had[key]["claim"]) for key in lost}), lost)
    run(tx, "assertions_remove", lost, "ids")
    run(tx, "assertions_again", rows.assertions_again(said[key] for key in sorted(had.keys() & said.keys())))
    # To be counted from the start: what lost an assertion, or is reported elsewhere or on another day now.
    doubtful = {
        str(row["claim"])
        for key, row in had.items()
        if key not in said or str(row["article"]) in before.other_imprint
    }
    new = fresh(one for key, one in said.items() if key not in had) if had else prepared.fresh
    derive(tx, new, doubtful, begun)
    for label, ids in unnamed.items():
        ids.difference_update(one.id for one in brought if one.label == label)
    if remove_unnamed(tx, unnamed, before.publishers - {one.id for one in prepared.named.publishers}):
        written.forget()


@dataclass(frozen=True, slots=True)
class _Before:
    """What the store had of a batch's articles: what they stated, who published those that have moved, and
    which have another imprint now."""

    stated: Sequence[Row]
    publishers: frozenset[str]
    other_imprint: frozenset[str]


_NOTHING = _Before((), frozenset(), frozenset())


def write_names(tx: Transaction, named: Named) -> None:
    """Publishers, and entities with their names and parents."""
    run(tx, "publishers", rows.publishers(named))
    sent = {
        label: send(tx, f"{label.lower()}s", entities) for label, entities in rows.entities(named).items()
    }
    # They have no names nor parents yet: none to be looked for, nor to be taken away.
    made = {(str(label), str(row["id"])) for label, found in sent.items() for row in found()}
    stood = rows.known(named, made)
    first, names = Checked(), Checked()
    for row in sorted(rows.aliases(named), key=lambda row: (row["text"], row["language"])):
        (first if (row["label"], row["entity"]) in made else names).append(row)
    given = [send(tx, "alias_first", some, label=label) for label, some in by_label(first).items()]
    run(tx, "aliases", [*names, *(row["row"] for found in given for row in found())])
    for label, some in by_label(names).items():
        run(tx, "alias_of", some, label=label)
    dropped = [
        row
        for label, some in by_label(rows.alias_keys(stood)).items()
        for row in run(tx, "alias_of_remove", some, label=label)
    ]
    run(tx, "aliases_remove", sorted(str(row["key"]) for row in dropped), "keys")
    for relation in ("part_of", "kind_of"):
        run(tx, f"{relation}_remove", rows.kept_parents(stood, relation))
        run(tx, relation, rows.parents(named, relation))


def _write_articles(tx: Transaction, prepared: Prepared) -> _Before:
    batch = prepared.batch
    found = run(tx, "articles", prepared.articles)
    known = {str(row["id"]): row["published"] for row in found}
    ids = sorted(known)
    publishers = {
        str(row["article"]): row["publisher"] for row in run(tx, "published_before", ids, "articles")
    }
    now = {write.article.id: write.publisher.id if write.publisher else None for write in batch.articles}
    moved = {article for article in ids if publishers.get(article) != now[article]}
    run(tx, "published_by_remove", sorted(moved & publishers.keys()), "articles")
    led = moved | (now.keys() - known)
    connect(tx, "published_by", rows.published(one for one in batch.articles if one.article.id in led))()
    dated = {
        write.article.id
        for write in batch.articles
        if write.article.id in known and known[write.article.id] != write.article.published
    }
    left = frozenset(str(publishers[article]) for article in moved & publishers.keys())
    return _Before(run(tx, "stated_before", ids, "articles"), left, frozenset(moved | dated))
