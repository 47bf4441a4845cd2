"""Which language model is asked, where, and what it costs: from the environment."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from graph.errors import ExtractorUnavailable

PREFIX = "ARMSGRAPH_LLM_"
_TIMEOUT = 60.0


@dataclass(frozen=True, slots=True)
class Settings:
    """What is needed to ask a language model.

    Attributes:
        model: its name, as the address knows it.
        base_url: the address of the API, "http://localhost:11434/v1".
        api_key: None where the address asks for none. Never shown.
        timeout: seconds that one request may take.
        retries: how often a request is repeated that the address was too busy for.
        price_in, price_out: of a million tokens read and written, in any currency; None where not told.
    """

    model: str
    base_url: str
    api_key: str | None = field(default=None, repr=False)
    timeout: float = _TIMEOUT
    retries: int = 4
    price_in: float | None = None
    price_out: float | None = None


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings that the variables ARMSGRAPH_LLM_... tell.

    MODEL and BASE_URL must be set: no text leaves the machine for an address that nobody has
    named. API_KEY, TIMEOUT, PRICE_INPUT and PRICE_OUTPUT may be.

    Raises:
        ExtractorUnavailable: one is missing or makes no sense.

    >>> named = {"ARMSGRAPH_LLM_MODEL": "m", "ARMSGRAPH_LLM_BASE_URL": "http://localhost:11434/v1"}
    >>> from_environment(named).timeout
    60.0
    """
    values = {name: environment.get(PREFIX + name, "").strip() for name in ("MODEL", "BASE_URL", "API_KEY")}
    missing = [PREFIX + name for name in ("MODEL", "BASE_URL") if not values[name]]
    if missing:
        raise ExtractorUnavailable(
            f"the extractor llm needs {' and '.join(missing)}: the model's name, "
            "and the address of an API that speaks as OpenAI's does"
        )
    if not (values["API_KEY"].isascii() and values["API_KEY"].isprintable()):
        raise ExtractorUnavailable(f"{PREFIX}API_KEY holds characters that no key has")
    return Settings(
        model=values["MODEL"],
        base_url=_address(values["BASE_URL"]),
        api_key=values["API_KEY"] or None,
        timeout=_number(environment, "TIMEOUT", least_above=0.0) or _TIMEOUT,
        price_in=_number(environment, "PRICE_INPUT"),
        price_out=_number(environment, "PRICE_OUTPUT"),
    )


def _address(text: str) -> str:
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError as error:
        raise ExtractorUnavailable(f"{PREFIX}BASE_URL is no address: {error}") from None
    if parts.username is not None or parts.password is not None:  # not repeated: it may be a password
        raise ExtractorUnavailable(f"a key does not belong in {PREFIX}BASE_URL: set {PREFIX}API_KEY")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ExtractorUnavailable(f"{PREFIX}BASE_URL must be an http(s) address, is {text!r}")
    return text


def _number(environment: Mapping[str, str], name: str, *, least_above: float | None = None) -> float | None:
    """A finite number that is not negative, and more than `least_above` where that is given."""
    text = environment.get(PREFIX + name, "").strip()
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value) or value < 0 or (least_above is not None and value <= least_above):
        raise ExtractorUnavailable(f"{PREFIX}{name} must be a number above zero, is {text!r}")
    return value
