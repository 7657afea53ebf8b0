"""Fields that hold bytes: a JSON document or a form has no place for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .document import Json, is_array, is_object
from .references import component_of


def binary_field(schema: Json, schemas: Mapping[str, Json]) -> str | None:
    """The first field of a body, however deeply nested, that holds bytes."""
    return next(_binary_fields(schema, schemas, "", set()), None)


def _binary_fields(schema: Any, schemas: Mapping[str, Json], wire: str, seen: set[str]) -> Iterator[str]:
    if not is_object(schema):
        return
    reference = component_of(schema)
    if reference is not None:
        if reference not in seen:
            seen.add(reference)
            yield from _binary_fields(schemas.get(reference), schemas, wire, seen)
        return
    if wire and schema.get("type") == "string" and schema.get("format") == "binary":
        yield wire
    properties: Json = schema.get("properties") or {}
    for name, one in properties.items():
        yield from _binary_fields(one, schemas, name, seen)
    for one in _unnamed(schema):
        yield from _binary_fields(one, schemas, wire, seen)


def _unnamed(schema: Json) -> Iterator[Any]:
    yield from (schema.get("items"), schema.get("additionalProperties"))
    for key in ("oneOf", "anyOf"):
        variants: Any = schema.get(key)
        yield from variants if is_array(variants) else ()
