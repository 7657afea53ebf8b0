"""Writes that are safe to repeat, and writes that lose nobody's work."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from subkit import UNSET, ConfigurationError, InvalidArgument, OutcomeUnknown, PreconditionFailed, Retry, ServerError
from subkit._transport.messages import Reply, Request
from support.fragments import Fragment, Run, document
from support.scripted import header, reply, settle

POST = """
/things:
  post:
    operationId: createThing
    tags: [things]
    parameters: [{name: %s, in: header, required: %s, schema: {type: string}}]
    requestBody:
      required: true
      content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}
    responses:
      "201": {description: Made., content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}}
"""


def _keys(run: Run, name: str) -> list[str | None]:
    return [header(request, name) for request in run.driven.requests]


def _replayed(run: Run, name: str, **own: Any) -> None:
    retry = Retry(attempts=3, base=0)
    made = run(lambda c: c.things.create(name="n", **own), reply(503), reply(201, {"id": "1"}), retry=retry)
    assert made.id == "1"
    first = _keys(run, name)
    assert len(set(first)) == 1
    assert first[0]
    lost = OutcomeUnknown("lost")
    made = run(lambda c: c.things.create(name="n", **own), lost, reply(503), reply(201, {"id": "2"}), retry=retry)
    assert made.id == "2"
    second = _keys(run, name)
    assert (len(second), len(set(second))) == (3, 1)
    assert bool(own) == (first[0] == second[0])


def _optional(run: Run) -> None:
    _replayed(run, "Idempotency-Key")
    _replayed(run, "Idempotency-Key", idempotency_key="mine")
    assert set(_keys(run, "Idempotency-Key")) == {"mine"}


optional = Fragment(
    construct="Idempotency-Key, made for each call",
    openapi=document(POST % ("Idempotency-Key", "false")),
    check=_optional,
)


def _required(run: Run) -> None:
    _replayed(run, "X-Idempotency-Key")


required = Fragment(
    construct="a required X-Idempotency-Key",
    openapi=document(POST % ("X-Idempotency-Key", "true")),
    check=_required,
    typed='client.things.create(name="n")',
)


def _plain(run: Run) -> None:
    with pytest.raises(ServerError):
        run(lambda c: c.things.create(name="n"), reply(503), retry=Retry(attempts=3, base=0))
    with pytest.raises(OutcomeUnknown):
        run(lambda c: c.things.create(name="n"), OutcomeUnknown("lost"), retry=Retry(attempts=3, base=0))
    assert len(run.driven.requests) == 1


plain = Fragment(
    construct="a POST without a key is sent once", openapi=document(POST % ("X-Other", "false")), check=_plain
)


def guarded(method: str, media_type: str = "application/json", headers: str = "") -> str:
    """A read with an ETag and a write with If-Match."""
    return document(
        f"""
        /things/{{thingId}}:
          parameters: [{{name: thingId, in: path, required: true, schema: {{type: string}}}}]
          get:
            operationId: getThing
            tags: [things]
            responses: {{"200": {{$ref: '#/components/responses/It'}}}}
          {method}:
            operationId: {"patchThing" if method == "patch" else "updateThing"}
            tags: [things]
            parameters:
              - {{name: If-Match, in: header, schema: {{type: string}}}}
              - {{name: If-Unmodified-Since, in: header, schema: {{type: string}}}}
            requestBody:
              required: true
              content: {{{media_type}: {{schema: {{$ref: '#/components/schemas/Thing'}}}}}}
            responses: {{"200": {{$ref: '#/components/responses/It'}}, "412": {{description: Changed.}}}}
          delete:
            operationId: deleteThing
            tags: [things]
            parameters: [{{name: If-Match, in: header, schema: {{type: string}}}}]
            responses: {{"204": {{description: Gone.}}, "412": {{description: Changed.}}}}
        """,
        """
        responses:
          It:
            description: It.
            headers: {ETag: {schema: {type: string}}}
            content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
        schemas:
          Thing:
            type: object
            properties: {thingId: {type: string, readOnly: true}, name: {type: string}, size: {type: integer}}
        """,
    )


class Server:
    """Keeps one thing; others write to it as often as it was told before each of our writes."""

    def __init__(self, others: int = 0, tag: bool = True) -> None:
        self.thing: dict[str, Any] = {"thingId": "1", "name": "n", "size": 0}
        self.version, self.others, self.tag = 1, others, tag

    def __call__(self, request: Request) -> Reply:
        if request.method == "GET":
            return self._now()
        if self.others:
            self.others -= 1
            self.version += 1
            self.thing["size"] += 100
        if header(request, "If-Match") != f'"{self.version}"':
            return reply(412)
        self.version += 1
        if request.method == "DELETE":
            return reply(204)
        sent = json.loads(request.body or b"{}")
        self.thing = {**({"thingId": "1"} if request.method == "PUT" else self.thing), **sent}
        return self._now()

    def _now(self) -> Reply:
        return reply(200, self.thing, **({"ETag": f'"{self.version}"'} if self.tag else {}))


def _change(thing: Any) -> None:
    thing.size += 1


def _preconditions(run: Run) -> None:
    server = Server()
    client = run.serve(server)
    name = "patch" if hasattr(client.things, "patch") else "update"

    def write(subject: Any, **more: Any) -> Any:
        return settle(getattr(client.things, name)(subject, name="m", size=1, **more))

    thing = settle(client.things.get("1"))
    written = write(thing)
    assert header(run.driven.last, "If-Match") == '"1"'
    assert written.name == "m"
    with pytest.raises(PreconditionFailed):
        write(thing)
    with pytest.raises(PreconditionFailed):
        write("1")
    assert header(run.driven.last, "If-Match") is None
    with pytest.raises(PreconditionFailed):
        settle(client.things.delete(thing))
    settle(client.things.delete(written))
    assert header(run.driven.last, "If-Match") == '"2"'


def _modify(run: Run) -> None:
    server = Server(others=2)
    client = run.serve(server)
    done = settle(client.things.modify("1", _change))
    assert (done.size, done.name) == (201, "n")
    assert server.thing["size"] == 201
    bodies = [json.loads(one.body) for one in run.driven.requests if one.body]
    assert len(bodies) == 3
    assert ("name" in bodies[0]) == (run.driven.requests[-1].method == "PUT")
    _exhausted(run)
    _no_validator(run)
    _async_change(run)


def _exhausted(run: Run) -> None:
    client = run.serve(Server(others=99))
    with pytest.raises(PreconditionFailed):
        settle(client.things.modify("1", _change, attempts=2))
    assert len(run.driven.requests) == 4


def _no_validator(run: Run) -> None:
    client = run.serve(Server(tag=False))
    with pytest.raises(ConfigurationError):
        settle(client.things.modify("1", _change))
    assert [one.method for one in run.driven.requests] == ["GET"]


def _async_change(run: Run) -> None:
    async def change(thing: Any) -> Any:
        thing.size += 5
        return thing

    if run.mode == "async":
        client = run.serve(Server(others=1))
        assert settle(client.things.modify("1", change)).size == 105


def _both(run: Run) -> None:
    _preconditions(run)
    _modify(run)


put = Fragment(
    construct="If-Match on PUT and DELETE, and modify",
    openapi=guarded("put"),
    check=_both,
    typed="""
    thing = client.things.get("1")
    assert_type(client.things.modify(thing, lambda one: one), p.Thing)
    client.things.update(thing, name="n", if_match='"x"')
    client.things.delete(thing)
    """,
)
patch = Fragment(
    construct="If-Match on PATCH and DELETE, and modify",
    openapi=guarded("patch", "application/merge-patch+json"),
    check=_both,
    typed='assert_type(client.things.modify("1", lambda one: one), p.Thing)',
)
marked = Fragment(
    construct="If-Match on PATCH with a merge-patch model, and modify",
    openapi=guarded("patch", "application/merge-patch+json"),
    facade="[operations.patchThing]\npatches = 'Thing'\n",
    check=_both,
)


def _own_verbs(run: Run) -> None:
    client = run.serve(Server())
    thing = settle(client.things.get("1"))
    assert settle(client.things.modify(thing, _change)).size == 1
    client = run.serve(lambda request: reply(204))
    settle(client.things.modify_thing("1"))
    assert run.target == "/things/1/modify"
    settle(client.things.refresh("1"))
    assert run.target == "/things/1/refresh"
    settle(client.things.with_response_thing("1"))
    assert run.target == "/things/1/with_response"
    assert settle(client.things.with_response.with_response_thing("1")).status == 204


_VERB = """\
  /things/{thingId}/%s:
    post:
      operationId: %sThing
      tags: [things]
      parameters: [{name: thingId, in: path, required: true, schema: {type: string}}]
      responses: {"204": {description: Done.}}
