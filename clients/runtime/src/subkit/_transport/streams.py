"""The network of the asynchronous transport: streams over the transports of asyncio.

Their deadline is a cancel scope around the request. To close one takes no `await`, so it cannot be cancelled half way.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final, cast

import httpcore

from .dialing import dial
from .network import StaleConnection, is_readable

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable

    from .network import Wire

    Options = Iterable[httpcore.SOCKET_OPTION] | None

_MOST_UNREAD: Final = 2**18  # bytes; then the server has to wait
_NEVER: Final = 10**6  # seconds; the deadline comes before


class _Protocol(asyncio.Protocol):
    """Keeps what comes until it is read, and says when more may be written."""

    transport: asyncio.Transport

    def __init__(self) -> None:
        self._unread = b""
        self._ended = False
        self._error: Exception | None = None
        self._reader: asyncio.Future[None] | None = None
        self._writer: asyncio.Future[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self._unread = self._unread + data if self._unread else data
        if len(self._unread) > _MOST_UNREAD:
            self.transport.pause_reading()
        _wake(self._reader)

    def eof_received(self) -> None:
        self._ended = True
        _wake(self._reader)

    def connection_lost(self, exc: Exception | None) -> None:
        self._ended = True
        self._error = exc
        _wake(self._reader)
        _wake(self._writer)

    def pause_writing(self) -> None:
        self._writer = asyncio.get_running_loop().create_future()

    def resume_writing(self) -> None:
        _wake(self._writer)
        self._writer = None

    @property
    def has_something(self) -> bool:
        """Whether something has come, if only the end."""
        return self._ended or bool(self._unread)

    async def read(self) -> bytes:
        """What has come, as soon as something has; nothing at the end."""
        while not self.has_something:
            self._reader = asyncio.get_running_loop().create_future()
            await self._reader
        if self._error is not None and not self._unread:
            raise httpcore.ReadError(str(self._error)) from self._error
        data, self._unread = self._unread, b""
        if len(data) > _MOST_UNREAD:
            self.transport.resume_reading()
        return data

    async def write(self, data: bytes) -> None:
        """Write, and wait until more may be written."""
        if self.transport.is_closing():
            raise httpcore.WriteError("the connection is closed")
        self.transport.write(data)
        if self._writer is not None:
            await self._writer


def _wake(waiting: asyncio.Future[None] | None) -> None:
    if waiting is not None and not waiting.done():
        waiting.set_result(None)


class AsyncStream(httpcore.AsyncNetworkStream):
    """A connection: TCP, and later perhaps TLS over it."""

    def __init__(self, protocol: _Protocol, wire: Wire) -> None:
        self._protocol = protocol
        self._wire = wire

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = await self._protocol.read()
        self._wire.reads(data)
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if not buffer:
            return
        if self._wire.begins() and self._has_something():
            raise StaleConnection
        self._wire.writes(buffer)
        await self._protocol.write(buffer)

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        plain = self._protocol.transport
        try:
            secure = await asyncio.get_running_loop().start_tls(
                plain, self._protocol, ssl_context, server_hostname=server_hostname, ssl_handshake_timeout=_NEVER
            )
        except BaseException as error:
            plain.abort()
            if isinstance(error, OSError):
                raise httpcore.ConnectError(str(error)) from error
            raise
        self._protocol.connection_made(cast("asyncio.Transport", secure))
        self._wire.encrypts()
        return self

    async def aclose(self) -> None:
        self.abort()

    def abort(self) -> None:
        """Close at once."""
        self._wire.closed = True
        self._protocol.transport.abort()

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable":
            return self._has_something()
        return self._protocol.transport.get_extra_info(info)

    def _has_something(self) -> bool:
        found = self._protocol.transport.get_extra_info("socket")
        return self._protocol.has_something or found is None or is_readable(found.fileno())


class AsyncBackend(httpcore.AsyncNetworkBackend):
    """Connects. There is one for each connection."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self.stream: AsyncStream | None = None
        """What it has connected."""

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Options = None,
    ) -> httpcore.AsyncNetworkStream:
        self._wire.connects(host, port)
        try:
            protocol = await dial(_Protocol, host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(str(error)) from error
        self.stream = AsyncStream(protocol, self._wire)
        return self.stream
