"""What a response shows of an object: the properties of its schema, in their order, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from .._formats.json import is_array, is_object
from .._models.schema import Schema, resolve, takes_null

_EMPTY: Final[Mapping[str, Any]] = {"string": "", "integer": 0, "number": 0, "boolean": False}


def whole(schema: Schema) -> Schema:
    """A schema, with that of the model in place of a reference to it."""
    if "ref" not in schema:
        return schema
    return {**resolve(schema["ref"]).__schema__, **{name: schema[name] for name in schema if name != "ref"}}


def show(schema: Schema, value: Any, hidden: frozenset[str], *, nulls: bool = False) -> Any:
    """The part of a value that a schema has. Properties called as in `hidden` are left out.

    With `nulls`, a property without a value is null where it may be, instead of absent.
    """
    plain = whole(schema)
    if is_array(value) and "items" in plain:
        return [show(plain["items"], one, hidden, nulls=nulls) for one in value]
    if not is_object(value) or not plain.get("properties"):
        return value
    shown: dict[str, Any] = {}
    for name, part in plain["properties"].items():
        if name in hidden and whole(part).get("secret"):
            continue
        if name in value:
            shown[name] = show(part, value[name], hidden, nulls=nulls)
        elif nulls and takes_null(part):
            shown[name] = None
        elif name in plain.get("required", ()):
            shown[name] = _empty(part)
    return shown


def _empty(schema: Schema) -> Any:
    """A value for a property that is required and has none."""
    plain = whole(schema)
    if takes_null(plain):
        return None
    if "enum" in plain:
        return plain["enum"][0]
    if plain.get("type") == "array":
        return []
    if plain.get("type") == "object":
        return show(plain, {}, frozenset())
    return _EMPTY.get(plain.get("type", ""))


def as_declared(schema: Schema, value: Any) -> Any:
    """A value in the type that a schema declares, where texts and numbers can stand for each other."""
    plain = whole(schema)
    kind = plain.get("type")
    if is_object(value) and kind == "object":
        properties: Mapping[str, Schema] = plain.get("properties", {})
        return {name: as_declared(properties.get(name, {}), one) for name, one in value.items()}
    if kind == "array" and not is_array(value):
        return [value]
    if kind == "string" and isinstance(value, int):
        return str(value)
    if kind == "integer" and isinstance(value, str) and value.isdecimal():
        return int(value)
    return value
