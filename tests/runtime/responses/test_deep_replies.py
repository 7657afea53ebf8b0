"""Replies that are nested too deeply, where the schema alone does not limit how deep they are."""

from __future__ import annotations

import json
from typing import Any

import pytest
from subkit._formats.json import DEEPEST
from subkit._models import Field, Model, OptionalField, field, model
from subkit._unset import UNSET
from support.replies import read, refused, said


@model()
class Node(Model):
    """A model that contains itself."""

    parent: OptionalField[Node] = field("parent", {"ref": f"{__name__}.Node"}, default=UNSET)


@model()
class Leaf(Model):
    """A model that may contain anything."""

    free: Field[Any] = field("free", {}, default=UNSET)


NODE, LEAF = ({"ref": f"{__name__}.{name}"} for name in ("Node", "Leaf"))


def arrays(depth: int) -> Any:
    """Arrays in each other."""
    return [arrays(depth - 1)] if depth > 1 else []


def parents(depth: int) -> Any:
    """Objects in each other."""
    return {"parent": parents(depth - 1)} if depth > 1 else {}


@pytest.mark.parametrize(
    ("schema", "body"),
    [
        (NODE, parents),
        ({"type": "array", "items": NODE}, lambda depth: [parents(depth - 1)]),
        ({}, arrays),
        (LEAF, lambda depth: {"free": arrays(depth - 1)}),
        (LEAF, lambda depth: {"free": 1, "new": arrays(depth - 1)}),
        ({"type": "array", "items": LEAF}, lambda depth: [{"new": arrays(depth - 2)}]),
    ],
    ids=["model in itself", "models in themselves", "anything", "anything in a model", "new field", "new field in a list"],
)  # fmt: skip
def test_nested_too_deeply(schema: Any, body: Any) -> None:
    """One level more than may be is refused, with or without drift; and what is not nested too deeply is read."""
    error = refused({200: schema}, json.dumps(body(DEEPEST + 1)).encode())
    assert said(error) == "a body that is not JSON (it is nested too deeply)"
    read({200: schema}, json.dumps(body(DEEPEST)).encode())
