"""Listens on this machine alone. Nothing but this module imports `waitress`."""

from __future__ import annotations

import errno
import logging

from waitress import create_server

from graph.errors import ArmsgraphError
from graph.serve.answers import Answers
from graph.serve.site import Site
from graph.store import Store

ADDRESS = "127.0.0.1"
_REQUEST = 65_536  # bytes of an address with its headers
_CONNECTIONS = 50
_IDLE = 60  # seconds until a silent connection is closed


class PortTaken(ArmsgraphError):
    """Something else listens on the port, or it is not ours to take."""


class Server:
    """The explorer of one store, on a port of this machine.

    Requests wait for one another: one thread answers, since a store is not shared
    between threads. While it runs nothing else may use the store.

    Example:
        with open_store("my.store", read_only=True) as store:
            server = Server(store, port=0, title="my.store")
            print(server.address)
            server.run()
    """

    def __init__(self, store: Store, *, port: int, title: str, lang: str | None = None) -> None:
        """Listen; the answers begin with `run`.

        Args:
            store: what is shown.
            port: of this machine; 0: any that is free.
            title: the page's heading.
            lang: the language of the page's own words; None: the browser's.

        Raises:
            PortTaken: the port cannot be had.
        """
        logging.getLogger("waitress").setLevel(logging.ERROR)  # that requests wait is nothing to report
        try:
            self._server = create_server(
                Site(Answers(store, title=title, lang=lang)),
                host=ADDRESS,
                port=port,
                threads=1,
                ident=None,
                max_request_header_size=_REQUEST,
                max_request_body_size=1,
                connection_limit=_CONNECTIONS,
                channel_timeout=_IDLE,
                clear_untrusted_proxy_headers=True,
            )
        except OSError as error:
            why = "is taken" if error.errno == errno.EADDRINUSE else f"cannot be had ({error.strerror})"
            raise PortTaken(f"port {port} of this machine {why}; --port 0 takes any that is free") from None

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        port: int = self._server.effective_port
        return f"http://{ADDRESS}:{port}/"

    def run(self) -> None:
        """Answer requests until Ctrl-C; an answer under way has five seconds to come to its end."""
        self._server.run()  # KeyboardInterrupt ends it, and waits for the thread
        if not self._server.task_dispatcher.threads:  # else it would find its connections gone
            self._server.close()
