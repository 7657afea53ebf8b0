"""More calls at once than there are connections: counted, not timed."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import subkit
import subkit._errors as errors
from support.echoes import EchoServer
from support.live import busy, client, live_transport, pool_of
from support.scripted import MODES
from support.servers import Connection, answer, serving
from support.transports import get

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]
AT_ONCE = 100


@pytest.mark.fault(18, 74)
def test_two_thousand_calls_with_a_hundred_in_flight(mode: str) -> None:
    """A server that takes 20 ms opens 100 connections at most, and no call starves until its timeout of a second."""
    wanted = [f"s{number}" for number in range(2000)]
    with EchoServer(latency=0.02) as server:
        if mode == "async":
            found = asyncio.run(tasks(server.url, wanted))
        else:
            with client("sync", server.url, timeout=1.0) as subject, ThreadPoolExecutor(AT_ONCE) as pool:
                found = list(pool.map(lambda one: subject.subscriptions.get(one).id, wanted))
        assert server.connections <= AT_ONCE
    assert found == wanted


async def tasks(url: str, wanted: list[str]) -> list[str]:
    """The same calls, by a hundred tasks."""
    found: dict[str, str] = {}
    left = iter(wanted)

    async def worker(subject: Any) -> None:
        for one in left:
            found[one] = (await subject.subscriptions.get(one)).id

    async with client("async", url, timeout=1.0) as subject:
        await asyncio.gather(*(worker(subject) for _ in range(AT_ONCE)))
    return [found[one] for one in wanted]


class Gate:
    """A server that holds each answer back until it is let through, and notes in which order it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.came = threading.Semaphore(0)
        self.may = threading.Semaphore(0)

    def script(self, connection: Connection) -> None:
        while request := connection.request():
            self.asked.append(request.split(b" ")[1].decode())
            self.came.release()
            self.may.acquire(timeout=20)
            connection.send(answer(b"x"))

    def let_through(self, count: int) -> None:
        """Let so many through, each when it has come."""
        for _ in range(count):
            assert self.came.acquire(timeout=20)
            self.may.release()


def queued(carrier: Any) -> int:
    """How many calls wait for a connection."""
    return len(pool_of(carrier)._queue)


@pytest.mark.fault(18)
def test_first_come_first_served(mode: str) -> None:
    """Calls that wait for a connection get it in the order in which they began to wait."""
    gate = Gate()
    paths = [f"/{number}" for number in range(12)]

    async def all_async(carrier: subkit.AsyncHttpTransport, url: str) -> None:
        calls = [asyncio.ensure_future(carrier.send(get(url, path), timeout=20)) for path in paths]
        await asyncio.to_thread(gate.let_through, len(paths))
        await asyncio.gather(*calls)

    def all_sync(carrier: subkit.HttpTransport, url: str) -> None:
        with ThreadPoolExecutor(len(paths)) as pool:
            calls = []
            for number, path in enumerate(paths):
                calls.append(pool.submit(carrier.send, get(url, path), timeout=20))
                while queued(carrier) < number:
                    pass
            gate.let_through(len(paths))
            assert [call.result().status for call in calls] == [200] * len(paths)

    with serving(gate.script) as server, live_transport(mode, max_connections=1) as live:
        live(lambda carrier: (all_async if mode == "async" else all_sync)(carrier, server.url))
        assert (server.connections, busy(live.subject)) == (1, 0)
    assert gate.asked == paths


@pytest.mark.fault(18)
def test_out_of_time_in_the_queue(mode: str) -> None:
    """A call that ran out of time while it waited says so, and names the limit: the server was not asked."""
    gate = Gate()
    words = r"^no connection became free within the timeout of 0\.3 s \(1 at most: max_connections\)"

    def blocked(call: Any) -> Any:
        """What a call comes to while another one has the connection."""
        with ThreadPoolExecutor(1) as pool:
            first = pool.submit(call, "/first", 20.0)
            assert gate.came.acquire(timeout=5)
            with pytest.raises(errors.DeadlineExceeded, match=words) as caught:
                call("/second", 0.3)
            gate.may.release()
            assert first.result(5).status == 200
        return caught.value

    async def inside(carrier: subkit.AsyncHttpTransport, url: str) -> Any:
        loop = asyncio.get_running_loop()

        def call(path: str, timeout: float) -> Any:
            return asyncio.run_coroutine_threadsafe(carrier.send(get(url, path), timeout=timeout), loop).result(20)

        return await asyncio.to_thread(blocked, call)

    def outside(carrier: subkit.HttpTransport, url: str) -> Any:
        return blocked(lambda path, timeout: carrier.send(get(url, path), timeout=timeout))

    with serving(gate.script) as server, live_transport(mode, max_connections=1) as live:
        error = live(lambda carrier: (inside if mode == "async" else outside)(carrier, server.url))
        assert (error.sent, gate.asked, queued(live.subject), busy(live.subject)) == (False, ["/first"], 0, 0)


def test_one_limit_for_all_servers(mode: str) -> None:
    """Connections to different servers count together, and an idle one to another server makes room."""
    with EchoServer() as one, EchoServer() as other, live_transport(mode, max_connections=2) as live:
        for url in (one.url, other.url) * 2:
            for number in range(2):
                reply = live(lambda carrier, u=url, n=number: carrier.send(get(u, f"/s{n}"), timeout=5))
                assert reply.status == 200
        pool = pool_of(live.subject)
        assert (len(pool._places), one.connections, other.connections) == (2, 1, 1)


def test_a_thousand_tenants_on_one_pool(mode: str) -> None:
    """Clients for a thousand tenants of one host, made from one another, open no more connections than one may."""

    def things(connection: Connection) -> None:
        while connection.request():
            connection.send(answer(b'{"Id": "s1"}', "Content-Type: application/json"))

    with serving(things) as server:
        first = client(mode, server.url, "aveva-omf", max_connections=4)
        clients = [first.with_options(tenant_id=f"t{number}") for number in range(1000)]
        if mode == "async":
            found = asyncio.run(ask_all(first, clients))
        else:
            with first, ThreadPoolExecutor(20) as pool:
                found = list(pool.map(lambda one: one.subscriptions.get("s1"), clients))
        assert server.connections <= 4
    urls = [getattr(subkit.meta(one), "url", "") for one in found]
    assert [number for number, url in enumerate(urls) if f"/t{number}/" not in url] == []


async def ask_all(first: Any, clients: list[Any]) -> list[Any]:
    """A call of each client, all at once."""
    async with first:
        return await asyncio.gather(*(one.subscriptions.get("s1") for one in clients))
