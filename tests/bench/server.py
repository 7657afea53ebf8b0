"""The loopback server: a process of its own that answers at once, or after the milliseconds that its path begins with.

`python server.py [certificate]` prints its port. `/stats` says how many connections were opened since it was last asked.
"""

from __future__ import annotations

import asyncio
import json
import ssl
import sys
from urllib.parse import parse_qs, urlsplit

from data import ITEM, items, page

PAGES = 100
FIRST = page(items(), "1")
LAST = page(items())
TOKEN = b'"nextPageToken": "%d"'


class Connection(asyncio.Protocol):
    """One connection."""

    opened = 0

    def __init__(self) -> None:
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        Connection.opened += 1
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received += data
        while b"\r\n\r\n" in self._received:
            head, _, self._received = self._received.partition(b"\r\n\r\n")
            target = head.split(b" ", 2)[1].decode("ascii")
            first, _, rest = target.removeprefix("/").partition("/")
            if first.isdigit():
                asyncio.get_running_loop().call_later(int(first) / 1000, self._answer, f"/{rest}")
            else:
                self._answer(target)

    def _answer(self, target: str) -> None:
        body = answer(target)
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        self._transport.write(head.encode("ascii") + body)  # type: ignore[attr-defined]


def answer(target: str) -> bytes:
    """The body for a path and query."""
    parts = urlsplit(target)
    if parts.path == "/stats":
        opened, Connection.opened = Connection.opened, 0
        return json.dumps(opened).encode()
    if parts.path.count("/") > 2:
        return json.dumps({**ITEM, "id": parts.path.rpartition("/")[2]}).encode()
    number = int(parse_qs(parts.query).get("pageToken", ["0"])[0])
    found = LAST if number + 1 >= PAGES else FIRST.replace(TOKEN % 1, TOKEN % (number + 1))
    return found.replace(b'"id": "sub.', b'"id": "sub.%d-' % number)  # no page repeats another


async def main(certificate: str | None) -> None:
    context = None
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    server = await asyncio.get_running_loop().create_server(Connection, "127.0.0.1", 0, ssl=context, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1] if len(sys.argv) > 1 else None))