"""
own_verbs = Fragment(
    construct="operations called refresh, modify and with_response",
    openapi=guarded("put").replace(
        "components:",
        _VERB % ("modify", "modify")
        + _VERB % ("refresh", "refresh")
        + _VERB % ("with_response", "withResponse")
        + "components:",
    ),
    check=_own_verbs,
)


TWO_KINDS = document(
    """
    /things:
      get:
        operationId: listThings
        tags: [things]
        responses: {"200": {description: All., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Item'}}}}}}
    /things/{thing_id}:
      parameters: [{name: thing_id, in: path, required: true, schema: {type: string}}]
      get:
        operationId: getThing
        tags: [things]
        responses: {"200": {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
      delete:
        operationId: deleteThing
        tags: [things]
        responses: {"204": {description: Gone.}}
    /things/{thing_id}/parts:
      parameters: [{name: thing_id, in: path, required: true, schema: {type: string}}]
      get:
        operationId: listParts
        tags: [things]
        responses: {"200": {description: Parts., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Part'}}}}}}
    /owners/{owner_id}:
      parameters: [{name: owner_id, in: path, required: true, schema: {type: string}}]
      get:
        operationId: getOwner
        tags: [owners]
        responses: {"200": {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Owner'}}}}}
    """,
    """
    schemas:
      Item: {type: object, properties: {id: {type: string}}}
      Thing: {type: object, properties: {id: {type: string}, name: {type: string}}}
      Part: {type: object, properties: {id: {type: string}}}
      Owner: {type: object, properties: {id: {type: string}}}
    """,
)


def _kinds(run: Run) -> None:
    package = run.package
    for cls in (package.Thing, package.Item):
        run(lambda c, cls=cls: c.things.delete(cls(id="1")), reply(204))
        assert run.target == "/things/1"
    for cls in (package.Part, package.Owner):
        with pytest.raises(
            InvalidArgument, match=f"must be {package.__name__}.Item or {package.__name__}.Thing or an id"
        ):
            run(lambda c, cls=cls: c.things.delete(cls(id="1")))
    with pytest.raises(InvalidArgument, match="Thing"):
        run(lambda c: c.owners.get(package.Thing(id="1")))


kinds = Fragment(
    construct="objects of several kinds, each taken by its own calls",
    openapi=TWO_KINDS,
    check=_kinds,
    typed='client.things.delete(p.Item(id="1"))\nclient.things.get(p.Thing(id="1"))\nclient.owners.get(p.Owner(id="1"))',
)


def edited(method: str, media_type: str) -> str:
    """One model for requests and responses, with a map, an array of objects, a union and what only one of them has."""
    return document(
        f"""
        /things/{{thing_id}}:
          parameters: [{{name: thing_id, in: path, required: true, schema: {{type: string}}}}]
          get:
            operationId: getThing
            tags: [things]
            responses: {{"200": {{description: It., content: {{application/json: {{schema: {{$ref: '#/components/schemas/Thing'}}}}}}}}}}
          {method}:
            operationId: changeThing
            tags: [things]
            requestBody:
              required: true
              content: {{{media_type}: {{schema: {{$ref: '#/components/schemas/Thing'}}}}}}
            responses: {{"204": {{description: Done.}}}}
        """,
        """
        schemas:
          Thing:
            type: object
            required: [id, name]
            properties:
              id: {type: string, readOnly: true}
              name: {type: string}
              pin: {type: string, writeOnly: true}
              note: {type: string, nullable: true}
              labels: {type: object, additionalProperties: {type: string, nullable: true}}
              parts: {type: array, items: {$ref: '#/components/schemas/Part'}}
              shape: {oneOf: [{$ref: '#/components/schemas/Square'}, {$ref: '#/components/schemas/Circle'}], discriminator: {propertyName: kind}}
          Part:
            type: object
            properties: {size: {type: integer}, made: {type: string, readOnly: true}}
          Square:
            type: object
            required: [kind]
            properties: {kind: {type: string}, side: {type: integer}, area: {type: integer, readOnly: true}}
          Circle:
            type: object
            required: [kind]
            properties: {kind: {type: string}, radius: {type: integer}}
        """,
    )


IT: dict[str, Any] = {
    "id": "1", "name": "n", "note": None, "labels": {"a": "x", "b": "y"}, "parts": [{"size": 1, "made": "m"}],
    "shape": {"kind": "Square", "side": 2, "area": 4},
}  # fmt: skip
SENT = {**{k: v for k, v in IT.items() if k != "id"}, "parts": [{"size": 1}], "shape": {"kind": "Square", "side": 2}}


def _changed(run: Run, edit: Callable[[Any], object], **given: Any) -> Any:
    client = run.serve(lambda request: reply(200, IT) if request.method == "GET" else reply(204))
    thing = settle(client.things.get("1"))
    edit(thing)
    settle(client.things.change(thing, **given))
    return json.loads(run.body or b"null")


def _replaced(run: Run) -> None:
    with pytest.raises(InvalidArgument, match="allow_secret_loss"):
        _changed(run, lambda thing: None)
    assert _changed(run, lambda thing: None, pin="1") == {**SENT, "pin": "1"}
    assert _changed(run, lambda thing: None, allow_secret_loss=True) == SENT
    changed = _changed(run, lambda thing: thing.labels.pop("a"), pin="1")
    assert changed["labels"] == {"b": "y"}
    with pytest.raises(InvalidArgument, match="made: was edited"):
        _changed(run, lambda thing: setattr(thing.parts[0], "made", "x"), pin="1")
    with pytest.raises(InvalidArgument, match="name is required"):
        run(lambda c: c.things.change("1", pin="1"))


replaced = Fragment(
    construct="a replacement of an edited object, one model for both ways",
    openapi=edited("put", "application/json"),
    check=_replaced,
    typed="""
    thing = client.things.get("1")
    client.things.change(thing)
    client.things.change(thing, name="n", allow_secret_loss=True)
    client.things.change("1", name="n")
    """,
)


def _merged(run: Run) -> None:
    assert _changed(run, lambda thing: thing.labels.pop("a")) == {"labels": {"a": None}}
    assert _changed(run, lambda thing: thing.labels.update(c="z")) == {"labels": {"c": "z"}}
    assert _changed(run, lambda thing: setattr(thing, "labels", {"b": "y"})) == {"labels": {"a": None}}
    assert _changed(run, lambda thing: setattr(thing.parts[0], "size", 2)) == {"parts": [{"size": 2}]}
    assert _changed(run, lambda thing: setattr(thing.shape, "side", 3)) == {"shape": {"kind": "Square", "side": 3}}
    circle = run.package.Circle(kind="Circle", radius=1)
    changed = _changed(run, lambda thing: setattr(thing, "shape", circle))
    assert changed == {"shape": {"kind": "Circle", "radius": 1}}
    with pytest.raises(InvalidArgument, match=r"shape\.area: was edited"):
        _changed(run, lambda thing: setattr(thing.shape, "area", 3))
    with pytest.raises(InvalidArgument, match="nothing would be changed"):
        _changed(run, lambda thing: thing.labels)


merged = Fragment(
    construct="a merge patch of an edited object",
    openapi=edited("patch", "application/merge-patch+json"),
    facade="[operations.changeThing]\npatches = 'Thing'\n",
    check=_merged,
)


def _plainly(run: Run) -> None:
    """The field that the vendor requires of every patch is taken from the object."""
    assert _changed(run, lambda thing: thing.labels.pop("a")) == {"name": "n", "labels": {"b": "y"}}
    changed = _changed(run, lambda thing: setattr(thing.shape, "side", 3))
    assert changed == {"name": "n", "shape": {"kind": "Square", "side": 3}}
    assert _changed(run, lambda thing: setattr(thing, "note", None), name="m") == {"note": None, "name": "m"}
    with pytest.raises(InvalidArgument, match="name is required"):
        run(lambda c: c.things.change("1", note="x"))
    assert _changed(run, lambda thing: setattr(thing, "note", UNSET)) == {"name": "n", "note": None}
    with pytest.raises(InvalidArgument, match="nothing would be changed"):
        _changed(run, lambda thing: thing.labels)


plainly = Fragment(
    construct="a patch in plain JSON of an edited object",
    openapi=edited("patch", "application/json"),
    check=_plainly,
    typed='client.things.change(client.things.get("1"), note=None)',
)
