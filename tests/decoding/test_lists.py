"""In a list, objects are decoded together. Each comes out as it would by itself, whatever the others are."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest
import subkit
from hypothesis import given
from hypothesis import strategies as st
from support.bodies import Spec, promised
from support.mutations import mutations
from support.oracle import PREFIX, model_names
from support.properties import examples
from support.reported_drift import call, model, operation
from support.scripted import SLUGS
from support.shapes import SLUG as SHAPES

MODELS = [(slug, name) for slug in (*SLUGS, SHAPES) for name in model_names(slug)]
models = pytest.mark.parametrize(("slug", "name"), MODELS, ids=[f"{slug}-{name}" for slug, name in MODELS])
FEW = ("wso2-publisher", "Subscription")
WHOLE = {"subscriptionId": "s1", "applicationId": "a", "apiIdentifier": "i", "tier": "t", "status": "BLOCKED"}


@st.composite
def items(draw: st.DrawFn, slug: str, name: str) -> Any:
    """What a list of a model may hold: mostly what was promised, or nearly so."""
    body = draw(promised(Spec(slug), name))
    if draw(st.integers(0, 9)) == 0:
        return draw(st.sampled_from([None, 5, "text", [], 2.5]))
    found = [one for one in mutations(Spec(slug), {"$ref": PREFIX + name}, body) if one.path]
    for one in draw(st.lists(st.sampled_from(found), max_size=1)) if found else ():
        body = one.applied(body)
    return body


def parts(value: Any) -> Any:
    """What a decoded value consists of, with the types of everything in it."""
    if isinstance(value, subkit.Model):
        slots = {slot: parts(getattr(value, slot)) for slot, _ in value.__names__}
        return type(value), slots, parts(value.unknown_fields)
    if isinstance(value, (list, dict)):
        pairs = enumerate(value) if isinstance(value, list) else value.items()
        return type(value), [(key, parts(item)) for key, item in pairs]
    return type(value), repr(value)


@models
@examples(10)
@given(data=st.data())
def test_as_by_itself(slug: str, name: str, data: st.DataObject) -> None:
    """An object in a list has the same values of the same types as by itself, and the same drift, in the same order."""
    bodies = data.draw(st.lists(items(slug, name), min_size=1, max_size=6))
    listed = call(operation(slug, name, listed=True), bodies)
    alone = [call(operation(slug, name, listed=True), [body]) for body in bodies]
    assert [parts(item) for item in listed.parsed] == [parts(one.parsed[0]) for one in alone]
    for item, body in zip(listed.parsed, bodies, strict=True):
        assert parts(item) == parts(model(slug, name).from_dict(body) if isinstance(body, dict) else body)
    moved = [
        attrs.evolve(drift, path=f"$[{row}]{drift.path[4:]}") for row, one in enumerate(alone) for drift in one.drift
    ]
    assert list(listed.drift) == moved
    own = [subkit.meta(item).drift for item in listed.parsed if isinstance(item, subkit.Model)]
    assert [drift for one in own for drift in one] == [
        drift for drift in moved if isinstance(listed.parsed[int(drift.path[2 : drift.path.index("]")])], subkit.Model)
    ]


def drifted(count: int = 3, **fields: Any) -> Any:
    """A response with a list of objects with new fields."""
    return call(
        operation(*FEW, listed=True), [{**WHOLE, "subscriptionId": f"s{row}", **fields} for row in range(count)]
    )


def test_what_drifted_alike_stays_apart() -> None:
    """Objects with the same new field have each its own value of it, and its own place in the response."""
    response = call(operation(*FEW, listed=True), [{**WHOLE, "new": row} for row in range(3)])
    for row, item in enumerate(response.parsed):
        assert item.unknown_fields == {"new": row}
        assert item.to_dict() == {**WHOLE, "new": row}
        assert [one.path for one in subkit.meta(item).drift] == [f"$[{row}].new"]
        assert "new" in repr(item)


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_copies_of_what_drifted(copied: Any) -> None:
    """A copy has the unknown fields, the `Meta` and the drift of the object."""
    item = drifted(new=1).parsed[2]
    twin = copied(item)
    assert twin == item
    assert twin.to_dict() == item.to_dict()
    assert subkit.meta(twin) == subkit.meta(item)
    assert [one.path for one in subkit.meta(twin).drift] == ["$[2].new"]


def test_edits_of_what_drifted() -> None:
    """An edited object keeps its unknown fields, its `Meta` and its drift; other unknown fields leave the drift alone."""
    item = drifted(new=1).parsed[1]
    item.tier = "Gold"
    assert subkit.edited(item) == ("tier",)
    assert item.to_dict() == {**WHOLE, "subscriptionId": "s1", "tier": "Gold", "new": 1}
    item.unknown_fields = {"newer": 2}
    assert item.unknown_fields == {"newer": 2}
    assert [one.path for one in subkit.meta(item).drift] == ["$[1].new"]
    assert attrs.evolve(item, tier="Silver").unknown_fields == {"newer": 2}


def test_unknown_fields_of_what_drifted_can_be_replaced_at_once() -> None:
    """Unknown fields that are assigned to an untouched object leave its drift alone."""
    item = drifted(new=1).parsed[1]
    item.unknown_fields = None
    assert item.to_dict() == {**WHOLE, "subscriptionId": "s1"}
    assert [one.path for one in subkit.meta(item).drift] == ["$[1].new"]


def test_later_changes_leave_the_drift_alone() -> None:
    """Drift that is read late is that of what came, whatever was done to the objects since."""
    response = drifted(new={"a": 1}, status="NEW", applicationId=None)
    for item in response.parsed:
        item.unknown_fields["new"].clear()
        item.status, item.application_id = "BLOCKED", "b"
    response.parsed.clear()
    assert [(one.path, one.kind) for one in response.drift[:3]] == [
        ("$[0].applicationId", "null"),
        ("$[0].status", "unknown_value"),
        ("$[0].new", "unknown_field"),
    ]
    assert len(response.drift) == 9


def test_drift_beside_the_items() -> None:
    """Drift beside the items of a page stands where it came, before or after theirs."""
    page = operation("wso2-publisher", "SubscriptionList")
    response = call(page, {"early": 1, "list": [{**WHOLE, "new": 1}, WHOLE, {**WHOLE, "new": 1}], "late": 1})
    assert [one.path for one in response.drift] == ["$.early", "$.list[0].new", "$.list[2].new", "$.late"]
    assert subkit.meta(response.parsed).drift == response.drift


def test_a_required_field_that_did_not_come() -> None:
    """Reading it says where it should have been, in a list too."""
    body = {key: value for key, value in WHOLE.items() if key != "tier"}
    listed = call(operation(*FEW, listed=True), [WHOLE, body]).parsed
    with pytest.raises(subkit.MissingField, match=r"at \$\[1\]"):
        _ = listed[1].tier
