"""No secret of a reply shows but in the data itself, as promised or not."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest
import subkit
from subkit import Reply
from support.canary import Canaries
from support.captured_output import overhearing
from support.failures import outcome
from support.renderings import Reach
from support.scripted import MODES, Driven, collect, reply, settle
from support.secret_fields import Call, arguments, body, calls, operation, perform

pytestmark = [pytest.mark.fault(60), pytest.mark.parametrize("mode", MODES)]
REPLYING = [one for one in calls("reply") if one.endpoint.paging is None]
LISTS = [one for one in calls("reply") if one.endpoint.paging is not None]


def shown(response: subkit.Response[Any]) -> list[Any]:
    """An answer and what hangs on it, as users hold it; edited and copied too."""
    parsed = response.parsed
    twins = [pickle.loads(pickle.dumps(parsed)), copy.deepcopy(parsed), attrs.evolve(parsed)]
    return [response, Reach(response), parsed, subkit.meta(parsed), *response.drift, *twins]


def ask(mode: str, call: Call, answer: Reply, canaries: Canaries, **options: Any) -> Any:
    driven = Driven(call.slug, mode, lambda request: answer, retry=subkit.Retry(attempts=1), **options)
    given = arguments(call, canaries)
    return outcome(lambda: driven(lambda client: client.send(operation(call, given))))


def test_there_are_such_calls(mode: str) -> None:
    """The search finds calls with secrets in their replies, so what follows cannot pass for want of them."""
    assert len({one.slug for one in REPLYING}) > 1
    assert LISTS


@pytest.mark.parametrize("call", REPLYING, ids=str)
def test_a_reply(mode: str, call: Call) -> None:
    """The model holds its secrets and shows none of them, nor do its copies."""
    canaries = Canaries()
    promised = body(call, canaries)
    with overhearing() as heard:
        response = ask(mode, call, reply(200, promised), canaries)
    assert response.parsed.to_dict() == promised
    assert canaries.hits(*shown(response), *heard.all) == []


def everywhere(value: Any, how: Callable[[Any], Any], canaries: Canaries) -> Any:
    """The same, with each text that is a secret treated so."""
    if isinstance(value, dict):
        return {key: everywhere(item, how, canaries) for key, item in value.items()}
    if isinstance(value, list):
        return [everywhere(item, how, canaries) for item in value]
    return how(value) if value in canaries.planted.values() else value


def containers(value: Any, how: Callable[[Any], Any]) -> Any:
    """The same, with each object in it (not itself) treated so."""
    return {key: how(item) if isinstance(item, (dict, list)) else item for key, item in value.items()}


Spoil = Callable[[Any, Canaries], Any]
ODD: dict[str, Spoil] = {
    "secrets in arrays": lambda value, canaries: everywhere(value, lambda text: [text], canaries),
    "secrets in objects": lambda value, canaries: everywhere(value, lambda text: {"is": text}, canaries),
    "unknown fields": lambda value, canaries: {**value, "unknown": copy.deepcopy(value), "more": [value]},
    "arrays for objects": lambda value, canaries: containers(value, lambda item: [item]),
    "texts for objects": lambda value, canaries: containers(value, json.dumps),
    "objects for arrays": lambda value, canaries: containers(value, lambda item: {"is": item}),
}
ILL: dict[str, Callable[[Any], Reply]] = {
    "an array": lambda value: reply(200, [value]),
    "a text": lambda value: reply(200, json.dumps(value)),
    "a page": lambda value: reply(200, json.dumps(value).encode(), content_type="text/html"),
    "cut": lambda value: reply(200, json.dumps(value).encode()[:-1], content_type="application/json"),
    "not in UTF-8": lambda value: reply(200, json.dumps(value).encode() + b"\xff", content_type="application/json"),
    "too deep": lambda value: reply(
        200, (b"[" * 200) + json.dumps(value).encode() + b"]" * 200, content_type="application/json"
    ),
}


def can_be_odd(call: Call, name: str) -> bool:
    """Whether there is such a place in its reply."""
    canaries = Canaries()
    promised = body(call, canaries)
    return bool(ODD[name](promised, canaries) != promised)


ODDITIES = [
    pytest.param(call, name, id=f"{call}, {name}") for call in REPLYING for name in ODD if can_be_odd(call, name)
]


@pytest.mark.parametrize("decode", ["tolerant", "strict"])
@pytest.mark.parametrize(("call", "name"), ODDITIES)
def test_an_odd_reply(mode: str, call: Call, name: str, decode: str) -> None:
    """What departs from the specification is kept, and reported, without a secret: in the model, the log, the error."""
    canaries = Canaries()
    promised = body(call, canaries)
    odd = ODD[name](promised, canaries)
    with overhearing() as heard:
        found = ask(mode, call, reply(200, odd), canaries, decode=decode)
    assert isinstance(found, subkit.DriftError) if decode == "strict" else found.parsed.to_dict() == odd
    assert canaries.hits(*(shown(found) if decode == "tolerant" else [found]), *heard.all) == []


@pytest.mark.parametrize("name", ILL)
@pytest.mark.parametrize("call", REPLYING, ids=str)
def test_an_ill_reply(mode: str, call: Call, name: str) -> None:
    """What is not the API's answer leads to an error that has nothing of it."""
    canaries = Canaries()
    promised = body(call, canaries)
    with overhearing() as heard:
        found = ask(mode, call, ILL[name](promised), canaries)
        large = ask(mode, call, reply(200, promised), canaries, max_body=10)
    assert type(found) is type(large) is subkit.DecodeError
    assert canaries.hits(found, large, *heard.all) == []


