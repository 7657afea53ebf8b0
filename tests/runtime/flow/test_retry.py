"""How a call proceeds from one request to the next: waits, and the deadline of the whole. No test really waits.

What is repeated at all is in tests/faults/test_retries.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import subkit
from subkit_wso2_publisher import PasswordGrant
from support.lines import own_text
from support.scripted import MODES, UUID_1, Driven, package_of, reply
from support.timed import Timed

ENS, EVENTS, WSO2 = "illumina-ens", "jackhenry-events", "wso2-publisher"
OK = reply(200, {"id": "s1"})
QUEUE = {"awsSqsQueue": {"queueUrl": "q"}}
make = package_of(ENS).operations
GET = make.get_subscription("s1")
CREATE = make.create_subscription(name="n", type="a", delivery_target=QUEUE)
UPDATE = package_of(EVENTS).operations.update_subscription(UUID_1, name="n", dispatch_type="https", enabled=True)
modes = pytest.mark.parametrize("mode", MODES)


@pytest.mark.parametrize("chance", [0.0, 0.5, 1.0])
@modes
def test_waits(mode: str, chance: float) -> None:
    """The n-th wait is a random part of base times 2 to the n-1, at most cap."""
    driven = Timed(ENS, mode, [reply(503)] * 5 + [OK], chance=chance, retry=subkit.Retry(attempts=6, base=1.0, cap=5.0))
    driven.send(GET)
    assert driven.pauses == [part * chance for part in (1.0, 2.0, 4.0, 5.0, 5.0)]


@pytest.mark.parametrize("status", [403, 412, 418, 505])
@modes
def test_other_statuses_are_final(mode: str, status: int) -> None:
    """What no other chance would mend is not tried again."""
    driven = Timed(ENS, mode, [reply(status)])
    assert (driven.send(GET).status, len(driven.requests)) == (status, 1)


@pytest.mark.fault(26)
@pytest.mark.parametrize("first", [reply(503), reply(429), subkit.OutcomeUnknown("cut"), subkit.NotSent("no")])
@pytest.mark.parametrize("last", [reply(503), reply(429)])
@modes
def test_the_last_answer_is_the_error(mode: str, first: Any, last: subkit.Reply) -> None:
    """Where a call ends with an answer, that answer is its error, whatever went before."""
    error = Timed(ENS, mode, [first, last], retry=subkit.Retry(attempts=2)).send(GET)
    assert (error.status, error.attempts) == (last.status, 2)


@pytest.mark.parametrize("retry", [3, 0.5, "often", {"attempts": 3}])
@modes
def test_what_is_no_policy(mode: str, retry: Any) -> None:
    """A number in place of a `Retry` is refused when the client is made, not in the middle of a call."""
    with pytest.raises(subkit.ConfigurationError, match="retry"):
        Driven(ENS, mode, retry=retry)
    with pytest.raises(subkit.ConfigurationError, match="retry"):
        Driven(ENS, mode).client.with_options(retry=retry)


@modes
def test_both_clients_repeat(mode: str) -> None:
    """The clients really perform what was decided, exceptions of a transport included."""
    script = [reply(503), OSError(), ConnectionRefusedError(), subkit.OutcomeUnknown("cut"), OK]
    driven = Driven(ENS, mode, script, retry=subkit.Retry(attempts=5, base=0))
    assert driven(lambda client: client.subscriptions.get("s1")).id == "s1"
    assert len(driven.requests) == 5


@pytest.mark.fault(26)
@modes
def test_the_timeout_is_for_the_whole_call(mode: str) -> None:
    """Each repeat has only what is left of the timeout, and none starts after it."""
    retry = subkit.Retry(attempts=9, base=1.0, cap=1.0)
    driven = Timed(ENS, mode, [reply(503)] * 9, exchange=4.0, timeout=10.0, retry=retry)
    error = driven.send(GET)
    assert driven.transport.timeouts == [10.0, 5.0]
    assert isinstance(error, subkit.ServerError)
    assert driven.passed <= 10.0


@modes
def test_each_page_has_a_timeout_of_its_own(mode: str) -> None:
    """The timeout is that of one call, and each page is one call; options hold on the last page as on the first."""
    pages = [reply(200, {"items": [{"id": token}], "nextPageToken": token}) for token in ("t1", "t2", None)]
    script = [answer for page in pages for answer in (reply(503), page)]
    driven = Timed(ENS, mode, script, exchange=4.0, timeout=10.0)
    assert len(driven(lambda client: client.subscriptions.list().take(9))) == 3
    assert driven.transport.timeouts == [10.0, 5.5] * 3


def slow(driven: Timed, *seconds: float) -> Callable[[], str]:
    """A function that gives a token after a while, another while each time."""
    left = iter(seconds)

    def token() -> str:
        driven.clock.passed += next(left)
        return "t"

    return token


def with_slow_token(mode: str, script: list[Any], *seconds: float, slug: str = ENS, **options: Any) -> Timed:
    """A client whose tokens take so long."""

    def token() -> str:
        return source()

    driven = Timed(slug, mode, script, auth=subkit.BearerToken(token), **options)
    source = slow(driven, *seconds)
    return driven


@modes
def test_the_token_counts(mode: str) -> None:
    """What it takes to get a token is part of the timeout."""
    driven = with_slow_token(mode, [reply(503), OK], 8.0, 8.0, timeout=30.0)
    driven.send(GET)
    assert driven.transport.timeouts == [22.0, 13.5]


@modes
def test_a_deadline_while_the_token_is_fetched(mode: str) -> None:
    """A deadline that fires before anything of the call was sent says so; a refused request does not change that."""
    driven = with_slow_token(mode, [], 31.0)
    error = driven.send(CREATE)
    assert (type(error), error.sent, error.operation) == (subkit.DeadlineExceeded, False, "create_subscription")
    assert driven.requests == []
    driven = with_slow_token(mode, [reply(401)], 0.0, 31.0)
    error = driven.send(CREATE)
    assert (type(error), error.sent, len(driven.requests)) == (subkit.DeadlineExceeded, False, 1)
    assert own_text(error).endswith("nothing was sent")


@modes
def test_a_deadline_after_a_lost_answer(mode: str) -> None:
    """A deadline before the repeat has left counts the request that was sent before; its text does not deny it."""
    lost = subkit.OutcomeUnknown("cut")
    for driven in (
        Timed(EVENTS, mode, [lost, subkit.DeadlineExceeded("late")]),
        with_slow_token(mode, [lost], 0.0, 31.0, slug=EVENTS),
    ):
        error = driven.send(UPDATE)
        assert (type(error), error.sent, error.operation) == (subkit.DeadlineExceeded, True, "update_subscription")
        assert own_text(error).endswith("; an earlier request of this call may have been carried out")


@modes
def test_a_deadline_of_the_transport(mode: str) -> None:
    """A deadline is never followed by a repeat, and keeps what it knows."""
    for sent in (True, False):
        driven = Timed(ENS, mode, [subkit.DeadlineExceeded("late", sent=sent)])
        error = driven.send(GET)
        assert (type(error), error.sent, error.operation) == (subkit.DeadlineExceeded, sent, "get_subscription")


@pytest.mark.parametrize("auth", [subkit.BearerToken("t"), subkit.BearerToken(lambda: "t"), None])
@pytest.mark.parametrize("overslept", [29.0, 29.5, 100.0])
@modes
def test_overslept(mode: str, overslept: float, auth: subkit.Credential | None) -> None:
    """If the machine sleeps through the deadline, nothing is sent after it, and no token is asked for."""
    driven = Timed(ENS, mode, [reply(503), OK], timeout=29.5, auth=auth)
    driven.clock.on_pause = lambda: setattr(driven.clock, "passed", overslept)
    outcome = driven.send(GET)
    if overslept < 29.5:
        assert driven.transport.timeouts == [29.5, 0.5]
    else:
        assert (type(outcome), outcome.sent) == (subkit.DeadlineExceeded, True)
        assert (outcome.operation, len(driven.requests)) == ("get_subscription", 1)
        assert "\n" not in str(outcome)
        assert own_text(outcome).endswith("; nothing was sent; an earlier request of this call was sent")


@modes
def test_buying_a_token_has_what_is_left(mode: str) -> None:
    """The request for a token has no more time than the call, and takes its part of it."""
    token = reply(200, {"access_token": "t", "token_type": "Bearer", "expires_in": 60})
    auth = PasswordGrant("https://api.example:8243/token", "client", "s", "user", "p", scopes=())
    driven = Timed(WSO2, mode, [token, reply(503), reply(200, {})], auth=auth, timeout=5.0, exchange=1.0)
    driven.send(package_of(WSO2).operations.get_subscription("s1"))
    assert driven.transport.timeouts == [5.0, 4.0, 2.5]


@modes
def test_one_new_credential(mode: str) -> None:
    """A credential that may change is asked once more after a 401; a second 401 is the error."""
    tokens = iter("abc")
    driven = Timed(ENS, mode, [reply(401)] * 2, auth=subkit.BearerToken(lambda: next(tokens)))
    error = driven.send(GET)
    assert (type(error), error.attempts, driven.pauses) == (subkit.Unauthenticated, 2, [])
    assert next(tokens) == "c"
