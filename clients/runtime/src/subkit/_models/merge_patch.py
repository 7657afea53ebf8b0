"""The edits in a model as a merge patch (RFC 7396): null for what is gone, nothing for what stayed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._formats.json import is_object, to_json
from .._unset import UNSET
from .edits import FORGOTTEN, edited_fields, is_same, own_edits, value_before
from .fitting import field_schema, fit
from .schema import ANY, resolve
from .slots import ModelSlots

if TYPE_CHECKING:
    from .fields import AnyField
    from .schema import Schema

_NOTHING: Any = object()


def merge_patch(before: Any, after: Any) -> Any:
    """The merge patch that turns `before` into `after`."""
    if not is_object(before) or not is_object(after):
        return after
    changed = {
        name: merge_patch(before.get(name, _NOTHING), value)
        for name, value in after.items()
        if name not in before or not is_same(before[name], value)
    }
    return {**{name: None for name in before if name not in after}, **changed}


def edits_as_patch(schema: Schema, model: ModelSlots) -> dict[str, Any]:
    """The merge patch of the edited fields of a model, in the schema of a request."""
    if "ref" in schema:
        schema = resolve(schema["ref"]).__schema__
    names = edited_fields(model)
    parts = {one: field_schema(schema, one.wire) for one in model.__fields__ if one.name in names}
    return {one.wire: _field_patch(part, model, one) for one, part in parts.items() if part is not None}


def _field_patch(schema: Schema, model: ModelSlots, one: AnyField) -> Any:
    value = getattr(model, one.slot)
    if one.name not in own_edits(model):
        return _inner_patch(schema, value)
    after = None if value is UNSET else fit(schema, to_json(value), nulls=True)
    before = value_before(model, one.name)
    known = before is not UNSET and before is not FORGOTTEN and "oneOf" not in schema
    return merge_patch(fit(schema, to_json(before), nulls=True), after) if known else after


def _inner_patch(schema: Schema, value: Any) -> Any:
    """The merge patch of a value that holds edited models."""
    if "oneOf" in schema:
        return fit(schema, to_json(value), nulls=True)  # a part of a variant would not say which one it is of
    if isinstance(value, ModelSlots):
        return edits_as_patch(schema, value)
    if is_object(value):
        return {name: _inner_patch(field_schema(schema, name) or ANY, item) for name, item in value.items()}
    return fit(schema, to_json(value), nulls=True)
