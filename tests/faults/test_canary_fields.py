"""No secret of a request shows, whatever happens to it: neither given as a dict nor as a model."""

from __future__ import annotations

import datetime
import pickle
from collections.abc import Callable, Collection
from typing import Any

import pytest
import subkit
from support.canary import Canaries
from support.captured_output import overhearing
from support.failures import MISHAPS, Mishap, outcome
from support.pairwise import pairwise
from support.renderings import Reach
from support.scripted import MODES, Driven, collect, reply
from support.secret_fields import Call, arguments, as_models, calls, operation, perform, takes_models

pytestmark = [pytest.mark.fault(60), pytest.mark.parametrize("mode", MODES)]
SENDING = [one for one in calls("request") if one.endpoint.paging is None]
SECRETIVE = {one.slug for one in SENDING}
GIVEN: dict[str, Callable[[Call, dict[str, Any]], dict[str, Any]]] = {
    "dicts": lambda call, given: given,
    "models": as_models,
}


def forms(other: Collection[Any]) -> list[tuple[Call, str, Any]]:
    """Each call and each of another axis beside each other, given as dicts or, where it takes them, as models."""
    return [
        (call, form if takes_models(call) else "dicts", one)
        for call, form, one in pairwise(SENDING, [*GIVEN], [*other])
    ]


def meets(mishap: Mishap, call: Call) -> type[subkit.SubkitError] | None:
    """The error that a call gets: one that has no body to read does not mind what is in it."""
    promised = next(iter(call.endpoint.success.values()))
    return mishap.error if promised or mishap.error not in (subkit.DecodeError, subkit.DriftError) else None


def test_there_are_such_calls(mode: str) -> None:
    """The search finds calls with secrets, so what follows cannot pass for want of them."""
    assert len(SENDING) > 5
    assert len(SECRETIVE) > 1


@pytest.mark.parametrize(("call", "form", "mishap"), forms(MISHAPS), ids=str)
def test_a_call(mode: str, call: Call, form: str, mishap: Mishap) -> None:
    """No secret shows in the error, its pickle, our frames, the logs or the client; not in the operation either."""
    canaries = Canaries()
    given = GIVEN[form](call, arguments(call, canaries))
    with overhearing() as heard:
        driven = Driven(call.slug, mode, mishap.answer, retry=subkit.Retry(base=0, attempts=2), **mishap.options)
        found = outcome(lambda: driven(lambda client: perform(client, call, given)))
        sent = outcome(lambda: driven(lambda client: client.send(operation(call, given))))
    expected = meets(mishap, call)
    assert expected is None or type(found) is type(sent) is expected
    shown = (found, sent) if expected else (Reach(found), Reach(sent))
    assert canaries.hits(*shown, operation(call, given), Reach(driven.client), *heard.all) == []


def spoil(value: Any, how: Callable[[Any], Any], canaries: Canaries) -> Any:
    """The same, with its secrets spoilt."""
    if isinstance(value, dict):
        return {key: spoil(item, how, canaries) for key, item in value.items()}
    if isinstance(value, list):
        return [spoil(item, how, canaries) for item in value]
    return how(value) if value in canaries.planted.values() else value


SPOILT: dict[str, Callable[[Any], Any]] = {
    "too long": lambda text: text * 100,
    "an array": lambda text: [text],
    "an object": lambda text: {"text": text},
    "bytes": lambda text: text.encode(),
    "line break": lambda text: f"{text}\r\nX-Other: 1",
    "surrogate": lambda text: f"{text}\ud800",
    "a set": lambda text: {text},
    "NaN": lambda text: [float("nan"), text],
    "a moment without a zone": lambda text: [text, datetime.datetime(2026, 1, 1)],
    "itself": lambda text: within([text]),
}
SENT = ("line break", "surrogate", "too long")
"""What some places take."""


def within(value: list[Any]) -> list[Any]:
    value.append(value)
    return value


