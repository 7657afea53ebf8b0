"""One credential, many callers: one of them gets the token, and nobody is left waiting for a caller who is gone."""

from __future__ import annotations

import threading
from typing import Any

import pytest
import subkit
from support.concurrency import PATIENCE, crowd, followers, wait_for
from support.issuers import Issuer, get, started, tokens
from support.scripted import MODES, SLUGS, UUID_1, Answer, Clock, reply
from support.secrecy import check_secrecy

pytestmark = pytest.mark.both_modes

SERVER = "alteryx-server"
MANY = 50
both = pytest.mark.parametrize("mode", MODES)


@both
@pytest.mark.fault(52)
@pytest.mark.parametrize("slug", SLUGS)
def test_many_callers_without_a_token(mode: str, slug: str) -> None:
    """Of fifty threads or tasks one asks for the token, and all get it."""
    issuer = Issuer(slug)
    driven = issuer.driven(mode)
    waiting = followers(driven)
    gate = issuer.gate = threading.Event()
    with crowd() as callers:
        calls = [callers.get(driven) for _ in range(MANY)]
        wait_for(waiting, MANY - 1)
        gate.set()
        assert {call.result(PATIENCE).to_dict()["id"] for call in calls} == {UUID_1}
    assert (len(issuer.asked), len(issuer.calls), len(set(tokens(issuer)))) == (1, MANY, 1)


@pytest.mark.fault(52, 74)
@pytest.mark.parametrize("first", MODES)
def test_threads_and_loops_together(first: str) -> None:
    """A credential that sync and async clients share, in threads and in two event loops, asks for one token."""
    issuer = Issuer(SERVER)
    credential = issuer.credential()
    clients = [issuer.driven(mode, auth=credential) for mode in (first, *MODES, "async")]
    waiting = followers(*clients)
    gate = issuer.gate = threading.Event()
    with crowd() as callers:
        leader = callers.get(clients[0])
        wait_for(issuer.entered)
        calls = [callers.get(driven) for driven in clients for _ in range(10)]
        wait_for(waiting, 40)
        gate.set()
        for call in (leader, *calls):
            call.result(PATIENCE)
    assert (len(issuer.asked), len(set(tokens(issuer)))) == (1, 1)


@both
@pytest.mark.fault(52)
def test_nobody_waits_ahead_of_the_end(mode: str) -> None:
    """While one caller renews a token that is still good, the others go on with it."""
    driven, issuer, clock = started(mode)
    clock.passed = 80.0
    gate = issuer.gate = threading.Event()
    with crowd() as callers:
        slow = callers.get(driven)
        wait_for(issuer.entered)
        for _ in range(5):
            callers.get(driven).result(PATIENCE)
        assert tokens(issuer) == ["token-1"] * 6
        gate.set()
        slow.result(PATIENCE)
    assert tokens(issuer)[-1] == "token-2"
    assert len(issuer.asked) == 2


@both
@pytest.mark.fault(52)
@pytest.mark.parametrize("passed", [95.0, 1000.0])
def test_everybody_waits_at_the_end(mode: str, passed: float) -> None:
    """Shortly before the end of a token, and after it, all wait for the new one."""
    driven, issuer, clock = started(mode)
    waiting = followers(driven)
    clock.passed = passed
    gate = issuer.gate = threading.Event()
    with crowd() as callers:
        calls = [callers.get(driven) for _ in range(5)]
        wait_for(waiting, 4)
        assert tokens(issuer) == ["token-1"]
        gate.set()
        for call in calls:
            call.result(PATIENCE)
    assert tokens(issuer) == ["token-1", *["token-2"] * 5]


