"""Scores as a table for people and as plain values for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from evaluation.measure import Name
from evaluation.score import ATTRIBUTES, Score, Share, Tally

_NAME, _FIGURES = 18, 29  # letters
_NO_TALLY, _NO_SHARE = Tally(), Share()


def table(scores: Mapping[Name, Score], certain: Mapping[Name, Mapping[int, Share]]) -> Iterator[str]:
    """The lines of a table, the extractors side by side.

    Args:
        scores: by extractor.
        certain: by extractor, for each tenth of confidence, how much is right.
    """
    yield _line("", "of", *(f"{name}: precision recall F1" for name in scores))
    yield from _part({"all": [one.every for one in scores.values()]})
    languages = {key for one in scores.values() for key in one.languages}
    yield from _part({key: [_of(one.languages, key) for one in scores.values()] for key in sorted(languages)})
    relations = {key for one in scores.values() for key in one.relations}
    yield from _part(_often({key: [_of(one.relations, key) for one in scores.values()] for key in relations}))
    yield from _part({"links": [one.links for one in scores.values()]})
    yield ""
    yield _line("of what was found", "", *(f"{name}: right" for name in scores))
    for attribute in ATTRIBUTES:
        yield _line(attribute, "", *(_share(one.attributes[attribute]) for one in scores.values()))
    yield ""
    yield _line("confidence", "", *(f"{name}: right" for name in scores))
    for step in sorted({step for one in certain.values() for step in one}):
        shares = (_share(one.get(step, _NO_SHARE)) for one in certain.values())
        yield _line(f"{step / 10:.1f} to {(step + 1) / 10:.1f}", "", *shares)


def values(score: Score, certain: Mapping[int, Share]) -> dict[str, Any]:
    """The same of one extractor, for JSON."""
    return {
        **_tally(score.every),
        "attributes": {name: _counted(share) for name, share in score.attributes.items()},
        "languages": {key: _tally(one) for key, one in sorted(score.languages.items())},
        "relations": {key: _tally(one) for key, one in sorted(score.relations.items())},
        "links": _tally(score.links),
        "confidence": {f"{step / 10:.1f}": _counted(share) for step, share in certain.items()},
    }


def _part(rows: Mapping[str, list[Tally]]) -> Iterator[str]:
    for key, tallies in rows.items():
        figures = (f"{one.precision:9.2f} {one.recall:6.2f} {one.f1:4.2f}" for one in tallies)
        yield _line(key, str(max(one.wanted.of for one in tallies)), *figures)


def _often(rows: Mapping[str, list[Tally]]) -> dict[str, list[Tally]]:
    """The most frequent first."""
    return dict(sorted(rows.items(), key=lambda pair: (-max(one.wanted.of for one in pair[1]), pair[0])))


def _of(tallies: Mapping[str, Tally], key: str) -> Tally:
    return tallies.get(key, _NO_TALLY)


def _line(name: str, of: str, *cells: str) -> str:
    return f"{name:<{_NAME}}{of:>5}{''.join(f'{cell:>{_FIGURES}}' for cell in cells)}".rstrip()


def _share(share: Share) -> str:
    return f"{share.value:.2f} of {share.of:4}" if share.of else "-"


def _tally(one: Tally) -> dict[str, Any]:
    return {
        "precision": round(one.precision, 4),
        "recall": round(one.recall, 4),
        "f1": round(one.f1, 4),
        "found": one.wanted.part,
        "missed": one.wanted.of - one.wanted.part,
        "wrong": one.said.of - one.said.part,
    }


def _counted(share: Share) -> dict[str, Any]:
    return {"share": round(share.value, 4), "right": share.part, "of": share.of}
