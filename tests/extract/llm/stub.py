"""A server on this machine that speaks the chat completions API: it answers what a test has laid out."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast

KEY = "a-good-key"
TOKENS = (100, 20)
"""Tokens in and out that each answer is said to have had."""


@dataclass(frozen=True)
class Reply:
    """One answer: what the model says, or an HTTP error, perhaps late."""

    content: str = '{"assertions": []}'
    status: int = 200
    seconds: float = 0.0
    raw: bytes | None = None


def says(*assertions: dict[str, Any]) -> Reply:
    """An answer with these assertions."""
    return Reply(json.dumps({"assertions": assertions}))


@dataclass
class Request:
    """What was asked."""

    path: str
    key: str
    body: dict[str, Any]

    def message(self, role: str) -> str:
        """The first message of that role."""
        return next(str(one["content"]) for one in self.body["messages"] if one["role"] == role)


@dataclass
class Stub:
    """The address, the answers still to give (the last one again and again), and what was asked."""

    url: str
    replies: list[Reply] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)

    def environment(self, **more: str) -> dict[str, str]:
        """The variables that lead here."""
        named = {"MODEL": "stub-1", "BASE_URL": self.url, "API_KEY": KEY, **more}
        return {f"ARMSGRAPH_LLM_{name}": value for name, value in named.items()}


class _Server(ThreadingHTTPServer):
    stub: Stub


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        stub = cast(_Server, self.server).stub
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        key = (self.headers["Authorization"] or "").removeprefix("Bearer ")
        stub.requests.append(Request(self.path, key, body))
        reply = stub.replies.pop(0) if len(stub.replies) > 1 else stub.replies[0]
        if key not in (KEY, "none"):
            reply = Reply(status=401)
        time.sleep(reply.seconds)
        try:
            self._send(reply, body["model"])
        except ConnectionError:
            self.close_connection = True  # whoever asked has not waited

    def _send(self, reply: Reply, model: str) -> None:
        choice = {
            "index": 0,
            "finish_reason": "stop",
            "message": {"role": "assistant", "content": reply.content},
        }
        read, written = TOKENS
        usage = {"prompt_tokens": read, "completion_tokens": written, "total_tokens": read + written}
        answer = {"id": "1", "object": "chat.completion", "created": 1, "model": model}
        error = {"error": {"message": f"no, and your key {KEY} is known", "type": "stub"}}
        out = json.dumps({**answer, "choices": [choice], "usage": usage} if reply.status == 200 else error)
        data = reply.raw if reply.raw is not None else out.encode()
        self.send_response(reply.status)
        self.send_header("Content-Type", "application/json" if reply.raw is None else "text/html")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Retry-After-Ms", "10")  # else the pauses would be the test's time
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is logged."""


@contextmanager
def serving(*replies: Reply) -> Iterator[Stub]:
    """A stub that gives these answers, as long as the context lasts."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.stub = Stub(f"http://127.0.0.1:{server.server_port}/v1", list(replies) or [Reply()])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.stub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
