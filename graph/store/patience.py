"""Does again what failed for a passing reason: a server that is starting again, a dead-lock."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable
from typing import TypeVar

_Result = TypeVar("_Result")
_FIRST, _LONGEST = 0.1, 5.0  # seconds between two tries
_SAID_AFTER = 2.0  # seconds of waiting that a person need not know of

_log = logging.getLogger(__name__)


def patiently(
    work: Callable[[], _Result], passing: Callable[[Exception], bool], seconds: float, what: str
) -> _Result:
    """What `work` gives; while it fails for a `passing` reason it is done again, for up to `seconds`
    after the first time.

    The pauses grow, and are never quite the same for two who got into each other's way. A longer
    wait is said once, as a warning with `what` in it. In the end, the last failure is raised.

    >>> patiently(lambda: 1, lambda error: False, 0.0, "a store")
    1
    """
    begun: float | None = None
    pause, said = _FIRST, False
    while True:
        try:
            return work()
        except Exception as error:
            begun = begun or time.monotonic()
            waited = time.monotonic() - begun
            if waited >= seconds or not passing(error):
                raise
            if waited >= _SAID_AFTER and not said:
                _log.warning("%s does not answer; waiting for it, up to %.0f s", what, seconds)
                said = True
        time.sleep(min(pause * random.uniform(0.5, 1.0), max(0.0, begun + seconds - time.monotonic())))
        pause = min(pause * 2, _LONGEST)
