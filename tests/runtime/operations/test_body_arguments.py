"""The arguments of a body are the fields of its model, and are not declared again."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
import subkit
from subkit._models import Field, Model, OptionalField, field, model
from subkit._operations import Endpoint, Operation, Parameter, RequestBody
from subkit._unset import UNSET
from support.scripted import SLUGS, Driven, body_of, package_of, reply

HOLDER = "wso2-publisher"
LIMITED = {"type": "string", "maxLength": 3}


@model()
class Thing(Model):
    """What a body may be."""

    name: Field[str] = field("theName", LIMITED)
    format: OptionalField[str] = field("format", {"type": "string"}, default=UNSET)


THING = {"ref": f"{__name__}.Thing"}
TRACE = Parameter("trace", "X-Trace", "header", {"type": "string"})


def endpoint(body: RequestBody | None, *declared: Parameter) -> Endpoint[Any]:
    """A call with this body."""
    api = import_module(f"{package_of(HOLDER).__name__}._api").API
    return Endpoint(api, "make_thing", "things", "POST", "/things", parameters=declared, body=body, success={204: None})


def names(found: Endpoint[Any]) -> list[tuple[str, str, str, bool]]:
    """The parameters of a call, in short."""
    return [(one.python, one.wire, one.location, one.required) for one in found.parameters]


def test_the_fields_of_the_model() -> None:
    """Beside what is declared there is a parameter for each field, with its schema, required as the field is."""
    made = endpoint(RequestBody(THING), TRACE)
    assert names(made) == [
        ("trace", "X-Trace", "header", False),
        ("name", "theName", "body", True),
        ("format", "format", "body", False),
    ]
    assert made.parameters[1].schema == LIMITED
    assert names(endpoint(None, TRACE)) == [("trace", "X-Trace", "header", False)]


def test_names_that_were_taken() -> None:
    """An argument may be called otherwise than the field."""
    made = endpoint(RequestBody(THING, renamed={"format": "format_field"}))
    assert [one.python for one in made.parameters] == ["name", "format_field"]


def test_a_body_that_may_be_left_out() -> None:
    """If the body may be left out, none of its fields is required by the call."""
    assert [one.required for one in endpoint(RequestBody(THING, required=False)).parameters] == [False, False]


def test_a_body_of_one_argument() -> None:
    """A body that is no model is one argument."""
    assert names(endpoint(RequestBody({"type": "array"}, single=True))) == [("body", "body", "body", True)]
    assert names(endpoint(RequestBody({"type": "array"}, required=False, single=True))) == [
        ("body", "body", "body", False)
    ]
    assert names(endpoint(RequestBody({"type": "object"}))) == []


def test_what_is_declared_goes_first() -> None:
    """A parameter of the body that is declared stands in place of the field."""
    own = Parameter("title", "theName", "body", {"type": "integer"})
    assert names(endpoint(RequestBody(THING), own)) == [
        ("title", "theName", "body", False),
        ("format", "format", "body", False),
    ]


def test_they_are_checked_and_sent() -> None:
    """What is given is checked along the schema of the field, told by the name of the argument, and sent by its wire
    name."""
    made: Endpoint[None] = endpoint(RequestBody(THING, renamed={"name": "title"}))
    driven = Driven(HOLDER, "sync", [reply(204)])
    with pytest.raises(subkit.InvalidArgument, match=r"^title: expected at most 3 characters"):
        driven(lambda client: client.send(Operation(made, {"title": "long"})))
    with pytest.raises(subkit.InvalidArgument, match=r"^title is required"):
        driven(lambda client: client.send(Operation(made, {})))
    driven(lambda client: client.send(Operation(made, {"title": "abc"})))
    assert body_of(driven.last) == {"theName": "abc"}


@pytest.mark.parametrize("slug", SLUGS)
def test_generated_operations_declare_none(slug: str) -> None:
    """A generated operation declares no part of its body, and has them all the same."""
    operations = import_module(f"{package_of(slug).__name__}.operations")
    found = [getattr(operations, name).__globals__.get(name.upper()) for name in operations.__all__]
    bodies = [one for one in found if one is not None and one.body is not None]
    assert all(one.location != "body" for call in bodies for one in call.declared)
    assert all(any(one.location == "body" for one in call.parameters) for call in bodies)
