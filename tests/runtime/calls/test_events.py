"""What an observer is told of a call, what goes to the log, and what never does."""

from __future__ import annotations

import functools
import logging
from typing import Any

import attrs
import pytest
import subkit
from subkit_wso2_publisher import PasswordGrant
from support.scripted import BASE_URL, MODES, SUBSCRIPTION, Driven, package_of, reply
from support.timed import Timed, watched

ENS, WSO2, EVENTS = "illumina-ens", "wso2-publisher", "jackhenry-events"
OK = reply(200, SUBSCRIPTION)
CANARY = "canary-9c3e"
QUEUE = {"awsSqsQueue": {"queueUrl": CANARY}}
make = package_of(ENS).operations
GET = make.get_subscription(CANARY)
CREATE = make.create_subscription(name=CANARY, type="a", delivery_target=QUEUE)
modes = pytest.mark.parametrize("mode", MODES)


def request(attempt: int) -> dict[str, Any]:
    return {"kind": "request", "attempt": attempt}


def response(attempt: int, **fields: Any) -> dict[str, Any]:
    return {"kind": "response", "attempt": attempt, "duration": 0.25, **fields}


def retry(attempt: int, wait: float, **fields: Any) -> dict[str, Any]:
    return {"kind": "retry", "attempt": attempt, "wait": wait, **fields}


@modes
def test_a_call(mode: str) -> None:
    """A call that succeeds is a request and a response, with API, operation, status and the seconds that it took."""
    driven, watcher = watched(mode, OK)
    driven.send(GET)
    assert watcher.told() == [request(1), response(1, status=200)]
    assert {(one.api, one.operation) for one in watcher.events} == {(ENS, "get_subscription")}
    assert {(one.method, one.url) for one in watcher.events} == {("GET", f"{BASE_URL}/v1/subscriptions/{CANARY}")}
    assert {(one.server, one.path_template) for one in watcher.events} == {
        ("https://api.example:443", "/v1/subscriptions/{subscriptionId}")
    }


@modes
def test_the_whole_call(mode: str) -> None:
    """The first event is the begin of the call, the last its end: how it ended, how many requests it took and how many
    seconds. The events of a call have an id in common, and no other call has it."""
    driven, watcher = watched(mode, reply(503), OK, reply(404))
    driven.send(GET)
    driven.send(GET)
    assert [(n, one.attempt) for n, one in enumerate(watcher.events) if one.kind == "call"] == [(0, 0), (7, 0)]
    ends = [one for one in watcher.events if one.kind == "done"]
    assert [(one.attempt, one.status, one.error, one.duration) for one in ends] == [
        (2, 200, None, 1.0),
        (1, 404, "NotFound", 0.25),
    ]
    assert [one.call for one in watcher.events] == [ends[0].call] * 7 + [ends[1].call] * 4
    assert ends[0].call != ends[1].call


@pytest.mark.parametrize(
    "error", [AssertionError("not mocked"), KeyboardInterrupt()], ids=lambda one: type(one).__name__
)
@modes
def test_a_call_that_is_cut_short(mode: str, error: BaseException) -> None:
    """A call ends with its event however it ends."""
    driven, watcher = watched(mode, error)
    with pytest.raises(type(error)):
        driven(lambda client: client.send(GET))
    name = "AssertionError" if isinstance(error, Exception) else "Cancelled"
    assert [(one.kind, one.error) for one in watcher.events[2:]] == [("done", name)]


@modes
def test_repeats(mode: str) -> None:
    """Before each repeat it is told why there is one and how long it waits; each request has its number."""
    driven, watcher = watched(
        mode, reply(503), subkit.NotSent("no"), subkit.OutcomeUnknown("x"), OK, retry=subkit.Retry(attempts=4)
    )
    driven.send(GET)
    assert watcher.told() == [
        request(1), response(1, status=503), retry(1, 0.5, status=503),
        request(2), response(2, error="NotSent"), retry(2, 1.0, error="NotSent"),
        request(3), response(3, error="OutcomeUnknown"), retry(3, 2.0, error="OutcomeUnknown"),
        request(4), response(4, status=200),
    ]  # fmt: skip
    assert driven.pauses == [one.wait for one in watcher.events if one.kind == "retry"]


FAILURES: dict[str, tuple[Any, dict[str, Any]]] = {
    "status": (reply(404), {"status": 404}),
    "broken": (OSError(CANARY), {"error": "OutcomeUnknown"}),
    "deadline": (subkit.DeadlineExceeded("late", sent=True), {"error": "DeadlineExceeded"}),
    "html": (reply(200, b"<html>", content_type="text/html"), {"status": 200}),
    "304": (reply(304), {"status": 304}),
}


@pytest.mark.parametrize("name", FAILURES)
@modes
def test_a_failure(mode: str, name: str) -> None:
    """A call that fails for good ends with the response to its last request, and what was wrong with that."""
    answer, fields = FAILURES[name]
    driven, watcher = watched(mode, answer)
    assert isinstance(driven.send(CREATE), subkit.SubkitError)
    assert watcher.told() == [request(1), response(1, **fields)]


