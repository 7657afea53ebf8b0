"""Schemas of OpenAPI 3.1 as 3.0 has them, and types that follow from other keywords."""

from __future__ import annotations

from types import NoneType
from typing import Any, Final

from .document import Json, is_array, is_object

FLAGS: Final = ("nullable", "readOnly", "writeOnly", "deprecated", "description", "x-source", "default", "title")
"""Keywords that may stand beside a reference, and belong to the place and not to what is referred to."""


def from_31(schema: Json) -> Json:
    """A schema of OpenAPI 3.1 as 3.0 has it: one type, `enum` for `const`, bounds that are flags."""
    result = dict(schema)
    if "$ref" in schema:
        siblings: Json = {
            key: schema[key] for key in ("nullable", "description", "readOnly", "writeOnly") if key in schema
        }
        return {"allOf": [{"$ref": schema["$ref"]}], **siblings} if "nullable" in siblings else {"$ref": schema["$ref"]}
    if "const" in schema:
        result["enum"] = [result.pop("const")]
    for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if isinstance(limit := schema.get(exclusive), (int, float)) and not isinstance(limit, bool):
            result |= {bound: limit, exclusive: True}
    return _of_one_type(result, types) if is_array(types := schema.get("type")) else result


def _of_one_type(schema: Json, types: list[Any]) -> Json:
    """A schema with a list of types as one of a single type, or as a union of such schemas."""
    rest = [one for one in types if one != "null"]
    flags: Json = {key: schema[key] for key in FLAGS if key in schema}
    flags |= {"nullable": True} if len(rest) < len(types) else {}
    own = {key: value for key, value in schema.items() if key not in ("type", *flags)}
    variants = [one for kind in rest if (one := _of_type(own, kind)) is not None]
    if not rest:
        return {**flags, "type": "null"}
    if own.keys() & {"oneOf", "anyOf"}:
        return {**own, **flags}
    if len(variants) == 1:
        return {**variants[0], **flags}
    return {"oneOf": variants, **flags} if variants else {**own, **flags, "type": rest[0]}


def _of_type(schema: Json, kind: Any) -> Json | None:
    """What a schema says about values of one type; None if it allows none of them."""
    values: Any = schema.get("enum")
    if not is_array(values):
        return {**schema, "type": kind}
    of_kind = [value for value in values if type(value) in _VALUES.get(str(kind), ())]
    return {**schema, "type": kind, "enum": of_kind} if of_kind else None


_VALUES: Final[dict[str, tuple[type, ...]]] = {
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
    "array": (list,),
    "object": (dict,),
}
_NULL: Final[Json] = {"type": "null"}


def without_null(schema: Json) -> Json:
    """A schema with `nullable` in place of null among its variants and values. If nothing else is allowed, its type is
    null."""
    flags: Json = {key: schema[key] for key in FLAGS if key in schema}
    return {**flags, **_NULL} if _is_null(schema) else _without_null(schema)


def _without_null(schema: Json) -> Json:
    result = dict(schema)
    for key in ("oneOf", "anyOf"):
        if is_array(variants := schema.get(key)):
            kept = [one for one in variants if not _is_null(one)]
            if len(kept) < len(variants):
                result["nullable"] = True
            result[key] = kept
            if len(kept) == 1 and not schema.get("properties"):
                result["allOf"] = [result.pop(key)[0]]
    if is_array(values := schema.get("enum")):
        strings = schema.get("type") == "string"
        result["enum"] = [_as_string(value) if strings else value for value in values if value is not None]
        if None in values:
            result["nullable"] = True
    return result


def _as_string(value: Any) -> str:
    """A value of an enum of strings: unquoted, YAML reads `true` and `1` as something else."""
    return value if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)


def _is_null(schema: Any) -> bool:
    """Whether a schema allows null only."""
    if not is_object(schema):
        return False
    values: Any = schema.get("enum", [schema["const"]] if "const" in schema else None)
    if schema.get("type") in ("null", ["null"]) or (
        is_array(values) and values and set(map(type, values)) == {NoneType}
    ):
        return True
    variants = (schema[key] for key in ("oneOf", "anyOf") if is_array(schema.get(key)))
    return any(some and all(map(_is_null, some)) for some in variants)


def typed(schema: Json) -> Json:
    """A schema with its type, if the type follows from other keywords."""
    if "type" in schema or "$ref" in schema or schema.keys() & {"oneOf", "anyOf", "allOf"}:
        return schema
    if "properties" in schema or "additionalProperties" in schema:
        return {**schema, "type": "object"}
    if "items" in schema:
        return {**schema, "type": "array"}
    values: list[Any] = schema.get("enum") or []
    for kind, name in ((str, "string"), (bool, "boolean"), (int, "integer")):
        if values and all(type(value) is kind for value in values):
            return {**schema, "type": name}
    return schema
