"""One connection of the asynchronous transport."""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING, cast

import httpcore

from .network import RequestTracker, Wire
from .responses import body_for, index_headers, make_reply
from .streams import AsyncBackend

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterable

    from .messages import Reply
    from .routes import Route


class AsyncConnection:
    """As `Connection`."""

    def __init__(self, route: Route) -> None:
        self.route = route
        self.reusable = False
        self._wire = Wire()
        self._backend = AsyncBackend(self._wire)
        self._carrier = self._make(route)

    def _make(self, route: Route) -> httpcore.AsyncHTTPConnection | httpcore.AsyncConnectionPool:
        if route.proxy is None:
            origin = route.url().origin
            return httpcore.AsyncHTTPConnection(origin, ssl_context=route.tls, network_backend=self._backend)
        return httpcore.AsyncConnectionPool(
            ssl_context=route.tls, proxy=route.proxy, max_connections=1, network_backend=self._backend
        )

    async def send(self, request: httpcore.Request, tracker: RequestTracker, max_body: int) -> Reply:
        """As `Connection.send`."""
        self.reusable = False
        self._wire.start(tracker)
        response = await self._carrier.handle_async_request(request)
        headers = index_headers(response.headers)
        body = body_for(request.method, response.status, headers, max_body)
        if body is not None:
            self._wire.start_body(headers)
            async with aclosing(_chunks_of(response)) as chunks:
                async for chunk in chunks:
                    if not body.feed(chunk):
                        break
        await response.aclose()
        reply = make_reply(response.status, response.headers, body)
        self.reusable = body is not None and self._wire.clean and not self._wire.closed
        return reply

    def close(self) -> None:
        """As `Connection.close`."""
        if self._backend.stream is not None:
            self._backend.stream.abort()

    interrupt = close


def _chunks_of(response: httpcore.Response) -> AsyncGenerator[bytes]:
    """The parts of a body. Whoever takes only some of them has to close what this returns."""
    return cast("AsyncGenerator[bytes]", aiter(cast("AsyncIterable[bytes]", response.stream)))