@pytest.mark.parametrize("call", REPLYING, ids=str)
def test_an_error_that_has_them(mode: str, call: Call) -> None:
    """An error body that holds what the reply would have held is kept without the secrets."""
    canaries = Canaries()
    promised = body(call, canaries)
    with overhearing() as heard:
        found = ask(mode, call, reply(400, {"title": "no", **promised, "were": [promised]}), canaries)
    assert type(found) is subkit.BadRequest
    assert canaries.hits(found, *heard.all) == []


@pytest.mark.parametrize("call", REPLYING, ids=str)
def test_a_field_that_did_not_come(mode: str, call: Call) -> None:
    """The error for a field that is read and did not come shows nothing of those that did."""
    canaries = Canaries()
    promised = {key: value for key, value in body(call, canaries).items() if key != "id"}
    response = ask(mode, call, reply(200, promised), canaries)
    needed = response.parsed.__schema__.get("required", ())
    required = [slot[1:] for slot, name in response.parsed.__names__ if name in needed]
    errors = [outcome(lambda name=name: getattr(response.parsed, name)) for name in required]
    assert not required or [one for one in errors if isinstance(one, subkit.MissingField)]
    assert canaries.hits(*errors) == []


def test_what_is_no_object(mode: str) -> None:
    """A JSON text that is given where an object is wanted does not show."""
    canaries = Canaries()
    for call in REPLYING:
        kind = type(ask(mode, call, reply(200, body(call, canaries)), canaries).parsed)
        with pytest.raises(subkit.DecodeError) as caught:
            kind.from_dict(json.dumps(body(call, canaries)))
        assert canaries.hits(caught.value) == []


@pytest.mark.parametrize("call", LISTS, ids=str)
def test_pages(mode: str, call: Call) -> None:
    """Items with secrets show them neither in the pager, nor in a page, nor in the error that ends the list."""
    canaries = Canaries()
    answer = reply(200, {**body(call, canaries), "nextPageToken": "again"})
    with overhearing() as heard:
        driven = Driven(call.slug, mode, lambda request: answer)
        pager = perform(driven.client, call, {})
        pages = perform(driven.client, call, {}).pages()
        page = next(pages) if mode == "sync" else settle(anext(pages))
        first = settle(pager.first())
        found = outcome(lambda: collect(pager))
    assert type(found) is subkit.PaginationError
    assert canaries.hits(found, first, page, Reach(page), Reach(pager), pager.checkpoint(), *heard.all) == []
