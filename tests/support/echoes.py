"""A server for many connections: it answers each request with the id that was asked for, after a while if need be."""

from __future__ import annotations

import asyncio
import threading
from types import TracebackType
from typing import Self


class _Connection(asyncio.Protocol):
    def __init__(self, server: EchoServer) -> None:
        self._server = server
        self._data = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._server.connections += 1

    def data_received(self, data: bytes) -> None:
        self._data += data
        while b"\r\n\r\n" in self._data:
            head, _, self._data = self._data.partition(b"\r\n\r\n")
            body = b'{"id": "%s"}' % head.split(b" ")[1].rpartition(b"/")[2]
            asyncio.get_running_loop().call_later(self._server.latency, self._answer, body)

    def _answer(self, body: bytes) -> None:
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
        self._transport.write(head % len(body) + body)


class EchoServer:
    """Runs in an event loop in a thread of its own."""

    def __init__(self, *, latency: float = 0.0) -> None:
        self.latency = latency
        self.connections = 0
        self.url = ""
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._server = asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result(10)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    async def _listen(self) -> asyncio.Server:
        make = lambda: _Connection(self)  # noqa: E731
        return await asyncio.get_running_loop().create_server(make, "127.0.0.1", 0, backlog=512)

    async def _end(self) -> None:
        self._server.close()
        await asyncio.sleep(0.05)
