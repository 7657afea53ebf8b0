"""What subkit says of a body: through a call of a real client, and through `from_dict`."""

from __future__ import annotations

import json
from functools import cache
from typing import Any
from unittest.mock import patch

import attrs
import pytest
import subkit
from subkit._models.decoding import decoder_of
from subkit._models.schema import Notes, validate
from subkit._responses import provenance

from . import shapes
from .scripted import Driven, package_of

HOLDER = "wso2-publisher"


class _Everything(set[Any]):
    """As if every departure had been logged before: there are thousands of them here, and the log's memory is shared."""

    def __contains__(self, one: object) -> bool:
        return True


def model(slug: str, name: str) -> Any:
    """The class of a schema."""
    package = shapes.package() if slug == shapes.SLUG else package_of(slug)
    return getattr(package, name)


@cache
def _wire() -> tuple[dict[str, bytes], Any, Any]:
    now: dict[str, bytes] = {}
    head = (("content-type", "application/json"),)
    driven = Driven(HOLDER, "sync", lambda request: subkit.Reply(200, head, now["body"]))
    return now, driven.client, driven.client.with_options(decode="strict")


@cache
def operation(slug: str, name: str, listed: bool = False) -> Any:
    """A read that is answered with one object of this schema, or with an array of them."""
    found = package_of(HOLDER).operations.get_subscription("s1")
    schema: dict[str, Any] = {"ref": f"{model(slug, name).__module__}.{name}"}
    success = {200: {"type": "array", "items": schema} if listed else schema}
    return attrs.evolve(found, endpoint=attrs.evolve(found.endpoint, success=success, errors={}))


def call(ask: Any, body: Any, *, strict: bool = False) -> Any:
    """The response to a body, which is sent as it stands if it is bytes."""
    now, tolerant_client, strict_client = _wire()
    now["body"] = body if isinstance(body, bytes) else json.dumps(body).encode()
    with patch.object(provenance, "_reported", _Everything()):
        return (strict_client if strict else tolerant_client).send(ask)


def same(left: Any, right: Any) -> bool:
    """Whether two values are the same JSON: `True` is not 1, and -0.0 is not 0.0."""
    return json.dumps(left, sort_keys=True) == json.dumps(right, sort_keys=True)


def told(slug: str, name: str, body: dict[str, Any]) -> list[tuple[str, str]]:
    """The departures (path, kind) that are reported, after everything that has to hold for any object was checked."""
    class_ = model(slug, name)
    drift, alone = _told_of_one(slug, name, body)
    listed = call(operation(slug, name, listed=True), [body, body])
    beside = [(f"$[{index}]{path[1:]}", kind) for index in (0, 1) for path, kind in drift]
    assert [(one.path, one.kind) for one in listed.drift] == beside
    for item in [*alone, *listed.parsed, class_.from_dict(body)]:
        check_kept(class_, item, body)
    if alone:
        check_strict(slug, name, body, drift)
    schema = {"ref": f"{class_.__module__}.{name}"}
    notes = Notes()
    decoder_of(schema)(body, notes)
    assert notes.drifted or next(validate(schema, body), None) is None
    return drift


def is_foreign(class_: Any, body: dict[str, Any]) -> bool:
    """Whether an object has only fields that its model does not know: by itself it is no answer."""
    schema = class_.__schema__
    known = schema.get("properties", {}).keys()
    return bool(body and known) and known.isdisjoint(body) and not schema.get("additionalProperties")


def _told_of_one(slug: str, name: str, body: dict[str, Any]) -> tuple[list[tuple[str, str]], list[Any]]:
    """The departures of a body that is the whole answer, and the object, unless it was refused."""
    if is_foreign(model(slug, name), body):
        with pytest.raises(subkit.DecodeError) as caught:
            call(operation(slug, name), body)
        return [(one.path, one.kind) for one in caught.value.drift], []
    response = call(operation(slug, name), body)
    assert subkit.meta(response.parsed).drift == response.drift
    return [(one.path, one.kind) for one in response.drift], [response.parsed]


def check_kept(class_: Any, item: Any, body: Any) -> None:
    """Assert that an object gives back what came, and that looking at it is safe."""
    assert type(item) is class_
    assert same(item.to_dict(), body)
    assert same(class_.from_dict(item.to_dict()).to_dict(), body)
    assert item == class_.from_dict(body)
    assert repr(item).startswith(f"{class_.__name__}(")
    for slot, _ in class_.__names__:
        getattr(item, slot[1:], None)  # MissingField is an AttributeError; nothing else may come


def check_strict(slug: str, name: str, body: Any, drift: list[tuple[str, str]]) -> None:
    """Assert that strict mode raises if, and only if, there is something to report, and says the same."""
    if not drift:
        assert same(call(operation(slug, name), body, strict=True).parsed.to_dict(), body)
        return
    with pytest.raises(subkit.DriftError) as caught:
        call(operation(slug, name), body, strict=True)
    assert [(one.path, one.kind) for one in caught.value.drift] == drift
