"""The errors that armsgraph raises on purpose.

    ArmsgraphError
    +- InputError        one input cannot be read: skip it, say so, go on
    +- UnknownEntity     no entity has that name (carries the nearest names)
    +- AmbiguousEntity   several entities have that name (carries them)
    +- UnknownArticle    no article of the store has that id, path or address
    +- UnknownClaim      no claim, or more than one, has an id that begins so
    +- UnknownQuery      no saved query has that name (carries the nearest names)
    +- SeedError         a data file under seeds/ is not what it should be
    +- ExtractorError    an extractor cannot read one article: skip it, say so, go on
    +- ExtractorUnavailable   an extractor cannot read any: not installed, not set up, not reachable
    +- StoreError        the store cannot do what was asked
       +- StoreUnavailable   not reachable, locked by another process, wrong password
       +- SchemaMismatch     the store was made by an older or a newer armsgraph
       +- QueryRefused       the query is wrong, or writes where only reading is allowed
       +- TooLarge           one transaction is more than the engine has memory for: write less in one
       +- ArticleThere       an article that was taken for new is in the store: compare the two

The command line prints `str(error)` as one line and exits with status 1.
"""


class ArmsgraphError(Exception):
    """Base of every error that a person should read as one clear line."""


class InputError(ArmsgraphError):
    """One input that cannot be read; the others go on."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class UnknownEntity(ArmsgraphError):
    """No entity has this name; `nearest` lists the names that come closest."""

    def __init__(self, name: str, nearest: tuple[str, ...] = ()) -> None:
        hint = f"; did you mean {', '.join(nearest)}?" if nearest else ""
        super().__init__(f"no entity named {_short(name)!r}{hint}")
        self.name = name
        self.nearest = nearest


class AmbiguousEntity(ArmsgraphError):
    """Several entities have this name; `candidates` says how to name each alone."""

    def __init__(self, name: str, candidates: tuple[str, ...]) -> None:
        super().__init__(f"{_short(name)!r} names several entities: {', '.join(candidates)}")
        self.name = name
        self.candidates = candidates


def _short(name: str) -> str:
    """A name that fits into a line, whatever was given for one."""
    return name if len(name) <= 80 else f"{name[:79]}…"


class UnknownClaim(ArmsgraphError):
    """No claim has this id, or several have an id that begins so."""


class UnknownQuery(ArmsgraphError):
    """No saved query has this name; `nearest` lists the names that come closest."""

    def __init__(self, name: str, nearest: tuple[str, ...] = ()) -> None:
        hint = f"did you mean {', '.join(nearest)}?" if nearest else "armsgraph query --list lists them"
        super().__init__(f"no saved query {_short(name)!r}; {hint}")
        self.name = name
        self.nearest = nearest


class UnknownArticle(ArmsgraphError):
    """No article of the store has this id, path or address."""


class SeedError(ArmsgraphError):
    """A data file under seeds/ breaks its schema."""


class ExtractorError(ArmsgraphError):
    """An extractor cannot read this article; it may read others."""


class ExtractorUnavailable(ArmsgraphError):
    """An extractor cannot read any article: a library, a setting, the key or the address is not there."""


class StoreError(ArmsgraphError):
    """The store cannot do what was asked."""


class StoreUnavailable(StoreError):
    """The store cannot be reached, is locked, or refuses the credentials."""


class SchemaMismatch(StoreError):
    """The store's schema version is not the one that this armsgraph writes."""


class QueryRefused(StoreError):
    """The query is not valid, or writes where only reading is allowed."""


class TooLarge(StoreError):
    """The engine has too little memory for this transaction; it may have enough for a smaller one."""


class ArticleThere(StoreError):
    """An article that was taken for new is in the store already: the two have to be compared."""
