"""The synchronous transport, over httpcore's connections."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from .._forks import watch_forks
from .._public import public
from .._secrets import scrub_tracebacks, unwrap_secret, wrap_secret
from .connections import Connection
from .faults import cause_of, explain
from .limits import MAX_BODY, MAX_CONNECTIONS
from .network import RequestTracker, StaleConnection, under_way
from .options import TransportOptions
from .pools import Place, Pool
from .routes import Route, outgoing

if TYPE_CHECKING:
    import httpcore

    from .environment import Verify
    from .messages import Reply, Request


@public
class HttpTransport:
    """Sends requests over HTTP/1.1. Each client that is given no other transport makes one of these.

    Threads can share it, on both sides of a fork, and so can clients: a client closes only a transport that it made.

    Args:
        verify: How to verify TLS certificates: True, False, the path of a CA file or directory, or an `ssl.SSLContext`.
        proxy: URL of an HTTP or SOCKS proxy.
        trust_env: Use proxy and CA settings from environment variables; loopback is never reached through such a proxy.
        max_body: Maximum response size in bytes, after decompression.
        max_connections: Maximum number of connections. Requests beyond it wait their turn, within their timeout.

    Raises:
        ConfigurationError: one of these cannot be used.

    """

    def __init__(
        self,
        *,
        verify: Verify = True,
        proxy: str | None = None,
        trust_env: bool = True,
        max_body: int = MAX_BODY,
        max_connections: int = MAX_CONNECTIONS,
    ) -> None:
        proxy = wrap_secret(proxy)  # there may be a password in it
        with scrub_tracebacks:
            self._options = TransportOptions(verify, unwrap_secret(proxy), trust_env, max_body, max_connections)
        self._pool: Pool[Connection] = Pool(max_connections)
        watch_forks(self)

    def send(self, request: Request, *, timeout: float) -> Reply:
        """As `Transport.send`. The system's name resolution counts against the timeout but is not cut short by it."""
        tracker = RequestTracker(timeout)
        token = under_way.set(True)
        try:
            return self._send(request, tracker)
        except Exception as error:
            if (explained := explain(error, request, tracker, self._options.max_connections)) is None:
                raise
            raise explained from cause_of(error)
        finally:
            under_way.reset(token)

    def close(self) -> None:
        """As `Transport.close`. Requests under way end with an error."""
        self._pool.close()

    def after_fork(self) -> None:
        """Begin anew in the child of a fork; the parent goes on with the connections."""
        self._pool = self._pool.after_fork()

    def _send(self, request: Request, tracker: RequestTracker) -> Reply:
        pool = self._pool
        pool.check_open()
        route, target = self._options.routes.find(request.url)
        wanted = outgoing(request, route, target)
        place = pool.take(route) or _wait(pool, route, tracker)
        try:
            return self._exchange(place, route, wanted, tracker)
        finally:
            pool.give_back(place)

    def _exchange(
        self, place: Place[Connection], route: Route, request: httpcore.Request, tracker: RequestTracker
    ) -> Reply:
        if place.connection is not None:
            try:
                return place.connection.send(request, tracker, self._options.max_body)
            except StaleConnection:
                place.clear()
        place.connection = Connection(route)
        return place.connection.send(request, tracker, self._options.max_body)


class _Waiter:
    """A thread that waits for a place."""

    def __init__(self, route: Route) -> None:
        self.route = route
        self._place: Place[Connection] | None = None
        self._open = [True]  # whoever takes it out decides: granted, or gone
        self._granted = threading.Lock()
        self._granted.acquire()

    def grant(self, place: Place[Connection]) -> bool:
        """As `Waiter.grant`."""
        try:
            self._open.pop()
        except IndexError:
            return False
        self._place = place
        self._granted.release()
        return True

    def wait(self, seconds: float) -> Place[Connection] | None:
        """The place, or None if there was none in time."""
        self._granted.acquire(timeout=seconds)
        return self._place

    def give_up(self) -> Place[Connection] | None:
        """End waiting. Returns the place if it came in the same moment."""
        try:
            self._open.pop()
        except IndexError:
            return self.wait(-1)
        return None


def _wait(pool: Pool[Connection], route: Route, tracker: RequestTracker) -> Place[Connection]:
    """A place, when it is this thread's turn. Raises `TimeoutError` after the deadline."""
    tracker.queued = True
    waiter, place = _Waiter(route), None
    try:
        pool.enqueue(waiter)
        place = waiter.wait(max(tracker.left(), 0))
    finally:  # a signal may have raised something
        if place is None:
            pool.leave(waiter)
            if (late := waiter.give_up()) is not None:
                pool.give_back(late)
    if place is None:
        raise TimeoutError
    pool.check_open()
    tracker.queued = False
    return place
