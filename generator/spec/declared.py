"""What a schema of the vendor's document declares, read independently of how the document is brought into one form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .document import Json, is_array, is_object
from .references import target_of


def declared_fields(data: Json, schema: Any) -> tuple[set[str], set[str]]:
    """The properties of an object and those that it requires, with those of all parts of `allOf`."""
    properties: set[str] = set()
    required: set[str] = set()
    for part in _parts(data, schema, set()):
        declared: Any = part.get("properties")
        needed: Any = part.get("required")
        properties.update(declared if is_object(declared) else ())
        required.update(needed if is_array(needed) else ())
    return properties, required


def _parts(data: Json, schema: Any, seen: set[str]) -> Iterator[Json]:
    if not is_object(schema):
        return
    reference = schema.get("$ref")
    if isinstance(reference, str):
        if reference not in seen:
            seen.add(reference)
            yield from _parts(data, target_of(data, reference), seen)
        return
    yield schema
    for part in schema.get("allOf") or ():
        yield from _parts(data, part, seen)
