"""What each stage of the extractor with the model made of a sentence, down to its assertions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.extract.model.network import Scored
from graph.extract.model.proposals import Proposal
from graph.extract.rules import Analysis
from graph.model import Assertion

Verdict = Literal["likely", "sure by rules", "repeated", "outdone", "unlikely"]
"""Why a proposal counts (the first two), or does not."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A proposal with its confidence (0 to 1), what became of it, and its assertion where it counts."""

    proposal: Proposal
    confidence: float
    verdict: Verdict
    assertion: Assertion | None


@dataclass(frozen=True, slots=True)
class ModelAnalysis:
    """A sentence: what the rules' stages made of it, what the network was asked, what was proposed.

    `passed` tells that the gate let it through.
    """

    rules: Analysis
    passed: bool
    scored: tuple[Scored, ...]
    judged: tuple[Judged, ...]

    @property
    def assertions(self) -> tuple[Assertion, ...]:
        """What the sentence asserts."""
        return tuple(one.assertion for one in self.judged if one.assertion is not None)
