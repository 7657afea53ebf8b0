"""What is sent again and what never is: one operation of each kind under each failure, and of all which are repeated."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import subkit
from attrs import frozen
from support.lines import own_text
from support.replays import Told, endpoints, representatives, told
from support.scripted import MODES, SLUGS, Answer, reply
from support.timed import Timed

Often = bool | None
ALWAYS, SAFE, NEVER = True, None, False


@frozen
class Failure:
    """How a request fails, after which calls it is sent again, and which error it is in the end."""

    make: Callable[[], Answer]
    again: Often
    """`SAFE`: where sending it twice does what sending it once does."""
    error: type[subkit.SubkitError]

    def repeats(self, one: Told) -> bool:
        return one.safe if self.again is SAFE else bool(self.again)


def status(code: int, again: Often, error: type[subkit.SubkitError]) -> Failure:
    return Failure(lambda: reply(code), again, error)


def late(sent: bool) -> Failure:
    return Failure(lambda: subkit.DeadlineExceeded("late", sent=sent), NEVER, subkit.DeadlineExceeded)


CUT = Failure(lambda: subkit.OutcomeUnknown("cut"), SAFE, subkit.OutcomeUnknown)
NOT_SENT = Failure(lambda: subkit.NotSent("no"), ALWAYS, subkit.NotSent)
FAILURES = [
    pytest.param(NOT_SENT, marks=pytest.mark.fault(16, 17), id="not-sent"),
    pytest.param(Failure(ConnectionRefusedError, ALWAYS, subkit.NotSent), marks=pytest.mark.fault(16), id="refused"),
    pytest.param(CUT, marks=pytest.mark.fault(1, 2), id="lost"),
    pytest.param(Failure(lambda: OSError("x"), SAFE, subkit.OutcomeUnknown), id="strange"),
    pytest.param(late(sent=True), id="late"),
    pytest.param(late(sent=False), marks=pytest.mark.fault(18), id="late-unsent"),
    pytest.param(status(400, NEVER, subkit.BadRequest), id="400"),
    pytest.param(status(404, NEVER, subkit.NotFound), id="404"),
    pytest.param(status(408, SAFE, subkit.RequestTimeout), id="408"),
    pytest.param(status(409, NEVER, subkit.Conflict), id="409"),
    pytest.param(status(429, ALWAYS, subkit.RateLimited), marks=pytest.mark.fault(25), id="429"),
    pytest.param(status(500, SAFE, subkit.ServerError), marks=pytest.mark.fault(27), id="500"),
    pytest.param(status(501, NEVER, subkit.ServerError), id="501"),
    pytest.param(status(502, SAFE, subkit.ServerError), id="502"),
    pytest.param(status(503, SAFE, subkit.ServerError), id="503"),
    pytest.param(status(504, SAFE, subkit.ServerError), id="504"),
]
modes = pytest.mark.parametrize("mode", MODES)
operations = pytest.mark.parametrize("one", representatives(), ids=str)
failures = pytest.mark.parametrize("failure", FAILURES)


def timed(one: Told, mode: str, script: Any, **options: Any) -> Timed:
    return Timed(one.slug, mode, script, validate=False, **options)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_table_is_complete(slug: str) -> None:
    """Each operation of the specification has its endpoint and the other way round, so none is left out below."""
    assert endpoints(slug).keys() == {(one.method, one.path) for one in told() if one.slug == slug}


def test_what_is_unsafe() -> None:
    """Creates and the merge patch are the calls that are not repeated blindly; block and unblock are."""
    assert {str(one) for one in told() if not one.safe} == {
        "alteryx-server-create_subscription",
        "aveva-omf-create_subscription",
        "illumina-ens-create_subscription",
        "jackhenry-events-create_subscription",
        "jackhenry-events-patch_subscription",
    }
    posts = {str(one) for one in told() if one.safe and one.method == "post"}
    assert posts == {"wso2-publisher-block_subscription", "wso2-publisher-unblock_subscription"}


@modes
def test_which_operations_are_repeated(mode: str) -> None:
    """After a lost answer each operation is sent again exactly if sending it twice does what sending it once does."""
    for one in told():
        driven = timed(one, mode, [CUT.make(), one.success()])
        driven.send(one.operation())
        assert len(driven.requests) == (2 if one.safe else 1), one


@failures
@operations
@modes
def test_a_failure_that_stays(mode: str, one: Told, failure: Failure) -> None:
    """A call is sent as often as the policy says where that is safe, and else once; the error is the last failure."""
    for attempts in (1, 2, 3):
        driven = timed(one, mode, lambda _: failure.make(), retry=subkit.Retry(attempts=attempts))
        error = driven.send(one.operation())
        assert len(driven.requests) == (attempts if failure.repeats(one) else 1)
        assert type(error) is failure.error
        assert error.operation == one.endpoint.id
        assert len(driven.pauses) == len(driven.requests) - 1


@failures
@operations
@modes
def test_a_failure_that_passes(mode: str, one: Told, failure: Failure) -> None:
    """One failure is not noticed where repeating is safe, but for `attempts`; both requests are the same to the byte."""
    driven = timed(one, mode, [failure.make(), one.success()])
    outcome = driven.send(one.operation())
    if failure.repeats(one):
        assert outcome.attempts == 2
        assert driven.requests[0] == driven.requests[1]
    else:
        assert type(outcome) is failure.error
        assert len(driven.requests) == 1


@pytest.mark.fault(2, 16)
@pytest.mark.parametrize(
    "doubtful", [CUT, status(503, SAFE, subkit.ServerError), status(408, SAFE, subkit.RequestTimeout)]
)
@pytest.mark.parametrize("one", [one for one in representatives() if one.safe], ids=str)
@modes
def test_what_may_have_happened_is_not_forgotten(mode: str, one: Told, doubtful: Failure) -> None:
    """After a failure that may have left its mark, repeats that never left do not make the call provably unsent."""
    unsent = [subkit.NotSent("no"), ConnectionRefusedError()]
    driven = timed(one, mode, [doubtful.make(), *unsent])
    assert type(driven.send(one.operation())) is doubtful.error
    assert len(driven.requests) == 3
    driven = timed(one, mode, [doubtful.make(), subkit.DeadlineExceeded("late; nothing was sent")])
    error = driven.send(one.operation())
    assert (type(error), error.sent) == (subkit.DeadlineExceeded, True)
    fate = "was sent" if one.method == "get" else "may have been carried out"
    assert own_text(error) == f"late; nothing was sent; an earlier request of this call {fate}"


@operations
@modes
def test_what_was_refused_was_not_done(mode: str, one: Told) -> None:
    """A rate limit says that nothing was done: what follows and never leaves is provably unsent."""
    driven = timed(one, mode, [reply(429), subkit.NotSent("no"), subkit.NotSent("no")])
    assert type(driven.send(one.operation())) is subkit.NotSent
    driven = timed(one, mode, [reply(429), subkit.DeadlineExceeded("late")])
    assert driven.send(one.operation()).sent is False
