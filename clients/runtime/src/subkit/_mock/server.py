"""Serves fakes on a socket of this machine, with uvicorn, in a thread or in the foreground."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterable
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self

from .._errors import ConfigurationError
from .asgi import FakeApp
from .fake import Fake

if TYPE_CHECKING:
    import uvicorn

    from .clock import FakeClock

HOST: Final = "127.0.0.1"


def listen(port: int) -> socket.socket:
    """A socket on loopback; 0 for any free port."""
    # With the protocol left at 0, asyncio would leave Nagle's algorithm on, which costs 40 ms a response.
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((HOST, port))
        found.listen(128)  # whoever connects before the server runs has to wait, and is not refused
    except OSError as error:
        found.close()
        raise ConfigurationError(f"port {port} cannot be used: {error.strerror}") from None
    return found


class FakeServer:
    """Fakes on one port of this machine, each under its slug. A context manager that serves them in a thread.

    Args:
        slugs: Names of the APIs.
        port: Where to listen; 0 for any free port.
        clock: The clock that the fakes share; a `RunningClock` makes waits take their time.
        control: A token that allows to control the fakes over HTTP; without it nobody can.
        options: Further arguments of `Fake`.

    Raises:
        ConfigurationError: uvicorn is not installed, or the port is in use.

    """

    __module__ = "subkit.mock"

    def __init__(
        self, *slugs: str, port: int = 0, clock: FakeClock, control: str | None = None, **options: Any
    ) -> None:
        self._socket = listen(port)
        self.port: int = self._socket.getsockname()[1]
        """Where it listens."""
        self.url: str = f"http://{HOST}:{self.port}"
        """URL under which the slugs are."""
        self.fakes: dict[str, Fake] = {
            slug: Fake(slug, root=f"{self.url}/{slug}", clock=clock, **options) for slug in slugs
        }
        """The fakes by slug."""
        self.app: FakeApp = FakeApp(self.fakes.values(), control=control)
        """What is served."""
        self._server = _uvicorn(self.app)
        self._thread: Thread | None = None

    def run(self) -> None:
        """Serve until the process is interrupted."""
        self._server.run(sockets=[self._socket])

    def __enter__(self) -> Self:
        self._thread = Thread(target=self.run, name="subkit-fakes", daemon=True)
        self._thread.start()
        while not self._server.started and self._thread.is_alive():
            time.sleep(0.005)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.should_exit = True
        self._server.force_exit = True
        if self._thread is not None:
            self._thread.join(10)
        self._socket.close()


def _uvicorn(app: FakeApp) -> uvicorn.Server:
    try:
        import uvicorn  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        raise ConfigurationError("serving fakes needs another package: pip install 'subkit[mock]'") from None
    settings: dict[str, Any] = {"log_level": "critical", "lifespan": "off", "access_log": False, "http": "h11"}
    settings |= {"server_header": False, "date_header": False, "timeout_graceful_shutdown": 1}
    return uvicorn.Server(uvicorn.Config(app, **settings))


def slugs_to_serve(given: Iterable[str], installed: Iterable[str]) -> list[str]:
    """The APIs that were asked for, or all that are installed. Raises `ConfigurationError` for one that is not."""
    known = list(installed)
    wanted = list(given) or known
    for slug in wanted:
        if slug not in known:
            raise ConfigurationError(f"no installed package serves {slug!r}: there are {', '.join(known) or 'none'}")
    return wanted
