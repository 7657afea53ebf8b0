"""Success without what was promised: an error object of a gateway, a page without items, no body, another type."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
import subkit
from subkit import DecodeError
from support.lines import own_text
from support.scripted import MODES, UUID_1, Driven, collect, package_of, reply
from support.timed import Timed

pytestmark = pytest.mark.both_modes
modes = pytest.mark.parametrize("mode", MODES)
ENS, WSO2, OMF, SERVER, EVENTS = "illumina-ens", "wso2-publisher", "aveva-omf", "alteryx-server", "jackhenry-events"
FOREIGN: dict[str, Any] = {
    "fault": {"fault": {"code": 900800, "message": "Message throttled out"}},
    "error": {"error": {"code": 500}},
    "message": {"message": "backend down"},
    "oauth": {"error": "invalid_token", "error_description": "x"},
}
LISTS: dict[str, Any] = {WSO2: {"api_id": "a"}, ENS: {}}


def listing(slug: str) -> Any:
    """One page of a list."""
    return package_of(slug).operations.list_subscriptions(**LISTS[slug])


def get(slug: str) -> Any:
    """A call that returns one object."""
    return package_of(slug).operations.get_subscription(UUID_1)


@pytest.mark.fault(85)
@pytest.mark.parametrize("slug", [ENS, WSO2, OMF, SERVER, EVENTS])
@pytest.mark.parametrize("body", FOREIGN)
@modes
def test_an_error_object_is_no_object(mode: str, body: str, slug: str) -> None:
    """An object with none of the properties of the model but others is an error that lists them; never a model."""
    error = Timed(slug, mode, [reply(200, FOREIGN[body])]).send(get(slug))
    assert type(error) is DecodeError
    assert error.status == 200
    assert {f"$.{name}" for name in FOREIGN[body]} <= {one.path for one in error.drift}
    assert "an object without any field of the specification" in str(error)


@pytest.mark.fault(85)
@pytest.mark.parametrize("slug", LISTS)
@pytest.mark.parametrize("body", [*FOREIGN, "nothing", "rest"])
@modes
def test_an_error_object_is_no_page(mode: str, body: str, slug: str) -> None:
    """Neither that, nor `{}`, nor a page without its items is an empty list; half way the error has a checkpoint."""
    rest = {"count": 0} if slug == WSO2 else {"nextPageToken": "t"}
    answer = reply(200, {**FOREIGN, "nothing": {}, "rest": rest}[body])
    error = Timed(slug, mode, [answer]).send(listing(slug))
    assert type(error) is DecodeError
    first = {"items": [{"id": "1"}], "nextPageToken": "A"}
    driven = Driven(ENS, mode, [reply(200, first), reply(200, FOREIGN["fault"])])
    with pytest.raises(DecodeError) as caught:
        driven(lambda client: collect(client.subscriptions.list()))
    assert caught.value.checkpoint is not None


@pytest.mark.fault(85)
@modes
def test_what_is_an_object_all_the_same(mode: str) -> None:
    """Empty pages, new fields beside known ones, and an object with nothing in it stay what they are."""
    for body in ({"items": []}, {"items": None}, {"items": [], "new": 1}):
        assert Timed(ENS, mode, [reply(200, body)]).send(listing(ENS)).status == 200
    for body in ({"id": "1", "new": 1}, {"id": None}, {}):
        assert Timed(ENS, mode, [reply(200, body)]).send(get(ENS)).parsed.to_dict() == body


OPEN = [
    {"type": "object"},
    {"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": {"type": "object"}},
    {"oneOf": [{"type": "object", "properties": {"a": {}}}, {"type": "object", "properties": {"fault": {}}}]},
    {},
]


@pytest.mark.fault(85)
@pytest.mark.parametrize("schema", OPEN)
@modes
def test_schemas_that_take_anything(mode: str, schema: Any) -> None:
    """Where a specification allows other properties, or one of several objects has them, they are no error."""
    operation = get(ENS)
    endpoint = attrs.evolve(operation.endpoint, success={200: schema})
    body = {"fault": {"code": 1}}
    response = Timed(ENS, mode, [reply(200, body)]).send(attrs.evolve(operation, endpoint=endpoint))
    assert response.parsed == body


@pytest.mark.fault(85)
@modes
def test_a_problem_with_status_200(mode: str) -> None:
    """What says by its type that it is a problem (RFC 9457) is one, even if its properties are those of the model."""
    answer = reply(200, {"id": "1"}, content_type="application/problem+json")
    assert type(Timed(ENS, mode, [answer]).send(get(ENS))) is DecodeError


WRITES: dict[str, tuple[str, Any, str]] = {
    "create": (OMF, {"topic_id": "a", "topic_tenant_id": "b", "topic_namespace_id": "c"}, "list()"),
    "update": (SERVER, {"name": "n", "credential_id": "c", "can_share_schedules": True}, "get(...)"),
    "disable": (ENS, {}, "get(...)"),
}


@pytest.mark.fault(86)
@pytest.mark.parametrize("status", [200, 201, 202, 204])
@pytest.mark.parametrize("name", WRITES)
@modes
def test_a_write_without_its_body(mode: str, name: str, status: int) -> None:
    """It was carried out: the error says that, and how to look, and is not retried."""
    slug, arguments, look = WRITES[name]
    make = getattr(package_of(slug).operations, f"{name}_subscription")
    operation = make(**arguments) if name == "create" else make(UUID_1, **arguments)
    driven = Timed(slug, mode, [reply(status)])
    error = driven.send(operation)
    assert type(error) is DecodeError
    assert own_text(error) == (
        f"the request was carried out (status {status}), but the promised body did not come; "
        f"before calling again, check with client.subscriptions.{look}"
    )
    assert len(driven.requests) == 1


@pytest.mark.fault(86)
@modes
def test_a_write_that_promises_no_body(mode: str) -> None:
    """A delete answered without a body is done, whatever the success; a read without one is no answer."""
    delete = package_of(OMF).operations.delete_subscription("1")
    for status in (200, 202, 204):
        assert Timed(OMF, mode, [reply(status)]).send(delete).parsed is None
    assert "an empty body" in str(Timed(OMF, mode, [reply(200)]).send(get(OMF)))


PAGE = reply(404, b"<html>nginx</html>", content_type="text/html")
PROXIES: dict[str, subkit.Reply] = {
    "page": PAGE,
    "text": reply(404, b"default backend - 404", content_type="text/plain; charset=utf-8"),
    "nothing": reply(404),
    "410": reply(410, b"<html>", content_type="text/html"),
    "another API": reply(404, {"fault": {"code": 404}}),
    "array": reply(404, ["no"]),
}


@pytest.mark.fault(87)
@pytest.mark.parametrize("name", PROXIES)
@modes
def test_a_404_of_a_proxy(mode: str, name: str) -> None:
    """After a delete was retried, only the API's own error proves that the object is gone; the line says who answered."""
    delete = package_of(OMF).operations.delete_subscription("1")
    error = Timed(OMF, mode, [reply(503), PROXIES[name]]).send(delete)
    assert type(error) in (subkit.NotFound, subkit.Gone)
    assert getattr(error, "after_replay", False) is False
    own = reply(PROXIES[name].status, {"OperationId": "2", "Error": "not found", "Reason": "gone"})
    assert Timed(OMF, mode, [reply(503), own]).send(delete).already_gone


@pytest.mark.fault(87)
@modes
def test_a_404_without_a_body(mode: str) -> None:
    """No body is proof where the API documents none."""
    delete = package_of(EVENTS).operations.delete_subscription(UUID_1)
    assert Timed(EVENTS, mode, [reply(503), reply(404)]).send(delete).already_gone
    assert type(Timed(EVENTS, mode, [reply(503), PAGE]).send(delete)) is subkit.NotFound


TYPES = ["application/json, application/json; charset=utf-8", "application/json,text/html", "Application/JSON ,x; a=b"]


@pytest.mark.fault(88)
@pytest.mark.parametrize("kind", TYPES)
@modes
def test_a_content_type_that_came_twice(mode: str, kind: str) -> None:
    """The first one counts, written in one header or in two."""
    body = {"id": "s1", "name": "n"}
    assert Timed(ENS, mode, [reply(200, body, content_type=kind)]).send(get(ENS)).parsed.to_dict() == body
    pairs = tuple(("Content-Type", part) for part in kind.split(","))
    twice = subkit.Reply(200, pairs, b'{"id": "s1", "name": "n"}')
    assert Timed(ENS, mode, [twice]).send(get(ENS)).parsed.to_dict() == body
