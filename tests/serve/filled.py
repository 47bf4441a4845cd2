"""A graph of a story, of what else is stronger attested, of a hub and of hostile texts."""

from __future__ import annotations

from dataclasses import replace

from graph.model import Alias, Entity
from graph.resolve.resolver import Resolver
from graph.store import Batch, Store
from tests.query.conftest import CATALOGUE, article, said

OTHERS = 70  # claims with two origins: more than the first page has
MAKERS = 230  # claims of the hub: more than come at once
REPEATS = 30  # of one claim: more assertions than come with it

HOSTILE = "<img src=x onerror='window.hacked = 1'></script><script>window.hacked = 1</script>"

_CATALOGUE = (*CATALOGUE, Entity("chips", "chips", "component", aliases=(Alias("Mikrochips", "de"),)))
_RESOLVER = Resolver(_CATALOGUE)


def fill(store: Store) -> None:
    """Write it all."""
    others = [said(f"Works {n}", "supplies", None, f"Agency {n}") for n in range(OTHERS)]
    hub = [
        said(f"Maker {n:03}", "supplies", "artillery shells", "Russia", when=f"20{20 + n % 5}")
        for n in range(MAKERS)
    ]
    quote = f"{HOSTILE} \u202e javascript:alert(1)"
    hostile = said(HOSTILE, "supplies", "M1989 Koksan", "__proto__", quantity=3.0, unit=HOSTILE)
    articles = (
        article("Drones one", "Daily", "2022-10-01", said("Iran", "supplies", "Shahed-136", "Russia")),
        article(
            "Drones two",
            "Weekly",
            "2025-06-10",
            said("Russia", "supports", "Shahed-136", "North Korea", modality="planned", by="Kyrylo Budanov"),
            said("Russia", "produces", "Shahed-136", place="Alabuga"),
        ),
        article("Others one", "Daily", "2024-01-01", *others),
        article("Others two", "Weekly", "2024-01-02", *others),
        article("Makers", "Monthly", "2024-02-01", *hub),
        *(
            article(
                f"Again {n}", "Monthly", f"2023-03-{1 + n % 28:02}", said("Germany", "produces", "drones")
            )
            for n in range(REPEATS)
        ),
        article(f"Title {HOSTILE}", HOSTILE, "2024-03-01", replace(hostile, evidence=quote, end=len(quote))),
    )
    assertions = [assertion for write in articles for assertion in write.assertions]
    store.write(Batch(articles, _RESOLVER.entities_for(assertions)))
