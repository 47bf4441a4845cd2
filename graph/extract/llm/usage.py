"""What asking has cost, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.extract.llm.settings import Settings


@dataclass(slots=True)
class Usage:
    """Counts of one run.

    Attributes:
        requests: answers that were paid for.
        cached: answers that were kept from before.
        tokens_in, tokens_out: tokens read and written, as the address counts them.
        kept: assertions whose quote stands in the text.
        dropped: assertions whose quote does not.
        empty: assertions that name nobody and nothing.
    """

    requests: int = 0
    cached: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    kept: int = 0
    dropped: int = 0
    empty: int = 0

    def cost(self, settings: Settings) -> float | None:
        """What the tokens cost; None where no price is set.

        >>> Usage(tokens_in=2_000_000).cost(Settings("m", "http://localhost", price_in=0.5))
        1.0
        """
        if settings.price_in is None and settings.price_out is None:
            return None
        cost = self.tokens_in * (settings.price_in or 0.0) + self.tokens_out * (settings.price_out or 0.0)
        return cost / 1_000_000


def account(usage: Usage, settings: Settings) -> str:
    """The counts on one line, for people.

    >>> account(Usage(requests=1, tokens_in=900, tokens_out=80, kept=2), Settings("m", "http://localhost"))
    'llm/m: 1 answer (0 from the cache), 900 tokens in, 80 out; 2 assertions'
    """
    answers = usage.requests + usage.cached
    line = (
        f"llm/{settings.model}: {answers:,} {'answer' if answers == 1 else 'answers'} "
        f"({usage.cached:,} from the cache), {usage.tokens_in:,} tokens in, {usage.tokens_out:,} out"
    )
    cost = usage.cost(settings)
    if cost is not None:
        line += f", cost {cost:.4f}"
    line += f"; {usage.kept:,} {'assertion' if usage.kept == 1 else 'assertions'}"
    if usage.dropped:
        line += f", {usage.dropped:,} dropped: the quote does not stand in the text"
    if usage.empty:
        line += f", {usage.empty:,} dropped: no supplier, item or recipient"
    return line
