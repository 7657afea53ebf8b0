"""Who uses which connection: calls at once, and calls that are given up."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import subkit._errors as errors
from subkit import AsyncHttpTransport, HttpTransport
from support.live import busy, live_transport
from support.scripted import MODES
from support.servers import Connection, TcpServer, answer, echo, serving
from support.transports import OUTLIVED, get

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]


@pytest.mark.fault(74)
def test_many_calls_at_once_are_not_mixed_up(mode: str) -> None:
    """16 threads (or tasks) with 20 calls each: everybody gets the answer to what they asked."""
    wanted = [f"/{n}" for n in range(320)]
    with serving(echo) as server:
        got = asyncio.run(tasks_of(server.url, wanted)) if mode == "async" else threads_of(server.url, wanted)
        assert server.connections < 100  # kept, but for those that idle too long on a busy machine
    assert got == [path.encode() for path in wanted]


def threads_of(url: str, paths: list[str]) -> list[bytes]:
    shared = HttpTransport(trust_env=False)
    with ThreadPoolExecutor(16) as pool:
        got = list(pool.map(lambda path: shared.send(get(url, path), timeout=10).body, paths))
    shared.close()
    return got


async def tasks_of(url: str, paths: list[str]) -> list[bytes]:
    shared = AsyncHttpTransport(trust_env=False)

    async def worker(part: list[str]) -> list[bytes]:
        return [(await shared.send(get(url, path), timeout=10)).body for path in part]

    parts = await asyncio.gather(*(worker(paths[n : n + 20]) for n in range(0, len(paths), 20)))
    await shared.aclose()
    return [body for part in parts for body in part]


class Hold:
    """A server that keeps its first answer back, and what a caller does meanwhile."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.go_on = threading.Event()

    def script(self, connection: Connection) -> None:
        while request := connection.request():
            self.asked.set()
            self.go_on.wait(10)
            connection.send(answer(request.split(b" ")[1]))

    def use(self, call: Callable[[str, float], Any]) -> list[bytes]:
        """Call while another call has the one connection, and again when it has ended."""
        with ThreadPoolExecutor(1) as pool:
            first = pool.submit(call, "/first", 10.0)
            assert self.asked.wait(5)
            start = time.monotonic()
            with pytest.raises(errors.DeadlineExceeded) as caught:
                call("/second", 0.2)
            assert (caught.value.sent, time.monotonic() - start < OUTLIVED) == (False, True)
            self.go_on.set()
            return [first.result(5).body, call("/third", 5.0).body]


@pytest.mark.fault(18)
def test_all_connections_in_use(mode: str) -> None:
    """A call that finds all connections in use waits as long as its timeout, sends nothing, and leaves no trace."""
    hold = Hold()

    async def use_async(carrier: AsyncHttpTransport, url: str) -> list[bytes]:
        loop = asyncio.get_running_loop()

        def call(path: str, timeout: float) -> Any:
            return asyncio.run_coroutine_threadsafe(carrier.send(get(url, path), timeout=timeout), loop).result(20)

        return await asyncio.to_thread(hold.use, call)

    def use(carrier: HttpTransport, url: str) -> list[bytes]:
        return hold.use(lambda path, timeout: carrier.send(get(url, path), timeout=timeout))

    with serving(hold.script) as server, live_transport(mode, max_connections=1) as live:
        found = live(lambda carrier: (use_async if mode == "async" else use)(carrier, server.url))
        assert (found, busy(live.subject), len(server.requests)) == ([b"/first", b"/third"], 0, 2)


@pytest.fixture
def thoughtful() -> Iterator[TcpServer]:
    """A server that takes its time."""

    def script(connection: Connection) -> None:
        while request := connection.request():
            time.sleep(0.002)
            connection.send(answer(request.split(b" ")[1]))

    with serving(script) as server:
        yield server


@pytest.mark.fault(72)
def test_interrupted_calls_leave_a_working_transport(mode: str, thoughtful: TcpServer) -> None:
    """Calls given up at any moment (cancelled, or out of time) neither leak connections nor shift answers."""

    async def cancelled(carrier: AsyncHttpTransport, number: int) -> None:
        task = asyncio.ensure_future(carrier.send(get(thoughtful.url, f"/cancelled/{number}"), timeout=5))
        await asyncio.sleep(number / 10_000)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    def late(carrier: HttpTransport, number: int) -> None:
        try:
            carrier.send(get(thoughtful.url, f"/late/{number}"), timeout=number / 10_000)
        except errors.DeadlineExceeded:
            pass

    interrupted = cancelled if mode == "async" else late
    with live_transport(mode, max_connections=10) as live:
        for number in range(60):
            live(lambda carrier, number=number: interrupted(carrier, number))
            next_one = get(thoughtful.url, f"/{number}")
            reply = live(lambda carrier, next_one=next_one: carrier.send(next_one, timeout=5))
            assert reply.body == f"/{number}".encode()
        assert busy(live.subject) == 0


@pytest.mark.fault(18, 72)
def test_a_crowd_that_is_given_up_by_halves(mode: str, thoughtful: TcpServer) -> None:
    """Where more call at once than there are connections, and some give up, the others get their answers."""

    async def crowd(carrier: AsyncHttpTransport) -> list[bytes]:
        tasks = [asyncio.ensure_future(carrier.send(get(thoughtful.url, f"/{n}"), timeout=20)) for n in range(40)]
        for task in tasks[::2]:
            await asyncio.sleep(0.0005)
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return [task.result().body for task in tasks[1::2]]

    def crowd_sync(carrier: HttpTransport) -> list[bytes]:
        def call(number: int) -> bytes:
            try:
                return carrier.send(get(thoughtful.url, f"/{number}"), timeout=20 if number % 2 else 0.003).body
            except errors.DeadlineExceeded:
                return b""

        with ThreadPoolExecutor(40) as pool:
            return list(pool.map(call, range(40)))[1::2]

    with live_transport(mode, max_connections=10) as live:
        for _ in range(6):
            got = live(crowd if mode == "async" else crowd_sync)
            assert got == [f"/{n}".encode() for n in range(1, 40, 2)]
        assert busy(live.subject) == 0
