"""When a token is renewed, and what becomes of a call when it is not. On a clock of the tests: nobody waits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import subkit
from subkit._transport.messages import Request
from support.issuers import Issuer, get, refusal, started, tokens
from support.lines import own_text
from support.scripted import MODES, SLUGS, Answer, Clock, Driven, reply

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]


def silent(driven: Driven, clock: Clock) -> Callable[[], Answer]:
    """No answer for as long as the request may take."""

    def wait() -> Answer:
        clock.passed += driven.transport.timeouts[-1]
        return subkit.DeadlineExceeded("no whole answer", sent=True)

    return wait


@pytest.mark.parametrize(("passed", "requests"), [(0.0, 1), (79.9, 1), (80.0, 2), (94.9, 2), (95.0, 2), (1e6, 2)])
@pytest.mark.parametrize("slug", SLUGS)
def test_ahead_of_the_end(mode: str, slug: str, passed: float, requests: int) -> None:
    """A token is used for four fifths of its life; a call after that renews it first, and the API refuses none."""
    driven, issuer, clock = started(mode, slug)
    clock.passed = passed
    get(driven)
    assert (len(issuer.asked), len(issuer.calls)) == (requests, 2)
    assert len(set(tokens(issuer))) == requests


@pytest.mark.parametrize("failure", [reply(503), reply(400), subkit.NotSent("x"), reply(200, b"<html>")])
def test_renewal_ahead_of_time_that_fails(mode: str, failure: Answer) -> None:
    """It does the call no harm, and nobody tries again for ten seconds."""
    driven, issuer, clock = started(mode)
    clock.passed = 80.0
    issuer.first = [failure] * 3
    get(driven)
    failed = len(issuer.asked)
    assert failed > 1
    issuer.first.clear()
    for passed, requests in ((80.0, failed), (89.9, failed), (90.1, failed + 1), (100.0, failed + 1)):
        clock.passed = passed
        get(driven)
        assert len(issuer.asked) == requests
    assert list(dict.fromkeys(tokens(issuer))) == ["token-1", "token-2"]


def test_renewal_ahead_of_time_that_gets_no_answer(mode: str) -> None:
    """It takes at most half of the time that the call has: the call goes on with the old token."""
    driven, issuer, clock = started(mode, timeout=8.0)
    clock.passed = 80.0
    issuer.first = [silent(driven, clock)]
    get(driven)
    assert clock.passed == 84.0
    assert tokens(issuer)[-1] == "token-1"


def test_no_token_any_more(mode: str) -> None:
    """Without a token that is good, a renewal that fails is the error of the call; the next call tries again."""
    driven, issuer, clock = started(mode)
    clock.passed = 96.0
    issuer.first = [reply(400, {"error": "invalid_client"})] * 2
    for _ in range(2):
        assert refusal(driven).code == "invalid_client"
    get(driven)
    assert tokens(issuer) == ["token-1", "token-2"]


@pytest.mark.fault(56)
@pytest.mark.parametrize("slug", SLUGS)
def test_a_calendar_that_jumps(mode: str, slug: str) -> None:
    """Lifetimes are counted on a clock that never goes back: the calendar may jump by minutes or years, and back."""
    driven, issuer, clock = started(mode, slug)
    for ahead in (600.0, -600.0, 0.0, 10.0**8, -(10.0**8), 0.0):
        clock.ahead = ahead
        clock.passed += 10.0
        get(driven)
    assert len(issuer.asked) == 1
    clock.ahead = -600.0
    clock.passed = 101.0
    get(driven)
    assert len(issuer.calls) == 8
    assert set(tokens(issuer)[:-1]) != {tokens(issuer)[-1]}


def test_a_renewal_has_a_limit_of_its_own(mode: str) -> None:
    """A token endpoint that is silent costs a call at most ten seconds, however much time it has."""
    driven, issuer, clock = started(mode, timeout=1000.0)
    clock.passed = 100.0
    issuer.first = [silent(driven, clock)]
    error = refusal(driven)
    assert clock.passed == 110.0
    assert own_text(error) == f"the token endpoint {issuer.token_url} sent no response within 10 s"
    assert error.status is None


@pytest.mark.parametrize(("after", "requests"), [("3", 4), ("6", 2), ("12", 1)])
def test_repeats_keep_to_that_limit(mode: str, after: str, requests: int) -> None:
    """Waits between repeats count against it: what would end after it is not begun."""
    driven, issuer, clock = started(mode, timeout=1000.0, retry=subkit.Retry(attempts=9))
    clock.passed = 100.0
    issuer.first = [reply(503, retry_after=after)] * 10
    assert refusal(driven).status == 503
    assert clock.passed == 100.0 + int(after) * (requests - 1)
    assert len(issuer.asked) == 1 + requests


@pytest.mark.parametrize("timeout", [5.0, 10.0])
def test_the_call_has_less_time(mode: str, timeout: float) -> None:
    """A call whose own timeout ends first, or together with that limit, raises `DeadlineExceeded`, and says that
    nothing was sent."""
    driven, issuer, clock = started(mode, timeout=timeout)
    clock.passed = 100.0
    issuer.first = [silent(driven, clock)]
    with pytest.raises(subkit.DeadlineExceeded) as caught:
        get(driven)
    assert (clock.passed, caught.value.sent) == (100.0 + timeout, False)
    assert caught.value.operation == "get_subscription"
    assert len(issuer.calls) == 1


def test_the_call_was_sent_before(mode: str) -> None:
    """If the call had been sent before, and its answer was lost, a timeout while a token is fetched says so."""
    driven, issuer, clock = started(mode, timeout=100.0)

    def lose(request: Request) -> Any:
        clock.passed = 97.0
        return subkit.OutcomeUnknown("cut")

    issuer.api = lose
    issuer.first = [silent(driven, clock)]
    with pytest.raises(subkit.DeadlineExceeded) as caught:
        get(driven)
    assert (clock.passed, caught.value.sent) == (100.0, True)


@pytest.mark.parametrize(("takes", "left"), [(6.0, 4), (12.0, 0)])
def test_discovery_counts_too(mode: str, takes: float, left: int) -> None:
    """What it takes to find the token endpoint counts against the limit of the renewal."""
    clock = Clock(chance=0.0)
    issuer = Issuer("aveva-omf", clock=clock)
    driven = issuer.driven(mode, timeout=1000.0)

    def slowly(request: Request) -> Answer:
        if request.method == "POST":
            return silent(driven, clock)()
        clock.passed += takes
        return issuer(request)

    driven.transport._answer = slowly
    assert f"within {left} s" in str(refusal(driven))
    assert clock.passed == takes + left
    assert [request.method for request in driven.requests] == ["GET", *["POST"] * bool(left)]


def test_it_is_told(mode: str) -> None:
    """The observer is told of each renewal: how long it took, and with which error it ended."""
    told: list[subkit.Event] = []
    driven, issuer, clock = started(mode, observer=told.append)
    clock.passed = 96.0
    issuer.first = [reply(503)] * 3
    refusal(driven)
    refreshes = [event for event in told if event.kind == "refresh"]
    assert [(one.attempt, one.error, one.status) for one in refreshes] == [(1, None, None), (1, "AuthError", 503)]
    assert {one.operation for one in refreshes} == {"get_subscription"}
    assert [one.duration for one in refreshes] == [0.0, 0.0]
