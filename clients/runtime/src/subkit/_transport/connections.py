"""One connection of the synchronous transport: httpcore's, on a wire of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import httpcore

from .network import RequestTracker, Wire
from .responses import body_for, index_headers, make_reply
from .sockets import SocketBackend

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .messages import Reply
    from .routes import Route


class Connection:
    """Carries one request at a time, one after the other."""

    def __init__(self, route: Route) -> None:
        self.route = route
        self.reusable = False
        """Whether another request may go over it: the last response ended as it should, and so did its call."""
        self._wire = Wire()
        self._backend = SocketBackend(self._wire)
        self._carrier = self._connect(route)

    def _connect(self, route: Route) -> httpcore.HTTPConnection | httpcore.ConnectionPool:
        if route.proxy is None:
            origin = route.url().origin
            return httpcore.HTTPConnection(origin, ssl_context=route.tls, network_backend=self._backend)
        # httpcore keeps its connections through proxies to itself; its pool hands them out.
        return httpcore.ConnectionPool(
            ssl_context=route.tls, proxy=route.proxy, max_connections=1, network_backend=self._backend
        )

    def send(self, request: httpcore.Request, tracker: RequestTracker, max_body: int) -> Reply:
        """Carry a request. Raises `StaleConnection` if nothing was sent, because a kept connection serves no more.

        After any error the connection is not reusable, and whoever owns it closes it.
        """
        self.reusable = False
        self._wire.start(tracker)
        response = self._carrier.handle_request(request)
        headers = index_headers(response.headers)
        body = body_for(request.method, response.status, headers, max_body)
        if body is not None:
            self._wire.start_body(headers)
            for chunk in cast("Iterable[bytes]", response.stream):
                if not body.feed(chunk):
                    break
        response.close()
        reply = make_reply(response.status, response.headers, body)
        self.reusable = body is not None and self._wire.clean and not self._wire.closed
        return reply

    def close(self) -> None:
        """Close the socket."""
        if self._backend.stream is not None:
            self._backend.stream.close()

    def interrupt(self) -> None:
        """End the connection under the call that is using it."""
        if self._backend.stream is not None:
            self._backend.stream.interrupt()