@pytest.mark.parametrize(("call", "form", "how"), forms(SPOILT), ids=str)
def test_a_secret_that_is_refused(mode: str, call: Call, form: str, how: str) -> None:
    """A secret that the specification forbids, or that cannot be sent, is refused unsaid; or it is sent."""
    canaries = Canaries()
    given = GIVEN[form](call, spoil(arguments(call, canaries), SPOILT[how], canaries))
    with overhearing() as heard:
        found = [one for validate in (True, False) for one in both(mode, call, given, validate=validate)]
    assert isinstance(found[0], subkit.InvalidArgument) or how in SENT
    assert {type(one) for one in found if isinstance(one, Exception)} <= {subkit.InvalidArgument}
    assert canaries.hits(*(one if isinstance(one, Exception) else Reach(one) for one in found), *heard.all) == []


def both(mode: str, call: Call, given: dict[str, Any], **options: Any) -> list[Any]:
    """What comes of a call by the method of its resource, and of the same as a value."""
    driven = Driven(call.slug, mode, lambda request: reply(200, {"id": "x"}), **options)
    return [
        outcome(lambda: driven(lambda client: perform(client, call, given))),
        outcome(lambda: driven(lambda client: client.send(operation(call, given)))),
    ]


BESIDE: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "an id": lambda given: {**given, "subscription": "..", "thing": ".."},
    "no id": lambda given: {**given, "subscription": 5, "thing": 5},
    "a number": lambda given: {**given, "name": 5, "user": 5},
    "a field": lambda given: {name: {**value, "secert": {}} if isinstance(value, dict) else value for name, value in given.items()},
}  # fmt: skip


@pytest.mark.parametrize(("call", "form", "name"), forms(BESIDE), ids=str)
def test_another_argument_is_refused(mode: str, call: Call, form: str, name: str) -> None:
    """An argument that is refused does not show the secrets beside it."""
    canaries = Canaries()
    given = arguments(call, canaries)
    spoilt = {key: value for key, value in BESIDE[name](given).items() if key in given}
    with overhearing() as heard:
        driven = Driven(call.slug, mode, lambda request: reply(200, {"id": "x"}))
        found = outcome(lambda: driven(lambda client: perform(client, call, GIVEN[form](call, spoilt))))
    assert isinstance(found, subkit.InvalidArgument) or spoilt == given
    assert canaries.hits(found, *heard.all) == []


@pytest.mark.parametrize("call", SENDING, ids=str)
def test_a_closed_client(mode: str, call: Call) -> None:
    """A call on a closed client does not show what it would have sent."""
    canaries = Canaries()
    driven = Driven(call.slug, mode)
    driven.close()
    found = outcome(lambda: driven(lambda client: perform(client, call, arguments(call, canaries))))
    assert type(found) is subkit.ClientClosed
    assert canaries.hits(found) == []


@pytest.mark.parametrize("call", SENDING, ids=str)
def test_operations_keep_what_they_are_given(mode: str, call: Call) -> None:
    """Hiding an argument does not change it: dicts are sent as they are, and an operation pickles with its data."""
    given = arguments(call, Canaries())
    made = operation(call, given)
    assert {name: made.arguments[name] for name in given} == given
    assert pickle.loads(pickle.dumps(made)) == made
    driven = Driven(call.slug, mode, [reply(200, {"id": "x"})] * 2)
    driven(lambda client: perform(client, call, given))
    driven(lambda client: client.send(made))
    assert driven.requests[0] == driven.requests[1]


LISTS = [one for one in calls("request") if one.endpoint.paging is not None]


@pytest.mark.parametrize("call", LISTS, ids=str)
def test_pages(mode: str, call: Call) -> None:
    """Secrets in the query of a list show neither in its pager nor in its checkpoint, nor in what goes wrong."""
    canaries = Canaries()
    again = reply(200, {"items": [{"id": "x"}], "nextPageToken": "again"})
    with overhearing() as heard:
        driven = Driven(call.slug, mode, lambda request: again)
        pager = perform(driven.client, call, arguments(call, canaries))
        found = outcome(lambda: collect(pager))
        other = outcome(lambda: perform(driven.client, call, {**arguments(call, canaries), "resume": "{}"}))
    assert type(found) is subkit.PaginationError
    assert type(other) is subkit.InvalidArgument
    assert canaries.hits(found, other, Reach(pager), pager.checkpoint(), *heard.all) == []