@modes
def test_a_wait_that_is_not_begun(mode: str) -> None:
    """An error that is raised at once, because the wait would be too long, is no retry."""
    driven, watcher = watched(mode, reply(503, Retry_After="3600"))
    driven.send(GET)
    assert [one.kind for one in watcher.events] == ["call", "request", "response", "done"]


@modes
def test_a_deadline_before_anything_is_sent(mode: str) -> None:
    """When the time is up before a request could go out, only the begin and the end of the call are told."""
    driven, watcher = watched(mode, OK)

    def slow() -> str:
        driven.clock.passed += 60.0
        return "t"

    driven.client._context.options = attrs.evolve(driven.client._context.options, auth=subkit.BearerToken(slow))
    assert isinstance(driven.send(GET), subkit.DeadlineExceeded)
    assert [(one.kind, one.attempt) for one in watcher.events] == [("call", 0), ("done", 1)]


@modes
def test_a_new_credential(mode: str) -> None:
    """After a 401 the call is sent again at once with what the function gives now."""
    tokens = iter([CANARY, f"{CANARY}2"])
    driven, watcher = watched(mode, reply(401), OK, auth=subkit.BearerToken(lambda: next(tokens)))
    driven.send(GET)
    assert watcher.told() == [
        request(1), response(1, status=401), retry(1, 0.0, status=401), request(2), response(2, status=200),
    ]  # fmt: skip


def grant() -> PasswordGrant:
    return PasswordGrant("https://api.example:8243/token", "client", CANARY, "user", CANARY)


TOKEN = {"access_token": CANARY, "token_type": "Bearer", "expires_in": 3600, "refresh_token": CANARY}
BLOCKS = package_of(WSO2).operations.block_subscription(CANARY, block_state="BLOCKED")


@modes
def test_a_token_that_is_bought(mode: str) -> None:
    """Buying a token is told of once it is there, with the seconds that it took, before the request that it is for."""
    driven, watcher = watched(mode, reply(200, TOKEN), reply(401), reply(200, TOKEN), OK, slug=WSO2, auth=grant())
    driven.send(BLOCKS)
    bought = {"kind": "refresh", "duration": 0.25}
    assert watcher.told() == [
        {**bought, "attempt": 1}, request(1), response(1, status=401), retry(1, 0.0, status=401),
        {**bought, "attempt": 2}, request(2), response(2, status=200),
    ]  # fmt: skip


@modes
def test_no_token(mode: str) -> None:
    """A call for which no token is to be had tells that, with the status of the token endpoint, and nothing else."""
    refusal = reply(400, {"error": "invalid_grant", "error_description": CANARY})
    driven, watcher = watched(mode, refusal, slug=WSO2, auth=grant())
    error = driven.send(BLOCKS)
    assert (type(error), error.operation) == (subkit.AuthError, "block_subscription")
    assert watcher.told() == [{"kind": "refresh", "attempt": 1, "status": 400, "error": "AuthError", "duration": 0.25}]


@pytest.mark.parametrize("kind", ["request", "response", "retry"])
@modes
def test_an_interrupt_in_an_observer(mode: str, kind: str) -> None:
    """What is no error, such as a keyboard interrupt, is not swallowed, wherever the call stands; nothing more is sent."""

    def interrupting(event: subkit.Event) -> None:
        if event.kind == kind:
            raise KeyboardInterrupt

    driven = Timed(ENS, mode, [reply(503), OK], observer=interrupting)
    with pytest.raises(KeyboardInterrupt):
        driven.send(GET)
    assert len(driven.requests) == (kind != "request")


async def async_observer(event: subkit.Event) -> None:
    """Does nothing, when it is awaited."""


class AsyncObserver:
    """Is called like an async function."""

    async def __call__(self, event: subkit.Event) -> None:
        """Does nothing, when it is awaited."""


UNFIT = [async_observer, functools.partial(async_observer), AsyncObserver(), "observer", logging.getLogger("x")]


@modes
@pytest.mark.parametrize("observer", UNFIT, ids=["function", "partial", "object", "text", "logger"])
def test_what_cannot_observe(mode: str, observer: Any) -> None:
    """Nobody would await an async function, or can call what is no function. The client says so when it is made."""
    with pytest.raises(subkit.ConfigurationError, match="observer"):
        Driven(ENS, mode, observer=observer)


@modes
def test_no_listener_no_cost(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody listens no event is made, and no text; somebody who only observes pays for no text."""
    from subkit._calls import events

    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("it is made although nobody listens")

    monkeypatch.setattr(logging.getLogger("subkit"), "disabled", True)
    monkeypatch.setattr(events, "_summary", refuse)
    driven, watcher = watched(mode, reply(503), OK)
    assert driven.send(GET).attempts == 2
    assert len(watcher.events) == 7
    monkeypatch.setattr(events, "Event", refuse)
    assert Timed(ENS, mode, [reply(503), OK]).send(GET).attempts == 2


@modes
def test_twins_have_the_same_observer(mode: str) -> None:
    """A client made with `with_options` tells the same observer; another client does not."""
    driven, watcher = watched(mode, OK, OK)
    twin = driven.client.with_options(timeout=5.0)
    driven(lambda _: twin.send(GET))
    assert len(watcher.events) == 4
    Timed(ENS, mode, [OK]).send(GET)
    assert len(watcher.events) == 4
