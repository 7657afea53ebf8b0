"""Several writers at once: nobody's work is lost without a word, in threads and in tasks."""

from __future__ import annotations

import asyncio
import threading
from collections import Counter as Count
from collections.abc import Callable
from typing import Any

import attrs
import pytest
import subkit
from subkit._calls.modify import modify, modify_async
from subkit._operations.operation import Operation
from subkit._transport.messages import Reply, Request
from support.scripted import MODES, Driven, header, reply
from support.stateful import COUNT_THING, GET_THING, HOLDER, Counter, Stateful

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]
WSO2 = "wso2-publisher"
Task = Callable[[], Any]


def at_once(mode: str, tasks: list[Task]) -> Count[str]:
    """Run these at the same time, in threads or in tasks of one loop; how often each outcome came."""
    outcomes: list[str] = []

    def note(error: BaseException | None) -> None:
        outcomes.append(type(error).__name__ if error else "done")

    def thread(task: Task, barrier: threading.Barrier) -> None:
        barrier.wait(10)
        try:
            task()
        except subkit.SubkitError as error:
            note(error)
        else:
            note(None)

    async def together() -> None:
        found = await asyncio.gather(*(task() for task in tasks), return_exceptions=True)
        for one in found:
            note(one if isinstance(one, BaseException) else None)

    if mode == "async":
        asyncio.run(together())
        return Count(outcomes)
    barrier = threading.Barrier(len(tasks))
    threads = [threading.Thread(target=thread, args=(task, barrier)) for task in tasks]
    for one in threads:
        one.start()
    for one in threads:
        one.join(20)
    return Count(outcomes)


@pytest.mark.fault(38)
@pytest.mark.parametrize("count", [2, 8])
def test_writers_at_once(mode: str, count: int) -> None:
    """Of several that fetched the same and write at once, exactly one gets through; the others get 412, and can tell."""
    server = Stateful()
    writers = [Driven(WSO2, mode, server) for _ in range(count)]
    fetched = [writer(lambda client: client.subscriptions.get("s1")) for writer in writers]

    def write(writer: Driven, found: Any) -> Any:
        return lambda: writer.client.subscriptions.block(found, block_state="BLOCKED")

    outcomes = at_once(mode, [write(*one) for one in zip(writers, fetched, strict=True)])
    assert outcomes == {"done": 1, "PreconditionFailed": count - 1}
    assert (server.version, server.state) == (2, "BLOCKED")


@pytest.mark.fault(38)
def test_the_one_that_lost(mode: str) -> None:
    """Who lost refreshes, which brings what is there now, and writes on that."""
    server = Stateful()
    first, second = Driven(WSO2, mode, server), Driven(WSO2, mode, server)
    mine, yours = (one(lambda client: client.subscriptions.get("s1")) for one in (first, second))
    first(lambda client: client.subscriptions.block(mine, block_state="BLOCKED"))
    with pytest.raises(subkit.PreconditionFailed) as caught:
        second(lambda client: client.subscriptions.unblock(yours))
    assert caught.value.headers["etag"] == '"v2"'
    fresh = second(lambda client: client.subscriptions.refresh(yours))
    assert fresh.status == "BLOCKED"
    second(lambda client: client.subscriptions.unblock(fresh))
    assert (server.version, server.state) == (3, "UNBLOCKED")


def counting(driven: Driven, attempts: int = 50, change: Any = None) -> Any:
    """Add one to the count of the thing, by reading, changing and writing it."""
    fetch: Any = Operation(GET_THING, {"group": "g", "thing": "t1"})

    def write(changed: Any) -> Any:
        return Operation(COUNT_THING, {"group": "g", "thing": changed.id, "count": changed.secret_version})

    def once_more(one: Any) -> None:
        one.secret_version += 1

    call = modify_async if driven.mode == "async" else modify
    return call(driven.client, fetch, write, change or once_more, attempts)


