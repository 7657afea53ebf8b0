"""Values in the schema of a request: of what a response says of an object, its fields; of numbers, integers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from .._formats.json import floats_in, is_array, is_object
from .edits import UNKNOWN, edited_fields, is_changed
from .schema import ANY, best_match, resolve, takes_null
from .slots import ModelSlots

if TYPE_CHECKING:
    from .schema import Schema


def fit(schema: Schema, value: Any, *, nulls: bool) -> Any:
    """A JSON value without the fields that a request of this schema does not take.

    With `nulls`, as a merge patch needs it, a null stays where the schema does not take one. Without, it is left out.
    """
    schema = _chosen(schema, value)
    if is_array(value):
        return [fit(schema.get("items", ANY), item, nulls=nulls) for item in value]
    if not is_object(value):
        return value
    parts = {name: part for name in value if (part := field_schema(schema, name)) is not None}
    return {
        name: fit(part, value[name], nulls=nulls)
        for name, part in parts.items()
        if nulls or value[name] is not None or takes_null(part)
    }


def with_integers(schema: Schema, value: Any) -> Any:
    """A JSON value whose floats are integers where the schema says so: 25.0 is sent as 25."""
    if not any(one.is_integer() for one in floats_in(value)):
        return value
    schema = _chosen(schema, value)
    if is_array(value):
        return [with_integers(schema.get("items", ANY), item) for item in value]
    if is_object(value):
        return {name: with_integers(field_schema(schema, name) or ANY, item) for name, item in value.items()}
    integral = schema.get("type") == "integer" and type(value) is float
    return int(value) if integral else value


def field_schema(schema: Schema, name: str) -> Schema | None:
    """The schema of a field of an object, or None if a request does not take the field."""
    part = schema.get("properties", {}).get(name)
    if part is not None:
        return None if part.get("readOnly") else part
    extra = schema.get("additionalProperties", "type" not in schema)
    return cast("Schema", extra) if isinstance(extra, Mapping) else ANY if extra else None


def _chosen(schema: Schema, value: Any) -> Schema:
    """A schema with its reference followed, and of a union the variant that the value is meant as."""
    if "ref" in schema:
        return cast("Schema", resolve(schema["ref"]).__schema__)
    if "oneOf" not in schema:
        return schema
    name, mapping = schema.get("discriminator", ("", {}))
    kind = value.get(name) if is_object(value) else None
    index = mapping[kind] if isinstance(kind, str) and kind in mapping else best_match(schema, value, {})[0]
    return _chosen(schema["oneOf"][index], value)


def edits_left_out(schema: Schema, model: ModelSlots) -> Iterator[str]:
    """The edited fields of a model that a request of this schema does not take, by Python name."""
    schema, names = _chosen(schema, model.to_dict()), edited_fields(model)
    if UNKNOWN in names and not schema.get("additionalProperties"):
        yield UNKNOWN
    for one in model.__fields__:
        if one.name in names:
            part = field_schema(schema, one.wire)
            if part is not None:
                inner = _inner_edits_left_out(part, getattr(model, one.slot))
                yield from (f"{one.name}.{name}" for name in inner)
            elif is_changed(model, one.name):
                yield one.name


def _inner_edits_left_out(schema: Schema, value: Any) -> Iterator[str]:
    if isinstance(value, ModelSlots):
        yield from edits_left_out(schema, value)
    elif is_array(value):
        items = schema.get("items", ANY)
        yield from (name for item in value for name in _inner_edits_left_out(items, item))
