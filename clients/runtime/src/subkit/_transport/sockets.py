"""The network of the synchronous transport: sockets that keep the deadline of the request at hand."""

from __future__ import annotations

import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

import httpcore

from .network import StaleConnection, is_readable

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable

    from .network import Wire

    Options = Iterable[httpcore.SOCKET_OPTION] | None

_PIECE: Final = 2**14


class SocketStream(httpcore.NetworkStream):
    """One layer of a connection: TCP, or TLS over it."""

    def __init__(self, inner: httpcore.NetworkStream, wire: Wire) -> None:
        self._inner = inner
        self._wire = wire

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self._inner.read(max_bytes, self._wire.tracker.left_or(httpcore.ReadTimeout))
        self._wire.reads(data)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if buffer and self._wire.begins() and self._has_something():
            raise StaleConnection
        # By pieces that a socket takes in one go: httpcore allows the full time to each part that a socket takes.
        for start in range(0, len(buffer), _PIECE):
            left = self._wire.tracker.left_or(httpcore.WriteTimeout)
            self._wire.writes(buffer)
            self._inner.write(buffer[start : start + _PIECE], left)

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        # Never zero: the inner stream must run into the timeout itself, for then it closes its socket.
        left = max(self._wire.tracker.left(), 0.001)
        self._inner = self._inner.start_tls(ssl_context, server_hostname, left)
        self._wire.encrypts()
        return self

    def close(self) -> None:
        self._wire.closed = True
        self._inner.close()

    def interrupt(self) -> None:
        """End the connection under whoever reads from it."""
        with suppress(OSError):  # it is closed already
            socket.socket.shutdown(self._inner.get_extra_info("socket"), socket.SHUT_RDWR)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)

    def _has_something(self) -> bool:
        found = self._inner.get_extra_info("socket")
        return is_readable(found.fileno()) or bool(getattr(found, "pending", int)())


class SocketBackend(httpcore.NetworkBackend):
    """Connects within the deadline of the request at hand. There is one for each connection."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._inner = httpcore.SyncBackend()
        self.stream: SocketStream | None = None
        """What it has connected."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Options = None,
    ) -> httpcore.NetworkStream:
        self._wire.connects(host, port)
        addresses = _resolve(host, port)
        while True:
            # Each address gets its share, so that a dead one leaves time for the next.
            share = self._wire.tracker.left_or(httpcore.ConnectTimeout) / len(addresses)
            try:
                made = self._inner.connect_tcp(addresses.pop(0), port, share, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if not addresses:
                    raise
            else:
                self.stream = SocketStream(made, self._wire)
                return self.stream


def _resolve(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(str(error)) from error
    return list(dict.fromkeys(str(address[4][0]) for address in found))
