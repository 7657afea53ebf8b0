"""Writes that are not safe to repeat: the call that a lost answer names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from subkit import OutcomeUnknown
from support.fragments import Fragment, Run, document

LIST = """
  get:
    operationId: listThings
    tags: [things]
    parameters: [{name: owner, in: query, required: true, schema: {type: string}}, {name: kind, in: query, schema: {type: string}}]
    responses: {"200": {description: All., content: {application/json: {schema: {type: array, items: {type: object}}}}}}
"""
CREATE = """
  post:
    operationId: createThing
    tags: [things]
    responses: {"201": {description: Made.}}
"""
ONE = """
/things/{thingId}:
  parameters: [{name: thingId, in: path, required: true, schema: {type: string}}]
  get:
    operationId: getThing
    tags: [things]
    responses: {"200": {description: It., content: {application/json: {schema: {type: object}}}}}
/things/{thingId}/shake:
  parameters: [{name: thingId, in: path, required: true, schema: {type: string}}]
  post:
    operationId: shakeThing
    tags: [things]
    responses: {"204": {description: Done.}}
"""


def _named(call: Callable[[Any], Any], inquiry: str | None) -> Callable[[Run], None]:
    def check(run: Run) -> None:
        with pytest.raises(OutcomeUnknown) as caught:
            run(call, OutcomeUnknown("cut"))
        advice = f"; before calling again, check with client.{inquiry} whether it was carried out"
        assert f": cut{'' if inquiry is None else advice} (" in str(caught.value)

    return check


listed = Fragment(
    construct="a lost create names the list, with what it needs",
    openapi=document(f"/things:{LIST}{CREATE}"),
    facade='[operations.listThings.paging]\nstyle = "none"\n',
    check=_named(lambda c: c.things.create(), "things.list(owner=...)"),
)

gotten = Fragment(
    construct="a lost action on one object names the get",
    openapi=document(ONE),
    check=_named(lambda c: c.things.shake("1"), "things.get(...)"),
)

bare = Fragment(
    construct="a lost create of what cannot be read names nothing",
    openapi=document(f"/things:{CREATE}"),
    check=_named(lambda c: c.things.create(), None),
)
