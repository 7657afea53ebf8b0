"""Calls that are interrupted, and calls side by side on one client: nothing is swallowed, and nothing mixes."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest
import subkit
from support.scripted import MODES, Driven, package_of, reply
from support.timed import Timed

pytestmark = pytest.mark.both_modes

ENS = "illumina-ens"
OK = reply(200, {"id": "s1"})
QUEUE = {"awsSqsQueue": {"queueUrl": "q"}}
make = package_of(ENS).operations
GET = make.get_subscription("s1")
CREATE = make.create_subscription(name="n", type="a", delivery_target=QUEUE)
modes = pytest.mark.parametrize("mode", MODES)


class Stop(BaseException):
    """Stands for whatever is no error: a keyboard interrupt, the end of a generator, a cancelled task."""


INTERRUPTS = [KeyboardInterrupt, SystemExit, asyncio.CancelledError, Stop]
interrupts = pytest.mark.parametrize("interrupt", INTERRUPTS)


@pytest.mark.parametrize("operation", [GET, CREATE], ids=lambda one: one.id)
@interrupts
@modes
def test_interrupted_while_it_sends(mode: str, interrupt: type[BaseException], operation: Any) -> None:
    """What is no error is neither swallowed nor repeated, nor taken for a failure of the transport."""
    driven = Driven(ENS, mode, [interrupt(), OK])
    with pytest.raises(interrupt):
        driven(lambda client: client.send(operation))
    assert len(driven.requests) == 1
    assert driven(lambda client: client.subscriptions.get("s1")).id == "s1"


@interrupts
@modes
def test_interrupted_while_it_waits(mode: str, interrupt: type[BaseException]) -> None:
    """The same between two requests."""

    def stop() -> None:
        raise interrupt

    driven = Timed(ENS, mode, [reply(503), OK])
    driven.clock.on_pause = stop
    with pytest.raises(interrupt):
        driven.send(GET)
    assert len(driven.requests) == 1
    assert driven.send(GET).parsed.id == "s1"


@interrupts
@modes
def test_interrupted_while_it_asks_for_the_token(mode: str, interrupt: type[BaseException]) -> None:
    """The same in the function that gives the token, which is not reported to have failed."""
    tokens: list[Any] = [interrupt(), "t"]

    def token() -> str:
        found = tokens.pop(0)
        if isinstance(found, BaseException):
            raise found
        return str(found)

    driven = Driven(ENS, mode, [OK], auth=subkit.BearerToken(token))
    with pytest.raises(interrupt):
        driven(lambda client: client.send(GET))
    assert driven.requests == []
    assert driven(lambda client: client.subscriptions.get("s1")).id == "s1"


@pytest.mark.fault(72)
def test_a_cancelled_repeat_is_really_cancelled() -> None:
    """A task that is cancelled in the middle of a long wait ends at once, and sends nothing more."""

    async def run(driven: Driven) -> None:
        task = asyncio.ensure_future(driven.client.send(GET))
        while not driven.requests:
            await asyncio.sleep(0)
        for _ in range(5):
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    driven = Driven(ENS, "async", [reply(503, Retry_After="20")])
    asyncio.run(asyncio.wait_for(run(driven), 5))
    assert len(driven.requests) == 1


class Fickle:
    """Fails the first times that it is asked for something, by its name; then answers with that name."""

    def __init__(self) -> None:
        self._asked: dict[str, int] = {}
        self._lock = threading.Lock()

    def __call__(self, request: subkit.Request) -> Any:
        name = request.url.rpartition("/")[2]
        with self._lock:
            self._asked[name] = asked = self._asked.get(name, 0) + 1
        return reply(503) if asked <= int(name) % 3 else reply(200, {"id": name})


NAMES = [str(number) for number in range(200)]
RETRY = subkit.Retry(base=0, budget=500)


@pytest.mark.fault(74)
def test_threads_do_not_mix() -> None:
    """Threads that share a client each get the answer to what they asked, and the number of their own attempts."""
    driven = Driven(ENS, "sync", Fickle(), retry=RETRY)
    found: dict[str, Any] = {}
    barrier = threading.Barrier(8)

    def work(names: list[str]) -> None:
        barrier.wait(10)
        for name in names:
            found[name] = driven.client.send(make.get_subscription(name))

    threads = [threading.Thread(target=work, args=(NAMES[number::8],)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert {name: (one.parsed.id, one.attempts) for name, one in found.items()} == expected()


def expected() -> dict[str, tuple[str, int]]:
    return {name: (name, int(name) % 3 + 1) for name in NAMES}


@pytest.mark.fault(74)
def test_tasks_do_not_mix() -> None:
    """The same with tasks of one event loop."""
    driven = Driven(ENS, "async", Fickle(), retry=RETRY)

    async def work() -> list[Any]:
        return await asyncio.gather(*(driven.client.send(make.get_subscription(name)) for name in NAMES))

    found = asyncio.run(work())
    assert {one.parsed.id: (one.parsed.id, one.attempts) for one in found} == expected()
