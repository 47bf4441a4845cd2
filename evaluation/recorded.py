"""The F1 that was last recorded for the corpus's test part; `make test` fails when it falls too far."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from evaluation.measure import Found, Name, Shipped
from evaluation.score import Score
from graph.errors import InputError

FILE = Path(__file__).with_name("recorded.json")
ALLOWED = 0.02
"""By how much F1 may be lower than what is recorded."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """F1 by extractor, and of what `armsgraph extract` does by default; for how many texts.

    `links` are the F1 of links, to be read only: nothing is held to them.
    """

    texts: int
    assertions: int
    min_confidence: float
    default: str
    f1: Mapping[str, float]
    links: Mapping[str, float]


def recordable(found: Sequence[Found], scores: Mapping[Name, Score], default: Shipped) -> Recorded:
    """What is recorded of what both extractors found in the test part.

    Args:
        found: in each text.
        scores: by extractor.
        default: what `armsgraph extract` does by default.
    """
    told = {str(name): one for name, one in scores.items()}
    if default.extractor in told:
        told["default"] = told[default.extractor]
    return Recorded(
        texts=len(found),
        assertions=sum(not gold.get("optional") for one in found for gold in one.text.golds),
        min_confidence=default.min_confidence,
        default=default.extractor,
        f1={name: round(one.every.f1, 4) for name, one in sorted(told.items())},
        links={name: round(one.links.f1, 4) for name, one in sorted(told.items())},
    )


def fallen(before: Recorded, now: Recorded) -> list[str]:
    """What of it is worse by more than ALLOWED, or cannot be compared; nothing if all is well."""
    if (before.texts, before.assertions) != (now.texts, now.assertions):
        return [
            f"recorded for {before.texts} texts with {before.assertions} assertions, "
            f"now there are {now.texts} with {now.assertions}: record anew"
        ]
    return [
        f"{name}: F1 {now.f1.get(name, 0.0):.3f}, recorded {f1:.3f}"
        for name, f1 in before.f1.items()
        if f1 - now.f1.get(name, 0.0) > ALLOWED
    ]


def read(path: Path = FILE) -> Recorded:
    """What was recorded last.

    Raises:
        InputError: nothing was, or it is broken.
    """
    try:
        return Recorded(**json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error)) from error
    except (ValueError, TypeError) as error:
        raise InputError(str(path), f"cannot be read: {error}") from error


def write(recorded: Recorded, path: Path = FILE) -> None:
    """Record it."""
    path.write_text(json.dumps(asdict(recorded), indent=1) + "\n", encoding="utf-8")
