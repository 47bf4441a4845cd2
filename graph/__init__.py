"""armsgraph: who supplies what to whom, and who said so."""

from typing import Any


def __getattr__(name: str) -> Any:
    """`__version__`, looked up only when it is asked for: that takes a while."""
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version("armsgraph")
    except PackageNotFoundError:  # a checkout that was never installed
        return "0+unknown"
