"""Schemas that hold together: a property that is mentioned again, keywords of several parts, fields of variants."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from .document import Json, is_array, is_object
from .versions import FLAGS, from_31

REQUIRED_SETS: Final = "x-required-sets"
"""Sets of properties of which one has to be there as a whole: what the variants of an object require."""
_ANNOTATIONS: Final = frozenset({*FLAGS, "example", "examples", "externalDocs", "xml", "$comment"})
_LOWER: Final = frozenset({"minimum", "minLength", "minItems", "minProperties"})
_UPPER: Final = frozenset({"maximum", "maxLength", "maxItems", "maxProperties"})


def both(first: Any, second: Any) -> Any:
    """A schema for what fulfils two schemas. What the second one says of its meaning goes before the first."""
    if first == second or not is_object(first) or not is_object(second):
        return second
    if not _constraints(first):
        return {**_flags(first), **second} if "$ref" not in second else second
    if not _constraints(second):
        return {"allOf": [first], **_flags(second)} if "$ref" in first else {**first, **second}
    if _type(first) and _type(second) and _type(first) != _type(second):
        return second
    return {**_flags(first), **_flags(second), "allOf": [_constraints(second), _constraints(first)]}


def _constraints(schema: Json) -> Json:
    return {key: value for key, value in schema.items() if key not in _ANNOTATIONS and not key.startswith("x-")}


def _flags(schema: Json) -> Json:
    """What is said of the place, for which an annotation in words counts as well."""
    return {key: value for key, value in schema.items() if key in FLAGS}


def _type(schema: Json) -> Any:
    return from_31(schema).get("type")


def intersect(result: Json, key: str, value: Any) -> None:
    """Add a keyword of one part of a schema to those of the other parts."""
    known = result.setdefault(key, value)
    if key == "enum" and is_array(known) and is_array(value):
        result[key] = [one for one in known if one in value] or known
    elif key in _LOWER | _UPPER and isinstance(known, (int, float)) and isinstance(value, (int, float)):
        result[key] = max(known, value) if key in _LOWER else min(known, value)
    elif key == "items":
        result[key] = both(value, known)


def holds_fields(variants: Iterable[Json]) -> bool:
    """Whether all variants of an object are objects themselves: with properties, or with what they require."""
    return all(one.get("properties") or set(one) - _ANNOTATIONS == {"required"} for one in variants)


def fields_of_any(variants: list[Json]) -> Json:
    """The properties of all variants, of which only those are required that every variant requires."""
    properties: Json = {}
    for variant in variants:
        declared: Json = variant.get("properties") or {}
        for wire, one in declared.items():
            properties[wire] = _either(properties[wire], one) if wire in properties else one
    required: list[list[str]] = [variant.get("required") or [] for variant in variants]
    common = [name for name in required[0] if all(name in one for one in required)] if required else []
    sets = [[name for name in one if name not in common] for one in required]
    return {"properties": properties, "required": common, **({REQUIRED_SETS: [sets]} if all(sets) else {})}


def _either(first: Any, second: Any) -> Any:
    """A schema for what fulfils one of two schemas."""
    if first == second or not is_object(first) or not is_object(second):
        return first
    values = [_values(from_31(one)) for one in (first, second)]
    if all(values) and _type(first) == _type(second):
        return {**from_31(first), "enum": list(dict.fromkeys([*values[0], *values[1]]))}
    return {"oneOf": [*(first["oneOf"] if set(first) == {"oneOf"} else [first]), second]}


def _values(schema: Json) -> list[Any]:
    values: Any = schema.get("enum")
    return values if is_array(values) and all(isinstance(one, (str, int)) for one in values) else []
