"""What is served, and to whom: the page and its questions, for reading, under this machine's own name.

Any page in the browser can send requests to this machine. So what is not asked under the
own name is refused (a foreign name that is made to lead here would otherwise count as the
page's own origin), and no other origin is allowed to read an answer.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import TYPE_CHECKING

from graph.errors import ArmsgraphError, QueryRefused
from graph.export.html.data import to_json
from graph.serve.answers import QUESTIONS, Answers
from graph.serve.asked import Misasked, read

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

_API = "/api/"
_NAMES = ("127.0.0.1", "localhost")
_JSON, _HTML, _TEXT = ("application/json", "text/html; charset=utf-8", "text/plain; charset=utf-8")
_HEADERS = (
    ("Cache-Control", "no-store"),
    ("Content-Security-Policy", "frame-ancestors 'none'"),  # the page's own policy stands in the page
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
)


class Site:
    """A WSGI application; `GET` and `HEAD` of "/" and of the questions under "/api/", nothing else."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request; a fault of ours ends that request alone."""
        try:
            status, kind, text = self._answer(environ)
        except (Misasked, QueryRefused) as error:
            status, kind, text = "400 Bad Request", _TEXT, f"{error}\n"
        except ArmsgraphError as error:  # the store is gone, or refuses
            status, kind, text = "503 Service Unavailable", _TEXT, f"{error}\n"
        except Exception as error:  # the outermost edge: the server goes on
            logging.getLogger(__name__).error("internal error, %s: %s", type(error).__name__, error)
            status, kind, text = "500 Internal Server Error", _TEXT, "internal error\n"
        body = text.encode("utf-8")
        allowed = [("Allow", "GET, HEAD")] if status.startswith("405") else []
        length = ("Content-Length", str(len(body)))
        start_response(status, [("Content-Type", kind), length, *allowed, *_HEADERS])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    def _answer(self, environ: WSGIEnvironment) -> tuple[str, str, str]:
        if environ.get("HTTP_HOST") not in _own_names(environ["SERVER_PORT"]):
            return "403 Forbidden", _TEXT, "this server answers to its own address only\n"
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return "405 Method Not Allowed", _TEXT, "this server only reads\n"
        path: str = environ.get("PATH_INFO", "")
        if path == "/":
            return "200 OK", _HTML, self._answers.page()
        question = QUESTIONS.get(path.removeprefix(_API)) if path.startswith(_API) else None
        if question is None:
            return "404 Not Found", _TEXT, "there is nothing here\n"
        return "200 OK", _JSON, to_json(question(self._answers, read(environ.get("QUERY_STRING", ""))))


def _own_names(port: str) -> set[str]:
    # browsers leave out the port that is the usual one
    return {f"{name}:{port}" for name in _NAMES} | ({*_NAMES} if port == "80" else set())
