"""Pages from http(s) addresses. Nothing else in the project touches the network."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from graph.errors import InputError
from loaders.model import LIMIT, megabytes

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

CONNECT_SECONDS = 10.0
READ_SECONDS = 30.0
TOTAL_SECONDS = 120.0
REDIRECTS = 8
_CHUNK = 65_536
_HEADERS = {
    "User-Agent": "armsgraph/0.1 (reads news articles)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What an address gave: its bytes and the address after redirects."""

    url: str
    body: bytes
    content_type: str = ""
    charset: str | None = None


Fetch = Callable[[str], Page]
"""Gives the page at an address, or raises InputError with the reason."""


def fetch(
    url: str, *, limit: int = LIMIT, connect: float = CONNECT_SECONDS, read: float = READ_SECONDS
) -> Page:
    """The page at an address.

    Args:
        limit: bytes that the page may have, unpacked.
        connect, read: seconds to wait for the connection and for each next piece.

    Raises:
        InputError: with one line that says why there is none.
    """
    import urllib3  # noqa: PLC0415  (loaded for addresses only)

    retries = urllib3.Retry(total=REDIRECTS, connect=0, read=0, status=0, redirect=REDIRECTS)
    try:
        with urllib3.PoolManager() as pool:
            response = pool.request(
                "GET",
                url,
                headers=_HEADERS,
                timeout=urllib3.Timeout(connect=connect, read=read),
                retries=retries,
                preload_content=False,
            )
            try:
                return _page(url, response, limit)
            finally:
                response.close()
    except urllib3.exceptions.HTTPError as error:
        raise InputError(url, _reason(error)) from error
    except (UnicodeError, ValueError, OSError) as error:
        raise InputError(url, f"not an address that can be read ({error})") from error


def _page(url: str, response: BaseHTTPResponse, limit: int) -> Page:
    if response.status != HTTPStatus.OK:
        try:
            phrase = HTTPStatus(response.status).phrase
        except ValueError:
            phrase = response.reason or "unknown status"
        raise InputError(url, f"the server answers {response.status} {phrase}")
    deadline = time.monotonic() + TOTAL_SECONDS
    body = bytearray()
    for piece in response.stream(_CHUNK, decode_content=True):
        body += piece
        if len(body) > limit:
            raise InputError(url, f"larger than {megabytes(limit)}, too large for one article")
        if time.monotonic() > deadline:
            raise InputError(url, f"not complete after {TOTAL_SECONDS:.0f} seconds")
    content_type, _, parameters = response.headers.get("Content-Type", "").partition(";")
    charset = None
    for parameter in parameters.split(";"):
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "charset":
            charset = value.strip().strip("\"'") or None
    return Page(_absolute(url, response), bytes(body), content_type.strip().lower(), charset)


def _absolute(url: str, response: BaseHTTPResponse) -> str:
    """The address after redirects; urllib3 gives those within one host as a path alone."""
    from urllib.parse import urljoin  # noqa: PLC0415

    return urljoin(url, response.geturl() or url)


def _reason(error: Exception) -> str:
    from urllib3 import exceptions  # noqa: PLC0415

    if isinstance(error, exceptions.MaxRetryError) and error.reason is not None:
        if "redirect" in str(error.reason):
            return f"more than {REDIRECTS} redirects"
        return _reason(error.reason)
    for kind, reason in (
        (exceptions.NameResolutionError, "no such host, or no network"),
        (exceptions.NewConnectionError, "no server answers there"),  # by type also a time-out
        (exceptions.TimeoutError, "no answer in time"),
        (exceptions.SSLError, "no valid certificate"),
        (exceptions.LocationValueError, "not an address that can be read"),
        (exceptions.DecodeError, "a damaged compressed answer"),
        (exceptions.ProtocolError, "the connection broke off"),
    ):
        if isinstance(error, kind):
            return reason
    return f"cannot be fetched ({type(error).__name__})"
