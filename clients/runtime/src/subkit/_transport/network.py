"""Observes each request at the socket: one deadline for all of it, whether any byte of it was written, and whether more
than its response arrived.

httpx's own timeouts start again with every read, so a server that sends single bytes outlives them. The backends here
are placed between httpcore and the sockets. They find the current request through a context variable, because a
connection serves many requests, one after the other.
"""

from __future__ import annotations

import logging
import socket
import ssl
import time
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

import anyio
import httpcore

if TYPE_CHECKING:
    from collections.abc import Iterable

    Options = Iterable[httpcore.SOCKET_OPTION] | None

_LONGEST = 10**6  # seconds; system calls reject infinity
_PIECE = 2**14
_GULP = 2**18  # as much as asyncio reads at once, so that anyio buffers nothing where nobody could see it


class RequestTracker:
    """Tracks one request and its response."""

    written: bool | None = None
    """Whether a byte of the request was written; None until a connection was needed."""

    peer: str | None = None
    """The host:port that was connected to for it; None if an open connection was used."""

    def __init__(self, timeout: float) -> None:
        self._until = time.monotonic() + min(timeout, _LONGEST)

    def left(self) -> float:
        """Seconds until the deadline; negative after it."""
        return self._until - time.monotonic()

    def left_or(self, error: type[Exception]) -> float:
        """Seconds until the deadline; raises `error` after it."""
        left = self.left()
        if left <= 0:
            raise error("the deadline has passed")
        return left

    def connects(self, host: str, port: int) -> None:
        self.written = False
        self.peer = f"{host}:{port}"

    def writes(self, data: bytes) -> None:
        """Note that `data` are about to be written. A CONNECT only asks a proxy for a tunnel; it contains no
        request."""
        if data and not data.startswith(b"CONNECT "):
            self.written = True


current: ContextVar[RequestTracker] = ContextVar("subkit_exchange")


def _tersely(record: logging.LogRecord) -> bool:
    # httpcore logs the server's response, which may repeat a secret: a redirect does, if a key is in the query.
    if current.get(None) is not None:
        record.msg = str(record.msg).partition(" ")[0]
    return True


for _name in ("http11", "socks"):  # the latter would log the password of a proxy
    logging.getLogger(f"httpcore.{_name}").addFilter(_tersely)


class Stream(httpcore.NetworkStream):
    """A connection that enforces the deadline of the current request."""

    tainted = False
    """Whether unrequested data arrived: then the connection must not be used again."""

    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, current.get().left_or(httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        # In pieces that a socket accepts at once: httpcore allows the full time for each part that a socket accepts.
        tracker = current.get()
        for start in range(0, len(buffer), _PIECE):
            left = tracker.left_or(httpcore.WriteTimeout)
            tracker.writes(buffer)
            self._inner.write(buffer[start : start + _PIECE], left)

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        tracker = current.get()
        # Never zero: the inner stream must run into the timeout itself, because then it closes its socket.
        stream = Stream(self._inner.start_tls(ssl_context, server_hostname, max(tracker.left(), 0.001)))
        tracker.written = False  # what was written before was for a proxy
        return stream

    def close(self) -> None:
        self._inner.close()

    def get_extra_info(self, info: str) -> Any:
        # httpcore does not reuse an idle connection that is readable.
        return (info == "is_readable" and self.tainted) or self._inner.get_extra_info(info)


class Backend(httpcore.NetworkBackend):
    """Connects within the deadline of the current request."""

    def __init__(self, inner: httpcore.NetworkBackend) -> None:
        self._inner = inner

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Options = None,
    ) -> httpcore.NetworkStream:
        tracker = current.get()
        tracker.connects(host, port)
        addresses = _resolve(host, port)
        while True:
            # Each address gets its share of the time, so that a dead one leaves time for the next.
            share = tracker.left_or(httpcore.ConnectTimeout) / len(addresses)
            try:
                return Stream(self._inner.connect_tcp(addresses.pop(0), port, share, local_address, socket_options))
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if not addresses:
                    raise


class AsyncStream(httpcore.AsyncNetworkStream):
    """A connection that notes what is written. Its deadline is a cancel scope around the request."""

    tainted = False
    """As `Stream.tainted`."""

    def __init__(self, inner: httpcore.AsyncNetworkStream, tls: ssl.SSLObject | None = None) -> None:
        self._inner = inner
        self._tls = tls

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return await self._inner.read(max(max_bytes, _GULP), timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        current.get().writes(buffer)
        await self._inner.write(buffer, timeout)

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        try:
            inner = await self._inner.start_tls(ssl_context, server_hostname, timeout)
        except BaseException:
            # httpcore closes the socket after errors, not after cancellation.
            with anyio.CancelScope(shield=True):
                await self._inner.aclose()
            raise
        current.get().written = False  # what was written before was for a proxy
        return AsyncStream(inner, inner.get_extra_info("ssl_object"))

    async def aclose(self) -> None:
        await self._inner.aclose()

    def get_extra_info(self, info: str) -> Any:
        found = self._inner.get_extra_info(info)
        return found or self.tainted or _holds_more(self._tls) if info == "is_readable" else found


class AsyncBackend(httpcore.AsyncNetworkBackend):
    """Connects, and notes that it does."""

    def __init__(self, inner: httpcore.AsyncNetworkBackend) -> None:
        self._inner = inner

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Options = None,
    ) -> httpcore.AsyncNetworkStream:
        current.get().connects(host, port)
        return AsyncStream(await self._inner.connect_tcp(host, port, timeout, local_address, socket_options))


def _holds_more(tls: ssl.SSLObject | None) -> bool:
    """Whether TLS holds unrequested data, or has ended. Reading them does no harm: the connection is closed then."""
    if tls is None:
        return False
    try:
        tls.read(1)
    except ssl.SSLWantReadError:
        return False
    except ssl.SSLError:
        return True
    return True


def _resolve(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(str(error)) from error
    return list(dict.fromkeys(str(address[4][0]) for address in found))
