"""Clients from the first breath to the last: closing, abandoning, and very many of them."""

from __future__ import annotations

import asyncio
import gc
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import subkit
from support.live import Live, client, live_client
from support.scripted import MODES, TOKEN
from support.servers import Connection, answer, serving
from support.sockets import open_sockets

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]
PAGED = b'{"items": [{"id": "%d"}, {"id": "x"}], "nextPageToken": "%d"}'


def things(connection: Connection) -> None:
    """Gives each thing the id that was asked for, and lists that never end."""
    number = 0
    while request := connection.request():
        identity = request.split(b" ")[1].partition(b"?")[0].rpartition(b"/")[2]
        number += 1
        found = PAGED % (number, number) if identity == b"subscriptions" else b'{"id": "%s"}' % identity
        connection.send(answer(found, "Content-Type: application/json"))


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    """No socket outlives a test, and the collector has nothing to warn of (warnings are errors)."""
    with open_sockets() as left:
        yield
        assert left() == 0


def use(mode: str, url: str, call: Callable[[Any], Any]) -> Any:
    """One client, used for one call in its `with` block."""
    if mode == "sync":
        with client(mode, url) as subject:
            return call(subject)

    async def inside() -> Any:
        async with client(mode, url) as subject:
            return await call(subject)

    return inside()


@pytest.mark.fault(77)
def test_thousands_of_clients(mode: str) -> None:
    """3,000 clients are made and closed, each fortieth after a call: right answers, and nothing stays open."""

    def one(url: str, number: int) -> Any:
        if number % 40 == 0:
            return use(mode, url, lambda subject: subject.subscriptions.get(f"s{number}"))
        subject = client(mode, url)
        return subject.close() if mode == "sync" else subject.aclose()

    async def all_async(url: str) -> list[Any]:
        return [await one(url, number) for number in range(3_000)]

    with serving(things) as server:
        found = asyncio.run(all_async(server.url)) if mode == "async" else [one(server.url, n) for n in range(3_000)]
        assert server.connections == 75
    assert [thing.id for thing in found if thing is not None] == [f"s{n}" for n in range(0, 3_000, 40)]


@pytest.mark.fault(77)
@pytest.mark.parametrize("by", ["pages", "items"])
def test_abandoned_pagers(mode: str, by: str) -> None:
    """A list that is left half way, by page or by item, holds no connection, and the client serves on."""

    def some(subject: Any) -> int:
        pager = subject.subscriptions.list()
        for number, _ in enumerate(pager.pages() if by == "pages" else pager):
            if number == 2:
                break
        return 1

    async def some_async(subject: Any) -> int:
        pager, number = subject.subscriptions.list(), 0
        async for _ in pager.pages() if by == "pages" else pager:
            number += 1
            if number == 2:
                break
        return 1

    with serving(things) as server, live_client(mode, server.url) as live:
        for number in range(5):
            assert live(some_async if mode == "async" else some) == 1
            gc.collect()
            assert live(lambda subject, n=number: subject.subscriptions.get(f"s{n}")).id == f"s{number}"
        assert server.connections == 1


@pytest.mark.fault(76)
def test_use_after_close(mode: str) -> None:
    """After the `with` block, and after closing twice, every call is ClientClosed, and nothing goes out."""
    with serving(things) as server, live_client(mode, server.url) as live:
        live(lambda subject: subject.subscriptions.get("s1"))
        pager = live.subject.subscriptions.list()
        live(lambda _: pager.first())
        live.close()
        live.close()
        for call in (
            lambda subject: subject.subscriptions.get("s1"),
            lambda subject: subject.subscriptions.list().first(),
            lambda _: pager.take(10),
            lambda subject: subject.with_options(timeout=1.0),
        ):
            with pytest.raises(subkit.ClientClosed, match="closed"):
                live(call)
        assert len(server.requests) == 2


@pytest.mark.fault(76)
def test_close_during_calls(mode: str) -> None:
    """Calls under way when the client is closed end with an error of subkit's, soon, and leave nothing open."""
    asked = threading.Semaphore(0)

    def script(connection: Connection) -> None:
        connection.request()
        asked.release()
        connection.wait()

    def await_all() -> None:
        for _ in range(4):
            assert asked.acquire(timeout=5)

    async def close_async(subject: Any) -> list[Any]:
        tasks = [asyncio.ensure_future(subject.subscriptions.get(f"s{n}")) for n in range(4)]
        await asyncio.to_thread(await_all)
        await subject.aclose()
        return await asyncio.gather(*tasks, return_exceptions=True)

    with serving(script) as server, live_client(mode, server.url, timeout=0.5) as live:
        ended = live(close_async) if mode == "async" else closed_under_threads(live, await_all)
    assert len(ended) == 4
    assert [one for one in ended if not isinstance(one, (subkit.TransportError, subkit.ClientClosed))] == []


def closed_under_threads(live: Live, await_all: Callable[[], None]) -> list[Any]:
    ended: list[Any] = []

    def call(number: int) -> None:
        try:
            ended.append(live.subject.subscriptions.get(f"s{number}"))
        except subkit.SubkitError as error:
            ended.append(error)

    threads = [threading.Thread(target=call, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    await_all()
    live.close()
    for thread in threads:
        thread.join(5)
    return ended


@pytest.mark.fault(76)
def test_a_client_that_was_never_closed(mode: str) -> None:
    """A client that is dropped without a call has nothing to close and warns of nothing."""
    for _ in range(100):
        subject = client(mode, "https://api.example", auth=subkit.BearerToken(TOKEN))
        assert TOKEN not in repr(subject)
        del subject
    gc.collect()