@pytest.mark.fault(38)
def test_modify_at_once(mode: str) -> None:
    """Of eight that add one at the same time by read, change and write, none is lost: who comes late begins anew."""
    server = Counter()
    drivens = [Driven(HOLDER, mode, server) for _ in range(8)]
    outcomes = at_once(mode, [lambda driven=driven: counting(driven) for driven in drivens])
    assert outcomes == {"done": 8}
    assert server.thing["secretVersion"] == 8


@pytest.mark.fault(34, 38)
def test_a_lost_answer_is_not_taken_for_another_writer(mode: str) -> None:
    """A write whose answer was lost is repeated by itself, and then meets 412 because of its own work. To change what
    is there once more would do it twice: the outcome is unknown, and said to be."""
    server = Counter()
    driven = Driven(HOLDER, mode, _losing(server))
    with pytest.raises(subkit.OutcomeUnknown, match="412") as caught:
        driven(lambda _: counting(driven))
    assert isinstance(caught.value.__cause__, subkit.PreconditionFailed)
    assert server.thing["secretVersion"] == 1


@pytest.mark.fault(34)
def test_a_repeat_that_meets_its_own_work(mode: str) -> None:
    """The same in a call without `modify`: the 412 says that it answered a repeat, and so may come of the call itself."""
    for lost in (True, False):
        server = Stateful()
        driven = Driven(WSO2, mode, server)
        found = driven(lambda client: client.subscriptions.get("s1"))
        if lost:
            driven.transport._answer = _losing(server)
        else:
            server.change()
        with pytest.raises(subkit.PreconditionFailed) as caught:
            driven(lambda client, found=found: client.subscriptions.block(found, block_state="BLOCKED"))
        assert caught.value.after_replay is lost
        assert server.version == 2


def _losing(server: Any) -> Callable[[Request], Reply]:
    """Loses the first answer to a write, after the write was done."""
    lost: list[Request] = []

    def answer(request: Request) -> Reply:
        found: Reply = server(request)
        if request.method != "GET" and not lost:
            lost.append(request)
            raise subkit.OutcomeUnknown("cut")
        return found

    return answer


@pytest.mark.fault(34)
@pytest.mark.parametrize(
    "headers", [{}, {"Last_Modified": "Fri, 02 Jan 2026 03:04:05 GMT"}, {"ETag": 'W/"1"'}, {"ETag": "1"}]
)
def test_modify_never_writes_unprotected(mode: str, headers: dict[str, str]) -> None:
    """Where the write takes no validator that the object came with, `modify` refuses to write at all."""
    driven = Driven(HOLDER, mode, lambda _: reply(200, {"id": "t1", "secretVersion": 0}, **headers))
    with pytest.raises(subkit.ConfigurationError):
        driven(lambda _: counting(driven))
    assert [request.method for request in driven.requests] == ["GET"]


@pytest.mark.fault(34)
@pytest.mark.parametrize("copied", [False, True])
def test_modify_writes_what_it_fetched(mode: str, copied: bool) -> None:
    """A change that gives the object another id does not overwrite that other one."""
    driven = Driven(HOLDER, mode, Counter(id="t1"))

    def rename(one: Any) -> Any:
        if copied:
            return attrs.evolve(one, id="t2")
        one.id = "t2"
        return None

    with pytest.raises(subkit.InvalidArgument, match="another object"):
        driven(lambda _: counting(driven, change=rename))
    assert [request.method for request in driven.requests] == ["GET"]


def test_modify_sends_the_tag_each_time(mode: str) -> None:
    """Each attempt is on the condition of what it read itself."""
    server = Counter(id="t1")
    driven = Driven(HOLDER, mode, server)

    def meddle(one: Any) -> None:
        one.secret_version += 1
        if len(server.requests) < 4:
            server.version += 1
            server.thing["secretVersion"] += 100

    driven(lambda _: counting(driven, change=meddle))
    assert [header(request, "If-Match") for request in server.requests] == [None, '"v1"', None, '"v2"', None, '"v3"']
    assert server.thing["secretVersion"] == 201
