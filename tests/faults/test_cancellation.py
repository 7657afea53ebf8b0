"""Tasks cancelled at any await: the next answers are the right ones, and nothing stays open."""

from __future__ import annotations

import asyncio
import gc
import inspect
import ssl
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Generator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import subkit
from support.certificates import server_context
from support.live import busy, client
from support.servers import Connection, answer, serving
from support.sockets import open_sockets

pytestmark = [pytest.mark.parametrize("mode", ["async"]), pytest.mark.fault(72)]
MOST = 200


class Interrupted:
    """Awaits something, and has its own task cancelled at one of the awaits inside.

    Either at once, or in the moment when what is awaited has just come: then the task is cancelled with the result
    already there.
    """

    def __init__(self, awaited: Awaitable[Any], at: int, *, late: bool) -> None:
        self._awaited = awaited
        self._at = at
        self._late = late
        self.awaits = 0

    def __await__(self) -> Generator[Any, Any, Any]:
        steps = self._awaited.__await__()
        thrown: BaseException | None = None
        while True:
            try:
                waiting = next(steps) if thrown is None else steps.throw(thrown)
            except StopIteration as stop:
                return stop.value
            self.awaits += 1
            if self.awaits == self._at:
                self._cancel(waiting)
            try:
                yield waiting
                thrown = None
            except BaseException as error:  # noqa: BLE001 - passed on to where it belongs
                thrown = error

    def _cancel(self, waiting: Any) -> None:
        task = asyncio.current_task()
        assert task is not None
        if not self._late:
            task.cancel()
        elif waiting is None:
            asyncio.get_running_loop().call_soon(task.cancel)
        else:
            waiting.add_done_callback(lambda _: task.cancel())


def thoughtful(connection: Connection) -> None:
    """Answers in two parts, a while after one another, with the id that was asked for."""
    while request := connection.request():
        target = request.split(b" ")[1].partition(b"?")[0]
        body = b'{"items": [], "id": "%s"}' % target.rpartition(b"/")[2]
        whole = answer(body, "Content-Type: application/json", status="503 Busy" if b"/busy" in target else "200 OK")
        connection.send(whole[:30])
        time.sleep(0.001)
        connection.send(whole[30:])


async def get(subject: Any, identity: str) -> str:
    found: str = (await subject.subscriptions.get(identity)).id
    return found


async def cancelled_once(call: Callable[[], Awaitable[Any]], at: int, late: bool) -> bool:
    """Whether a call was cancelled at this await; False if it was through before."""
    interrupted = Interrupted(call(), at, late=late)

    async def run() -> None:
        await interrupted

    [ended] = await asyncio.gather(asyncio.ensure_future(run()), return_exceptions=True)
    assert ended is None or isinstance(ended, (asyncio.CancelledError, subkit.ServerError)), repr(ended)
    return interrupted.awaits >= at


@asynccontextmanager
async def used(url: str, **options: Any) -> AsyncIterator[Any]:
    """A client that has a connection already."""
    async with client("async", url, **options) as subject:
        assert await get(subject, "warm") == "warm"
        yield subject


async def sweep(url: str, call: Callable[[Any], Awaitable[Any]], *, warm: bool, late: bool, **options: Any) -> int:
    """Cancel a call at its first await, its second, and so on. After each, two more calls have to be right."""
    for at in range(1, MOST):
        async with used(url, **options) if warm else client("async", url, **options) as subject:
            went_on = await cancelled_once(lambda: call(subject), at, late)
            assert await get(subject, f"a{at}") == f"a{at}"
            assert await asyncio.gather(get(subject, f"b{at}"), get(subject, f"c{at}")) == [f"b{at}", f"c{at}"]
            assert busy(subject._connections.transport) == 0
        if not went_on:
            return at
    raise AssertionError("the call never ends")


CALLS: dict[str, Callable[[Any], Awaitable[Any]]] = {
    "get": lambda subject: subject.subscriptions.get("one"),
    "list": lambda subject: subject.subscriptions.list().take(5),
    "repeats": lambda subject: subject.subscriptions.get("busy"),
}


@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("warm", [False, True], ids=["cold", "warm"])
@pytest.mark.parametrize("name", CALLS)
def test_cancelled_at_every_await(mode: str, name: str, warm: bool, late: bool) -> None:
    """Wherever a call is cancelled (connecting, writing, reading, waiting for a repeat), the client serves on."""
    with open_sockets() as left, serving(thoughtful) as server:
        retry = subkit.Retry(attempts=2, base=0.001)
        ended = asyncio.run(sweep(server.url, CALLS[name], warm=warm, late=late, retry=retry))
        server.close()
        assert ended > 3
        assert left() == 0


async def in_a_queue(subject: Any) -> Any:
    """A call that finds the one connection taken by others, before and behind it."""
    others = [asyncio.ensure_future(get(subject, f"q{n}")) for n in range(2)]
    await asyncio.sleep(0)
    behind = asyncio.ensure_future(get(subject, "q2"))
    try:
        return await subject.subscriptions.get("one")
    finally:
        found = asyncio.gather(*others, behind)
        assert await asyncio.shield(found) == ["q0", "q1", "q2"]


@pytest.mark.fault(18)
@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("warm", [False, True], ids=["cold", "warm"])
def test_cancelled_in_the_queue(mode: str, warm: bool, late: bool) -> None:
    """The same where there is one connection, and calls wait for it: those behind the cancelled one get their turn."""
    with open_sockets() as left, serving(thoughtful) as server:
        asyncio.run(sweep(server.url, in_a_queue, warm=warm, late=late, timeout=5.0, max_connections=1))
        server.close()
        assert left() == 0


@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
def test_cancelled_in_the_handshake(mode: str, late: bool, tls: ssl.SSLContext) -> None:
    """The same with TLS, whose handshake is cancelled too."""
    with open_sockets() as left, serving(thoughtful, tls) as server:
        asyncio.run(sweep(server.url, CALLS["get"], warm=False, late=late, verify=False))
        server.close()
        assert left() == 0


@pytest.fixture(scope="module")
def tls() -> ssl.SSLContext:
    return server_context()


def test_cancelled_while_a_token_is_given(mode: str) -> None:
    """A call that is cancelled while it asks a function for its token leaves the client in order."""

    async def token() -> str:
        await asyncio.sleep(0.001)
        return "t"

    assert inspect.iscoroutinefunction(token)
    with open_sockets() as left, serving(thoughtful) as server:
        auth = subkit.BearerToken(token)
        asyncio.run(sweep(server.url, CALLS["get"], warm=False, late=False, auth=auth))
        server.close()
        gc.collect()
        assert left() == 0
