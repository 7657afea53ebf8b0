"""A create whose response is lost is found, or sent again: in the end there is exactly one object, or an error says why
that is not known."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
import subkit
from support.paged import query
from support.scripted import MODES, SLUGS, package_of, reply
from support.timed import Timed

ENS, EVENTS = "illumina-ens", "jackhenry-events"
TARGET = {"awsSqsQueue": {"queueUrl": "q"}}
modes = pytest.mark.parametrize("mode", MODES)
Fault = Callable[[], subkit.Reply] | BaseException


class Server:
    """Keeps the created subscriptions. Each create meets the next fault: before it is carried out, or after."""

    def __init__(self, *faults: tuple[str, Any], late: int = 0) -> None:
        self.items: list[dict[str, Any]] = []
        self.asked: list[str] = []
        self._faults = iter(faults)
        self._late = late

    def __call__(self, request: subkit.Request) -> subkit.Reply:
        self.asked.append(request.method)
        if request.method == "POST":
            return self._create(json.loads(request.body or b""))
        last = request.url.partition("?")[0].rpartition("/")[2]
        if last != "subscriptions":
            return reply(200, next(one for one in self.items if one["id"] == last))
        self._late -= 1
        shown = [] if self._late >= 0 else self.items
        return reply(200, {"items": shown})

    def _create(self, body: dict[str, Any]) -> subkit.Reply:
        when, fault = next(self._faults, ("", None))
        if when != "before":
            self.items.append({**body, "id": f"s{len(self.items) + 1}"})
        if isinstance(fault, BaseException):
            raise fault
        return fault or reply(201, self.items[-1])


def lost() -> subkit.OutcomeUnknown:
    return subkit.OutcomeUnknown("cut")


async def _pause(driven: Timed, seconds: float) -> None:
    driven.pauses.append(seconds)


def created(driven: Timed, **more: Any) -> Any:
    """What comes of the call, or its error. Its pauses are noted."""
    driven.client.clock.sleep = driven.pauses.append
    driven.client.clock.asleep = partial(_pause, driven)
    given = {"name": "n", "type": "t", "delivery_target": TARGET, "find": lambda one: one.name == "n", **more}
    return driven.outcome(lambda client: client.subscriptions.create_or_find(**given))


@modes
def test_nothing_is_lost(mode: str) -> None:
    """A create that succeeds is one request."""
    server = Server()
    assert created(Timed(ENS, mode, server)).id == "s1"
    assert server.asked == ["POST"]


MAYBE: dict[str, Callable[[], Any]] = {
    "lost": lost,
    "deadline": lambda: subkit.DeadlineExceeded("late", sent=True),
    "500": lambda: reply(500),
    "503": lambda: reply(503),
    "408": lambda: reply(408),
    "html": lambda: reply(200, b"<p>", content_type="text/html"),
}


@pytest.mark.parametrize("name", MAYBE)
@modes
def test_it_was_carried_out(mode: str, name: str) -> None:
    """What was carried out although the response did not say so is found, fetched and not created again."""
    server = Server(("after", MAYBE[name]()))
    found = created(Timed(ENS, mode, server))
    assert (found.id, subkit.meta(found).status) == ("s1", 200)
    assert server.asked == ["POST", "GET", "GET"]


@modes
def test_it_is_there_a_moment_later(mode: str) -> None:
    """A server may still be at it, so it is looked for once more after a moment."""
    server = Server(("after", lost()), late=1)
    driven = Timed(ENS, mode, server)
    assert created(driven).id == "s1"
    assert (server.asked, driven.pauses) == (["POST", "GET", "GET", "GET"], [2.0])


@pytest.mark.parametrize("name", [name for name in MAYBE if name != "html"])
@modes
def test_it_was_not_carried_out(mode: str, name: str) -> None:
    """What is not there, also a moment later, is created again: then there is one."""
    server = Server(("before", MAYBE[name]()))
    assert created(Timed(ENS, mode, server)).id == "s1"
    assert server.asked == ["POST", "GET", "GET", "POST"]
    assert len(server.items) == 1


@modes
def test_a_conflict_with_its_own_work(mode: str) -> None:
    """A conflict at the second attempt may come of the first: it is looked for again. At the first it is an error."""
    server = Server(("after", lost()), ("before", reply(409)), late=2)
    assert created(Timed(ENS, mode, server)).id == "s1"
    assert server.asked == ["POST", "GET", "GET", "POST", "GET", "GET"]
    other = Server(("before", reply(409)))
    assert isinstance(created(Timed(ENS, mode, other)), subkit.Conflict)
    assert other.asked == ["POST"]


NOT: dict[str, Any] = {
    "refused": lambda: reply(400),
    "not sent": lambda: subkit.NotSent("no", operation=None),
    "deadline": lambda: subkit.DeadlineExceeded("late", sent=False),
}


@pytest.mark.parametrize("name", NOT)
@modes
def test_it_was_certainly_not_carried_out(mode: str, name: str) -> None:
    """An error that leaves no doubt is raised at once."""
    server = Server(*[("before", NOT[name]()) for _ in range(3)])
    assert isinstance(created(Timed(ENS, mode, server)), subkit.SubkitError)
    assert set(server.asked) == {"POST"}


@modes
def test_drift_in_strict_mode(mode: str) -> None:
    """An object that departs from the specification is there; strict mode raises that, and looks for nothing."""
    server = Server(("after", reply(201, {"id": 5})))
    assert isinstance(created(Timed(ENS, mode, server, decode="strict")), subkit.DriftError)
    assert server.asked == ["POST"]


@modes
def test_a_response_that_is_not_read_is_never_sent_again(mode: str) -> None:
    """A success with a body of something else was carried out: if it is not found, that is the error."""
    server = Server(("before", reply(200, b"<p>", content_type="text/html")))
    error = created(Timed(ENS, mode, server))
    assert isinstance(error, subkit.DecodeError)
    assert "it was not found in the list afterwards" in str(error)
    assert server.asked == ["POST", "GET", "GET"]


@pytest.mark.parametrize("attempts", [1, 2])
@modes
def test_attempts(mode: str, attempts: int) -> None:
    """The create is sent so many times; then the error says that it was looked for. It may be the same one each time."""
    server = Server(*[("before", lost())] * 5)
    error = created(Timed(ENS, mode, server), attempts=attempts)
    assert isinstance(error, subkit.OutcomeUnknown)
    assert "it was not found in the list afterwards" in str(error)
    assert server.asked.count("POST") == attempts


@modes
def test_several_are_found(mode: str) -> None:
    """If it cannot be told which one was created, the outcome stays unknown."""
    server = Server(("after", lost()))
    server.items.append({"id": "s0", "name": "n"})
    error = created(Timed(ENS, mode, server))
    assert isinstance(error, subkit.OutcomeUnknown)
    assert "find accepts 2 objects" in str(error)


@modes
def test_the_list_fails(mode: str) -> None:
    """If it cannot be looked for, the outcome stays unknown, and the reason is its cause."""
    script: Iterator[Any] = iter([lost(), reply(404)])

    def answer(_: subkit.Request) -> subkit.Reply:
        found = next(script)
        if isinstance(found, BaseException):
            raise found
        assert isinstance(found, subkit.Reply)
        return found

    error = created(Timed(ENS, mode, answer))
    assert isinstance(error, subkit.OutcomeUnknown)
    assert "looking for it failed with NotFound" in str(error)
    assert isinstance(error.__cause__, subkit.NotFound)


async def unfit(_: object) -> bool:
    """Nobody awaits it."""
    return True


@pytest.mark.parametrize("find", [unfit, "n", None])
@modes
def test_what_cannot_find(mode: str, find: Any) -> None:
    """What is no function, or an async one that would accept everything, is refused before anything is sent."""
    server = Server()
    error = created(Timed(ENS, mode, server), find=find)
    assert isinstance(error, subkit.InvalidArgument)
    assert server.asked == []


@modes
def test_caches_are_bypassed(mode: str) -> None:
    """Where an API serves lists and objects from a cache, it is told not to: an old list would lack what is new."""
    item = {"id": "64eca60b-2e55-4c38-8603-e9e6bad7d809", "name": "n"}
    script = [lost(), reply(200, [item]), reply(200, item)]
    driven = Timed(EVENTS, mode, script)
    driven(
        lambda client: client.subscriptions.create_or_find(
            name="n",
            dispatch_type="https",
            enabled=True,
            http_settings={"url": "https://a", "authType": "none", "usesSecrets": False},
            find=lambda _: True,
        )
    )
    assert [query(request).get("nocache") for request in driven.requests] == [None, "true", "true"]


@pytest.mark.parametrize("slug", SLUGS)
def test_where_it_is_offered(slug: str) -> None:
    """Each resource with a create and a list has it, as no vendor takes an idempotency key."""
    module = __import__(f"{package_of(slug).__name__}.resources.subscriptions", fromlist=["x"])
    methods = vars(module.Subscriptions)
    assert ("create_or_find" in methods) is ("create" in methods)
