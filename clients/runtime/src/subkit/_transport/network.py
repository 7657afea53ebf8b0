"""One deadline for a whole exchange, whether any of its request was written, and whether more came than its answer:
all are seen at the socket.

httpx's own timeouts start anew with every read, so a server that drips bytes outlives them. The backends here stand
between httpcore and the sockets. They find the exchange at hand through a context variable, because a connection
serves many exchanges, one after the other.
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

_LONGEST = 10**6  # seconds; the system's calls refuse infinity
_PIECE = 2**14
_GULP = 2**18  # as much as asyncio reads at once: so anyio keeps nothing back, where nobody could see it


class Exchange:
    """One request and its answer."""

    written: bool | None = None
    """Whether a byte of the request was written; None as long as no connection was asked for anything."""

    peer: str | None = None
    """Who was connected to for it, as host:port; None if a connection was at hand."""

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
        """Note that `data` are about to go out. A CONNECT only asks a proxy for a tunnel; no request is in it."""
        if data and not data.startswith(b"CONNECT "):
            self.written = True


current: ContextVar[Exchange] = ContextVar("subkit_exchange")


def _tersely(record: logging.LogRecord) -> bool:
    # httpcore logs what a server answered, and that may repeat a secret: a redirect does, if a key is in the query.
    if current.get(None) is not None:
        record.msg = str(record.msg).partition(" ")[0]
    return True


for _name in ("http11", "socks"):  # the latter would log the password of a proxy
    logging.getLogger(f"httpcore.{_name}").addFilter(_tersely)


class Stream(httpcore.NetworkStream):
    """A connection that keeps the deadline of the exchange at hand."""

    spoiled = False
    """Whether more came than was asked for: then it serves for nothing more."""

    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, current.get().left_or(httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        # By pieces that a socket takes in one go: httpcore allows the full time to each part that a socket takes.
        exchange = current.get()
        for start in range(0, len(buffer), _PIECE):
            left = exchange.left_or(httpcore.WriteTimeout)
            exchange.writes(buffer)
            self._inner.write(buffer[start : start + _PIECE], left)

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        exchange = current.get()
        # Never zero: the inner stream must run into the timeout itself, for then it closes its socket.
        stream = Stream(self._inner.start_tls(ssl_context, server_hostname, max(exchange.left(), 0.001)))
        exchange.written = False  # what went before was for a proxy
        return stream

    def close(self) -> None:
        self._inner.close()

    def get_extra_info(self, info: str) -> Any:
        # httpcore takes no idle connection that is readable.
        return (info == "is_readable" and self.spoiled) or self._inner.get_extra_info(info)


class Backend(httpcore.NetworkBackend):
    """Connects within the deadline of the exchange at hand."""

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
        exchange = current.get()
        exchange.connects(host, port)
        addresses = _resolve(host, port)
        while True:
            # Each address gets its share, so that a dead one leaves time for the next.
            share = exchange.left_or(httpcore.ConnectTimeout) / len(addresses)
            try:
                return Stream(self._inner.connect_tcp(addresses.pop(0), port, share, local_address, socket_options))
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if not addresses:
                    raise


class AsyncStream(httpcore.AsyncNetworkStream):
    """A connection that notes what is written. Its deadline is a cancel scope around the exchange."""

    spoiled = False
    """As `Stream.spoiled`."""

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
        current.get().written = False  # what went before was for a proxy
        return AsyncStream(inner, inner.get_extra_info("ssl_object"))

    async def aclose(self) -> None:
        await self._inner.aclose()

    def get_extra_info(self, info: str) -> Any:
        found = self._inner.get_extra_info(info)
        return found or self.spoiled or _holds_more(self._tls) if info == "is_readable" else found


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
    """Whether TLS has something that came unasked, or has ended. To read of it does no harm: it is closed then."""
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
