"""What `repr` shows of the values in a model: no secrets, and nothing that may contain one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from .._formats.json import is_array, is_object, is_plain, shape_of
from .visitor import schema_at

if TYPE_CHECKING:
    from .schema import Schema


class Verbatim(str):
    """A string whose `repr` has no quotes."""

    __slots__ = ()
    __repr__ = str.__str__


SECRET: Final = Verbatim("<secret>")


def redacted(schema: Schema, value: Any) -> Any:
    """A value as `repr` may show it. An object or array that was not promised, or a string in place of one, is shown
    only by its kind: nobody can say which part of it is secret."""
    if schema.get("secret"):
        return SECRET
    if not is_plain(value) or _is_free(schema):
        return value
    kinds = _kinds(schema)
    if is_array(value) and "array" in kinds:
        return [redacted(_items(schema), item) for item in value]
    if is_object(value) and "object" in kinds:
        return {key: redacted(schema_at(schema, key), item) for key, item in value.items()}
    hidden = is_array(value) or is_object(value) or not kinds - {"array", "object", "model"}
    return Verbatim(f"<{shape_of(value)}>") if hidden else value


def _is_free(schema: Schema) -> bool:
    return not schema.keys() & {"type", "ref", "oneOf", "enum"}


def _items(schema: Schema) -> Schema:
    arrays = (one for one in schema.get("oneOf", (schema,)) if one.get("type") == "array")
    return cast("Schema", next(arrays, schema).get("items", {}))


def _kinds(schema: Schema) -> set[str]:
    """What a schema promises: JSON types, or models."""
    if "oneOf" in schema:
        return {"model" if kind == "object" else kind for one in schema["oneOf"] for kind in _kinds(one)}
    return {"model"} if "ref" in schema else {schema.get("type", "enum")}