@both
@pytest.mark.fault(52)
def test_a_token_that_ends_as_it_comes(mode: str) -> None:
    """Even a token whose time is up when it arrives is bought once for all who waited for it."""
    clock = Clock()
    issuer = Issuer(SERVER, clock=clock, lifetime=1)
    driven = issuer.driven(mode)
    waiting = followers(driven)
    gate = issuer.gate = threading.Event()

    def slowly() -> Answer:
        clock.passed += 2.0
        return issuer._give(issuer.asked[-1])

    issuer.first = [slowly] * 10
    with crowd() as callers:
        calls = [callers.get(driven) for _ in range(10)]
        wait_for(waiting, 9)
        gate.set()
        for call in calls:
            call.result(PATIENCE)
    assert len(issuer.asked) == 1


@both
@pytest.mark.fault(52, 55)
@pytest.mark.parametrize("answer", [reply(400, {"error": "invalid_client"}), reply(200, b"<html>"), reply(403)])
def test_the_error_of_all(mode: str, answer: Answer) -> None:
    """If no token is to be had, all who wait get that error, each its own, and the endpoint is asked once."""
    issuer = Issuer(SERVER)
    driven = issuer.driven(mode)
    waiting = followers(driven)
    gate = issuer.gate = threading.Event()
    issuer.first = [answer] * MANY
    with crowd() as callers:
        calls = [callers.get(driven) for _ in range(10)]
        wait_for(waiting, 9)
        gate.set()
        errors = [call.exception(PATIENCE) for call in calls]
    assert len(issuer.asked) == 1
    assert len({id(error) for error in errors}) == 10
    assert {(type(error), str(error), vars(error)["status"]) for error in errors} == {
        (subkit.AuthError, str(errors[0]), getattr(answer, "status", None))
    }
    for error in errors:
        assert error is not None
        check_secrecy(error, "canary")


@both
@pytest.mark.fault(54)
@pytest.mark.parametrize("count", [2, 20])
def test_many_calls_that_are_refused(mode: str, count: int) -> None:
    """Calls that were all refused with the same token share one renewal, and each is sent again once."""
    driven, issuer, _ = started(mode)
    arrived, all_there = iter(range(1, count + 1)), threading.Event()

    def hold(request: Any) -> threading.Event | None:
        if next(arrived, count) == count:
            all_there.set()
        return all_there

    issuer.hold = hold  # type: ignore[method-assign]
    issuer.revoke()
    with crowd() as callers:
        for call in [callers.get(driven) for _ in range(count)]:
            call.result(PATIENCE)
    assert len(issuer.asked) == 2
    assert sorted(tokens(issuer)) == ["token-1"] * (1 + count) + ["token-2"] * count


@both
@pytest.mark.fault(54)
def test_a_call_that_is_refused_late(mode: str) -> None:
    """A call that is refused with a token which has been renewed meanwhile takes the new one, without another."""
    driven, issuer, clock = started(mode, timeout=1000.0)

    def serve(request: Any) -> Any:
        issuer.api = lambda request: reply(200, {"id": UUID_1})
        clock.passed = 96.0
        with crowd() as callers:
            callers.get(issuer.driven("sync", auth=driven.client._context.options.auth)).result(PATIENCE)
        return reply(401)

    issuer.api = serve
    get(driven)
    assert len(issuer.asked) == 2
    assert tokens(issuer) == ["token-1", "token-1", "token-2", "token-2"]


@both
@pytest.mark.fault(52)
def test_a_refused_token_does_not_come_back(mode: str) -> None:
    """A renewal ahead of time that fails does not bring a token back that was refused while it was under way."""
    driven, issuer, clock = started(mode)
    waiting = followers(driven)
    clock.passed = 80.0
    gate = issuer.gate = threading.Event()
    issuer.first = [reply(400)]
    with crowd() as callers:
        ahead = callers.get(driven)
        wait_for(issuer.entered)
        issuer.revoke()
        refused = callers.get(driven)
        wait_for(waiting)
        gate.set()
        for call in (refused, ahead):
            call.result(PATIENCE)
    assert len(issuer.asked) == 3
    get(driven)
    assert tokens(issuer)[-1] == "token-2"
    assert len(issuer.asked) == 3
