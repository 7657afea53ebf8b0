"""Schemas of OpenAPI 3.1 as 3.0 has them, and types that follow from other keywords."""

from __future__ import annotations

from typing import Any

from .document import Json, is_array, is_object


def from_31(schema: Json) -> Json:
    """A schema of OpenAPI 3.1 as 3.0 has it: one type, `enum` for `const`, bounds that are flags."""
    result = dict(schema)
    if "$ref" in schema:
        siblings: Json = {
            key: schema[key] for key in ("nullable", "description", "readOnly", "writeOnly") if key in schema
        }
        return {"allOf": [{"$ref": schema["$ref"]}], **siblings} if "nullable" in siblings else {"$ref": schema["$ref"]}
    if is_array(types := schema.get("type")):
        del result["type"]
        result |= _types(types)
    if "const" in schema:
        result["enum"] = [result.pop("const")]
    for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if isinstance(limit := schema.get(exclusive), (int, float)) and not isinstance(limit, bool):
            result |= {bound: limit, exclusive: True}
    return result


def _types(types: list[Any]) -> Json:
    rest = [one for one in types if one != "null"]
    result: Json = {"nullable": True} if len(rest) < len(types) else {}
    if len(rest) == 1:
        return {**result, "type": rest[0]}
    return {**result, "oneOf": [{"type": one} for one in rest]} if rest else result


def without_null(schema: Json) -> Json:
    """A schema with `nullable` in place of null among its variants and values."""
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
    return is_object(schema) and (schema.get("type") == "null" or schema.get("enum") == [None])


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
