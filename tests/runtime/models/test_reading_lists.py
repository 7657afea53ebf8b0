"""Lists of models, which are decoded together: what is read, and what is noted of the objects."""

from __future__ import annotations

from typing import Any

import pytest
from subkit._models import Field, Model, OptionalField, field, model
from subkit._models.decoding import decoder_of
from subkit._models.schema import Notes, validate, validate_decoded
from subkit._models.violations import ItemViolations
from subkit._unset import UNSET


@model()
class Part(Model):
    """An item, with a property without a name, which is a name as well."""

    nameless: OptionalField[str] = field("", {"type": "string"}, default=UNSET)
    free: Field[Any] = field("free", {}, default=UNSET)


PART = {"ref": f"{__name__}.Part"}
PARTS = {"type": "array", "items": PART}


def decoded(schema: Any, value: Any) -> tuple[Any, Notes]:
    """A value, and what was noted of it and of the lists in it."""
    notes = Notes({})
    return decoder_of(schema)(value, notes), notes


@pytest.mark.parametrize("notes", [Notes(), Notes({})], ids=["lists not asked for", "lists asked for"])
def test_items_are_kept(notes: Notes) -> None:
    """Objects become models with all their fields, and what is no object stays what it is."""
    body = [{"": "a", "new": 1}, 5, {"free": [1]}, {"": "b", "newer": [2]}, None]
    read = decoder_of(PARTS)(body, notes)
    assert [type(one) for one in read] == [Part, int, Part, Part, type(None)]
    assert [one.to_dict() if isinstance(one, Part) else one for one in read] == body
    assert [one.unknown_fields for one in read if isinstance(one, Part)] == [{"new": 1}, {}, {"newer": [2]}]
    assert notes.drifted is True


def test_what_drifted_alike_is_one_group() -> None:
    """Objects that violate their schema in the same way are validated together, and each is reported at its place."""
    body = [{"new": 1}, {"": "a"}, {"new": 2}, {"": 5}]
    _, notes = decoded(PARTS, body)
    (found,) = validate_decoded(PARTS, body, notes)
    assert isinstance(found, ItemViolations)
    assert [list(group.rows) for group in found.groups] == [[0, 2], [3]]
    assert list(found.drift()) == [drift for one in validate(PARTS, body) for drift in one.drift()]


def test_what_is_no_object_is_another_group() -> None:
    """An item of another type is never taken for an object with a wrong value, whatever that one's field is called."""
    body = [5, {"": 5}, 7]
    _, notes = decoded(PARTS, body)
    (found,) = validate_decoded(PARTS, body, notes)
    assert [(one.path, one.kind) for one in found.drift()] == [
        ("$[0]", "wrong_type"),
        ("$[1]['']", "wrong_type"),
        ("$[2]", "wrong_type"),
    ]


def test_items_that_may_be_null() -> None:
    """Null is no drift where it is promised, between models too."""
    schema = {"type": "array", "items": {**PART, "nullable": True}}
    read, notes = decoded(schema, [{"": "a"}, None])
    assert (read, notes.drifted) == ([Part.from_dict({"": "a"}), None], False)


DEEP = {"a": [{"a": [{"a": [{"a": [{"a": [{}]}]}]}]}]}


@pytest.mark.parametrize(
    ("body", "nested"),
    [
        ([[{"free": DEEP}], [{"free": 1}]], True),
        ([[{"free": 1}], [{"free": DEEP}]], True),
        ([[{"free": [1]}], []], False),
    ],
)
def test_deep_values_where_anything_may_be(body: Any, nested: bool) -> None:
    """They are noted of any item of any list; no other one takes that back."""
    _, notes = decoded({"type": "array", "items": PARTS}, body)
    assert notes.nested is nested
