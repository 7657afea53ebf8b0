"""When a call is sent again, how long it waits, and what an interrupted call means. No test really waits."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import subkit
from support.scripted import MODES, UUID_1, Clock, Driven, package_of, reply

ENS, WSO2, SERVER, EVENTS = "illumina-ens", "wso2-publisher", "alteryx-server", "jackhenry-events"
OK = reply(200, {"id": "s1"})
OPERATIONS: dict[str, Any] = {
    "get": (ENS, lambda make: make.get_subscription("s1")),
    "list": (ENS, lambda make: make.list_subscriptions()),
    "create": (
        ENS,
        lambda make: make.create_subscription(name="n", type="a", delivery_target={"awsSqsQueue": {"queueUrl": "q"}}),
    ),
    "block": (WSO2, lambda make: make.block_subscription("s1", block_state="BLOCKED")),
    "update": (
        EVENTS,
        lambda make: make.update_subscription(UUID_1, name="n", dispatch_type="https", enabled=True),
    ),
    "delete": (EVENTS, lambda make: make.delete_subscription(UUID_1)),
    "patch": (EVENTS, lambda make: make.patch_subscription(UUID_1, name="n")),
}
SAFE = ["get", "list", "block", "update", "delete"]
UNSAFE = ["create", "patch"]
modes = pytest.mark.parametrize("mode", MODES)


def run(name: str, *script: Any, clock: Clock | None = None, **options: Any) -> tuple[Any, Driven]:
    """Perform one of the operations against a script, on a clock of its own."""
    slug, make = OPERATIONS[name]
    driven = Driven(slug, "sync", script, **{"retry": subkit.Retry(), **options})
    operation = make(package_of(slug).operations)
    try:
        return (clock or Clock()).run(driven, operation), driven
    except subkit.SubkitError as error:
        return error, driven


@pytest.mark.parametrize("name", SAFE)
@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_safe_calls_are_repeated(name: str, status: int) -> None:
    """A call that may be repeated is, after a status that passes; the answer tells how often it was sent."""
    final = reply(204) if name == "delete" else OK
    response, driven = run(name, reply(status), reply(status), final)
    assert len(driven.requests) == response.attempts == 3


@pytest.mark.parametrize("name", UNSAFE)
@pytest.mark.parametrize("status", [408, 500, 502, 503, 504])
def test_unsafe_calls_are_not_repeated(name: str, status: int) -> None:
    """A create that met a server error is not sent again: it may have happened. The error is that of the status."""
    error, driven = run(name, reply(status))
    assert isinstance(error, subkit.RequestTimeout if status == 408 else subkit.ServerError)
    assert len(driven.requests) == error.attempts == 1


@pytest.mark.parametrize("name", [*SAFE, *UNSAFE])
def test_rate_limits_repeat_everything(name: str) -> None:
    """429 says that nothing was done, so everything is repeated, at most as often as the policy says."""
    error, driven = run(name, *[reply(429)] * 4, retry=subkit.Retry(attempts=4))
    assert isinstance(error, subkit.RateLimited)
    assert len(driven.requests) == error.attempts == 4


@pytest.mark.parametrize("name", [*SAFE, *UNSAFE])
@pytest.mark.parametrize("status", [400, 403, 404, 409, 412, 418, 501, 505])
def test_final_statuses(name: str, status: int) -> None:
    """Other statuses are final."""
    error, driven = run(name, reply(status))
    assert (status, 1) == (error.status, len(driven.requests))


@pytest.mark.parametrize("name", [*SAFE, *UNSAFE])
def test_not_sent_is_repeated(name: str) -> None:
    """What provably never left is sent again, whatever the call."""
    final = reply(204) if name == "delete" else OK
    response, _ = run(name, subkit.NotSent("no"), ConnectionRefusedError(), final)
    assert response.attempts == 3


@pytest.mark.parametrize("failure", [subkit.OutcomeUnknown("cut"), OSError("x"), TimeoutError(), ValueError("x")])
@pytest.mark.parametrize("name", [*SAFE, *UNSAFE])
def test_outcome_unknown(name: str, failure: Exception) -> None:
    """After a lost answer a safe call is repeated and another is not; a strange exception counts as a lost answer."""
    final = reply(204) if name == "delete" else OK
    result, _ = run(name, failure, final)
    if name in SAFE:
        assert result.attempts == 2
    else:
        assert type(result) is subkit.OutcomeUnknown
        assert result.operation == f"{name}_subscription"


@pytest.mark.parametrize("name", SAFE)
def test_a_lost_answer_is_not_forgotten(name: str) -> None:
    """Once an answer was lost, a repeat that never left does not make the call provably unsent."""
    result, driven = run(name, subkit.OutcomeUnknown("cut"), subkit.NotSent("no"), subkit.NotSent("no"))
    assert len(driven.requests) == 3
    assert type(result) is subkit.OutcomeUnknown


@pytest.mark.parametrize("status", [404, 410])
def test_delete_that_meets_its_own_work(status: int) -> None:
    """A delete repeated after a lost answer that meets 404 or 410 is done; without a repeat it is an error."""
    error, _ = run("delete", reply(status))
    assert error.status == status
    error, _ = run("delete", subkit.NotSent("no"), reply(status))
    assert error.status == status
    response, _ = run("delete", reply(204))
    assert response.already_gone is False
    response, _ = run("delete", subkit.OutcomeUnknown("cut"), reply(status))
    assert (True, None, status) == (response.already_gone, response.parsed, response.status)


def test_gone_after_a_replay() -> None:
    """Where the method returns an object, the error says that it met a repeat."""
    driven = Driven(ENS, "sync", [subkit.OutcomeUnknown("cut"), reply(410)])
    operation = package_of(ENS).operations.disable_subscription("s1")
    with pytest.raises(subkit.Gone) as caught:
        Clock().run(driven, operation)
    assert caught.value.after_replay is True
    with pytest.raises(subkit.Gone) as plain:
        Clock().run(Driven(ENS, "sync", [reply(410)]), operation)
    assert plain.value.after_replay is False


@pytest.mark.parametrize("chance", [0.0, 0.5, 1.0])
def test_waits(chance: float) -> None:
    """The n-th wait is a random part of base times 2 to the n-1, at most cap."""
    clock = Clock(chance=chance)
    run("get", *[reply(503)] * 5, OK, clock=clock, retry=subkit.Retry(attempts=6, base=1.0, cap=5.0))
    assert [part * chance for part in (1.0, 2.0, 4.0, 5.0, 5.0)] == clock.pauses


def date(clock: Clock, seconds: float) -> str:
    return (clock.start + timedelta(seconds=seconds)).strftime("%a, %d %b %Y %H:%M:%S GMT")


@pytest.mark.parametrize("as_date", [False, True])
def test_retry_after(as_date: bool) -> None:
    """The server's own wait goes before a shorter one; as a date it counts from the server's own clock."""
    clock = Clock(chance=0.0)
    headers = {"Retry_After": "7"}
    if as_date:
        headers = {"Retry_After": date(clock, 3607), "Date": date(clock, 3600)}
    run("get", reply(503, **headers), OK, clock=clock)
    assert clock.pauses == [7.0]


@pytest.mark.parametrize("name", ["get", "create"])
def test_retry_after_beyond_the_deadline(name: str) -> None:
    """A wait that would outlast the timeout is not begun: the error is raised at once and says when to come back."""
    clock = Clock()
    error, driven = run(name, reply(429, Retry_After="60"), clock=clock, timeout=30.0)
    assert isinstance(error, subkit.RateLimited)
    assert clock.start + timedelta(seconds=60) == error.retry_at
    assert clock.pauses == []
    assert len(driven.requests) == 1


@pytest.mark.parametrize("text", ["-1", "soon", "1.5", "", "9" * 40, "Thu, 99 Jan 2026 00:00:00 GMT"])
def test_odd_retry_after(text: str) -> None:
    """A header that says nothing usable never breaks the error."""
    error, _ = run("get", reply(503, Retry_After=text), retry=subkit.Retry(attempts=1))
    assert isinstance(error, subkit.ServerError)
    assert error.retry_at is None or text.startswith("9")


def test_the_timeout_is_for_the_whole_call() -> None:
    """Each repeat has only what is left of the timeout, and none starts after it."""
    clock = Clock(chance=1.0, exchange=4.0)
    error, driven = run(
        "get", *[reply(503)] * 9, clock=clock, timeout=10.0, retry=subkit.Retry(attempts=9, base=1.0, cap=1.0)
    )
    assert driven.transport.timeouts == [10.0, 5.0]
    assert isinstance(error, subkit.ServerError)


def test_deadline_while_the_token_is_fetched() -> None:
    """A deadline that fires before anything of the call was sent says so."""
    clock = Clock()

    def slow() -> str:
        clock.passed += 100.0
        return "t"

    error, driven = run("create", OK, clock=clock, auth=subkit.BearerToken(slow))
    assert isinstance(error, subkit.DeadlineExceeded)
    assert (error.sent, error.operation) == (False, "create_subscription")
    assert driven.requests == []


@pytest.mark.parametrize("sent", [True, False])
@modes
def test_deadlines_of_the_transport_are_final(sent: bool, mode: str) -> None:
    """A deadline is never followed by a repeat, and keeps what it knows."""
    driven = Driven(ENS, mode, [subkit.DeadlineExceeded("late", sent=sent)])
    with pytest.raises(subkit.DeadlineExceeded) as caught:
        driven(lambda client: client.subscriptions.get("s1"))
    assert (sent, "get_subscription") == (caught.value.sent, caught.value.operation)


def test_deadline_after_a_lost_answer() -> None:
    """A deadline in a repeat, before anything of the repeat left, still counts the request that was sent before."""
    result, _ = run("update", subkit.OutcomeUnknown("cut"), subkit.DeadlineExceeded("late", sent=False))
    assert isinstance(result, subkit.DeadlineExceeded)
    assert result.sent is True


@modes
def test_both_clients_repeat(mode: str) -> None:
    """The clients really perform what was decided, exceptions of a transport included."""
    script = [reply(503), OSError(), ConnectionRefusedError(), subkit.OutcomeUnknown("cut"), OK]
    driven = Driven(ENS, mode, script, retry=subkit.Retry(attempts=5, base=0))
    assert driven(lambda client: client.subscriptions.get("s1")).id == "s1"
    assert len(driven.requests) == 5


@modes
def test_what_is_no_error_passes(mode: str) -> None:
    """An interrupt is not taken for a failure of the transport."""
    driven = Driven(ENS, mode, [KeyboardInterrupt()])
    with pytest.raises(KeyboardInterrupt):
        driven(lambda client: client.subscriptions.get("s1"))
