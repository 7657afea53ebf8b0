"""Whoever fetches a token for others may be cancelled, killed, forked or forgotten: the others go on."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest
import subkit
from subkit._auth.credentials import AuthContext
from subkit._calls.call import call_flow
from subkit._flow.retry import Budget
from subkit._flow.steps import Send
from support.concurrency import PATIENCE, CancelledAt, crowd, followers, wait_for
from support.issuers import Issuer, get, started, tokens
from support.scripted import MODES, SUBSCRIPTION, UUID_1, Answer, Clock, package_of, reply

pytestmark = pytest.mark.both_modes

SERVER, OMF = "alteryx-server", "aveva-omf"
both = pytest.mark.parametrize("mode", MODES)
only_async = pytest.mark.parametrize("mode", ["async"])
only_sync = pytest.mark.parametrize("mode", ["sync"])


@only_async
@pytest.mark.fault(53, 72)
def test_a_leader_that_is_cancelled(mode: str) -> None:
    """The next task goes on in its place, and all but the cancelled one get their answers."""
    issuer = Issuer(SERVER)
    driven = issuer.driven(mode)
    waiting = followers(driven)
    gate = issuer.gate = threading.Event()

    async def run(client: Any) -> list[Any]:
        tasks = [asyncio.create_task(client.subscriptions.get(UUID_1)) for _ in range(10)]
        await asyncio.to_thread(wait_for, waiting, 9)
        tasks[0].cancel()
        await asyncio.to_thread(wait_for, issuer.entered, 2)
        gate.set()
        return await asyncio.gather(*tasks, return_exceptions=True)

    cancelled, *others = driven(run)
    assert isinstance(cancelled, asyncio.CancelledError)
    assert {one.to_dict()["id"] for one in others} == {UUID_1}
    assert len(issuer.asked) == 1


@only_async
@pytest.mark.fault(53, 72)
@pytest.mark.parametrize("at", range(1, 16))
def test_a_leader_that_is_cancelled_anywhere(mode: str, at: int) -> None:
    """At whatever await the leader is cancelled, those who wait for it and those who come after it get a token."""
    issuer = Issuer(OMF, clock=Clock(chance=0.0))
    issuer.first = [reply(503)]
    driven = issuer.driven(mode)
    waiting = followers(driven)

    async def run(client: Any) -> list[Any]:
        async def lead() -> Any:
            return await CancelledAt(client.subscriptions.get(UUID_1), at)

        async def follow() -> Any:
            return await client.subscriptions.get(UUID_1)

        tasks = [asyncio.create_task(one()) for one in (lead, follow, follow, follow)]
        return [*await asyncio.gather(*tasks, return_exceptions=True), await follow()]

    leader, *others = driven(run)
    assert isinstance(leader, asyncio.CancelledError) or leader.to_dict() == SUBSCRIPTION
    assert [one.to_dict() for one in others] == [SUBSCRIPTION] * 4
    assert waiting.acquire(blocking=False)
    assert len(issuer.asked) <= 3
    assert issuer.refusals == []


@both
@pytest.mark.fault(53)
def test_a_leader_that_is_interrupted(mode: str) -> None:
    """A leader that ends with what is no error, such as Ctrl+C, leaves its place to the next."""
    issuer = Issuer(SERVER)
    driven = issuer.driven(mode)
    waiting = followers(driven)
    gate = issuer.gate = threading.Event()
    interruption: Answer = KeyboardInterrupt() if mode == "sync" else asyncio.CancelledError()
    issuer.first = [interruption]
    with crowd() as callers:
        calls = [callers.get(driven) for _ in range(5)]
        wait_for(waiting, 4)
        gate.set()
        ends = [_end(call) for call in calls]
    assert sorted(ends) == ["", "", "", "", "interrupted"]
    assert len(issuer.asked) == 2


def _end(call: Any) -> str:
    try:
        call.result(PATIENCE)
    except (KeyboardInterrupt, asyncio.CancelledError):
        return "interrupted"
    except BaseException as error:  # noqa: BLE001 - of concurrent.futures, for a task that was cancelled
        return "interrupted" if type(error).__name__ == "CancelledError" else repr(error)
    return ""


@only_sync
@pytest.mark.fault(53)
def test_a_leader_that_is_closed(mode: str) -> None:
    """A call that is dropped in the middle, as the interpreter does at its end, frees its place."""
    issuer = Issuer(SERVER)
    driven = issuer.driven(mode)
    flow = call_flow(driven.client._context, package_of(SERVER).operations.get_subscription(UUID_1))
    assert isinstance(next(flow), Send)
    flow.close()
    get(driven)
    assert len(issuer.asked) == 1


@both
@pytest.mark.fault(53)
def test_a_leader_without_time(mode: str) -> None:
    """A leader whose own timeout ends fails alone: the next one asks, with the time that it has."""
    clock = Clock(chance=0.0)
    issuer = Issuer(SERVER, clock=clock)
    driven = issuer.driven(mode)
    hurried = issuer.driven(mode, auth=driven.client._context.options.auth, timeout=5.0)
    waiting = followers(driven)
    gate = issuer.gate = threading.Event()

    def too_late() -> Answer:
        clock.passed += 5.0
        return subkit.DeadlineExceeded("no whole answer", sent=True)

    issuer.first = [too_late]
    with crowd() as callers:
        leader = callers.get(hurried)
        wait_for(issuer.entered)
        others = [callers.get(driven) for _ in range(3)]
        wait_for(waiting, 3)
        gate.set()
        for call in others:
            call.result(PATIENCE)
        assert isinstance(leader.exception(PATIENCE), subkit.DeadlineExceeded)
    assert len(issuer.asked) == 2


@both
@pytest.mark.fault(53)
def test_a_call_without_time_ahead_of_the_end(mode: str) -> None:
    """A call whose time is up just when it would renew a token leaves that to the next one."""
    driven, issuer, clock = started(mode)
    options = driven.client._context.options
    (cache,) = options.auth._caches.values()
    clock.passed = 80.0
    context = AuthContext(
        base=options.base_url, deadline=80.0, clock=clock.client_clock, retry=options.retry, budget=Budget(1)
    )
    with pytest.raises(subkit.DeadlineExceeded):
        next(cache.token(context, options.auth._request_token))
    clock.passed = 85.0
    get(driven)
    assert tokens(issuer) == ["token-1", "token-2"]


@both
@pytest.mark.fault(53)
def test_a_follower_without_time(mode: str) -> None:
    """A call that waits for another's renewal waits no longer than its own timeout, and has sent nothing."""
    issuer = Issuer(SERVER)
    driven = issuer.driven(mode)
    hurried = issuer.driven(mode, auth=driven.client._context.options.auth, timeout=0.05)
    gate = issuer.gate = threading.Event()
    with crowd() as callers:
        leader = callers.get(driven)
        wait_for(issuer.entered)
        error = callers.get(hurried).exception(PATIENCE)
        gate.set()
        leader.result(PATIENCE)
    assert isinstance(error, subkit.DeadlineExceeded)
    assert error.sent is False
    assert (len(issuer.asked), len(hurried.requests)) == (1, 0)
