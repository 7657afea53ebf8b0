"""A relay between a client and a server that passes the server's bytes on one by one."""

from __future__ import annotations

import select
import socket

from .servers import Connection, Script


def dripping(port: int, *, after: int) -> Script:
    """Relay to a port of loopback. Once the client has spoken `after` times, its answers come drop by drop."""

    def script(connection: Connection) -> None:
        spoken = 0
        with socket.create_connection(("127.0.0.1", port)) as upstream:
            while True:
                [ready, *_] = select.select([connection.socket, upstream], [], [])[0]
                data = ready.recv(65536)
                if not data:
                    return
                if ready is upstream:
                    (connection.drip if spoken >= after else connection.send)(data)
                else:
                    spoken += 1
                    upstream.sendall(data)

    return script
