"""The asynchronous transport, over httpcore's connections."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import httpcore

from .._errors import ClientClosed
from .._forks import watch_forks
from .._public import public
from .._secrets import scrub_tracebacks, unwrap_secret, wrap_secret
from .async_connections import AsyncConnection
from .event_loops import Home, running_loop
from .faults import cause_of, explain
from .limits import MAX_BODY, MAX_CONNECTIONS
from .network import RequestTracker, StaleConnection, under_way
from .options import TransportOptions
from .pools import Place, Pool
from .routes import Route, outgoing

if TYPE_CHECKING:
    from .environment import Verify
    from .messages import Reply, Request

_inherited: list[Home[AsyncConnection]] = []


@public
class AsyncHttpTransport:
    """As `HttpTransport`, for asyncio. It can be used in one event loop after another, but not in two at a time."""

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
        self._home: Home[AsyncConnection] | None = None
        self._closed = False
        watch_forks(self)

    async def send(self, request: Request, *, timeout: float) -> Reply:
        """As `AsyncTransport.send`."""
        pool = await self._pool()
        tracker = RequestTracker(timeout)
        token = under_way.set(True)
        try:
            async with asyncio.timeout(tracker.left()):
                return await self._send(pool, request, tracker)
        except Exception as error:
            if (explained := explain(error, request, tracker, self._options.max_connections)) is None:
                raise
            raise explained from cause_of(error)
        finally:
            under_way.reset(token)

    async def aclose(self) -> None:
        """As `AsyncTransport.aclose`. Requests under way end with an error."""
        self._closed = True
        home, self._home = self._home, None
        if home is not None:
            await home.close()

    def after_fork(self) -> None:
        """Begin anew in the child of a fork. The parent's connections are kept for good: to close them takes its event
        loop."""
        if self._home is not None:
            _inherited.append(self._home)
            self._home = None

    async def _pool(self) -> Pool[AsyncConnection]:
        """The pool of the event loop at hand. That of one which has stopped is closed."""
        loop = running_loop()
        if self._closed:
            raise ClientClosed("the client is closed")
        home = self._home
        if home is None or not home.is_in(loop):
            if home is not None:
                home.leave()
            home = self._home = Home(loop, self._options.max_connections)
            await home.settle()
        return home.pool

    async def _send(self, pool: Pool[AsyncConnection], request: Request, tracker: RequestTracker) -> Reply:
        route, target = self._options.routes.find(request.url)
        wanted = outgoing(request, route, target)
        tracker.left_or(httpcore.PoolTimeout)
        place = pool.take(route) or await _wait(pool, route, tracker)
        try:
            return await self._exchange(place, route, wanted, tracker)
        finally:
            pool.give_back(place)

    async def _exchange(
        self, place: Place[AsyncConnection], route: Route, request: httpcore.Request, tracker: RequestTracker
    ) -> Reply:
        if place.connection is not None:
            try:
                return await place.connection.send(request, tracker, self._options.max_body)
            except StaleConnection:
                place.clear()
        place.connection = AsyncConnection(route)
        return await place.connection.send(request, tracker, self._options.max_body)


class _Waiter:
    """A task that waits for a place."""

    def __init__(self, route: Route) -> None:
        self.route = route
        self.place: asyncio.Future[Place[AsyncConnection]] = asyncio.get_running_loop().create_future()

    def grant(self, place: Place[AsyncConnection]) -> bool:
        """As `Waiter.grant`."""
        if self.place.done():
            return False
        self.place.set_result(place)
        return True


async def _wait(pool: Pool[AsyncConnection], route: Route, tracker: RequestTracker) -> Place[AsyncConnection]:
    """A place, when it is this task's turn."""
    tracker.queued = True
    waiter = _Waiter(route)
    pool.enqueue(waiter)
    try:
        place = await waiter.place
    except asyncio.CancelledError:
        pool.leave(waiter)
        if not waiter.place.cancelled():  # it came in the same moment
            pool.give_back(waiter.place.result())
        raise
    pool.check_open()
    tracker.queued = False
    return place
