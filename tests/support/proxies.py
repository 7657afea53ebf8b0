"""Proxies that really forward: an HTTP one that opens tunnels, and a SOCKS one."""

from __future__ import annotations

import select
import socket
from collections.abc import Callable

from .servers import Connection, Script


def tunnelling(connect: Callable[[str, int], tuple[str, int]] = lambda host, port: (host, port)) -> Script:
    """An HTTP proxy. `connect` says where a tunnel to a host and port leads in truth."""

    def script(connection: Connection) -> None:
        method, target, _ = connection.request().split(b"\r\n")[0].split(b" ")
        assert method == b"CONNECT"
        host, _, port = target.decode().rpartition(":")
        connection.send(b"HTTP/1.1 200 Connection established\r\n\r\n")
        _relay(connection, *connect(host, int(port)))

    return script


def socks(user: bytes, password: bytes, to: tuple[str, int], asked: list[bytes]) -> Script:
    """A SOCKS5 proxy that wants a password. All that it is asked for leads to one place; `asked` notes the names."""

    def script(connection: Connection) -> None:
        sock = connection.socket
        assert 2 in sock.recv(64)[2:]
        sock.sendall(b"\x05\x02")
        given = sock.recv(513)
        assert given == b"\x01" + bytes([len(user)]) + user + bytes([len(password)]) + password
        sock.sendall(b"\x01\x00")
        wanted = sock.recv(300)
        asked.append(wanted[5:-2])
        sock.sendall(b"\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x50")
        _relay(connection, *to)

    return script


def _relay(connection: Connection, host: str, port: int) -> None:
    with socket.create_connection((host, port)) as upstream:
        pairs = {connection.socket: upstream, upstream: connection.socket}
        while True:
            for ready in select.select(list(pairs), [], [])[0]:
                data = ready.recv(65536)
                if not data:
                    return
                pairs[ready].sendall(data)
