"""Visits the schemas inside a schema, alone or together with a value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from .._formats.json import is_array, is_object
from .schema import ANY, resolve

if TYPE_CHECKING:
    from .schema import Schema


def visit(schema: Schema) -> Iterator[Schema]:
    """A schema and all schemas inside it, models included, each model once."""
    return _visit(schema, set())


def _visit(schema: Schema, seen: set[str]) -> Iterator[Schema]:
    yield schema
    reference = schema.get("ref")
    if reference is not None and reference not in seen:
        seen.add(reference)
        yield from _visit(resolve(reference).__schema__, seen)
    for part in _parts(schema):
        yield from _visit(part, seen)


def is_recursive(schema: Schema) -> bool:
    """Whether an object of this schema may contain another one of its own kind, however deeply nested."""
    inside: dict[str, bool] = {}
    """Models that were visited: True while their own parts are, or if one of these leads back to them."""

    def leads_back(part: Schema) -> bool:
        reference = part.get("ref")
        if reference is None:
            return any(map(leads_back, _parts(part)))
        if reference not in inside:
            inside[reference] = True
            inside[reference] = leads_back(resolve(reference).__schema__)
        return inside[reference]

    return leads_back(schema)


def _parts(schema: Schema) -> Iterator[Schema]:
    """The schemas directly inside a schema."""
    properties: Mapping[str, Schema] = schema.get("properties", {})
    yield from (*properties.values(), *schema.get("oneOf", ()), *contents(schema))


def visit_values(schema: Schema, value: Any) -> Iterator[tuple[Schema, Any]]:
    """A JSON value and all values inside it, each together with every schema that may apply to it."""
    return _visit_values(schema, value, set())


def _visit_values(schema: Schema, value: Any, seen: set[tuple[int, int]]) -> Iterator[tuple[Schema, Any]]:
    # Schemas and values outlive the walk, so their ids are their own.
    if (id(schema), id(value)) in seen:
        return
    seen.add((id(schema), id(value)))
    yield schema, value
    if "ref" in schema:
        yield from _visit_values(resolve(schema["ref"]).__schema__, value, seen)
    for variant in schema.get("oneOf", ()):
        yield from _visit_values(variant, value, seen)
    if is_object(value) or is_array(value):
        for key, item in value.items() if is_object(value) else enumerate(value):
            yield from _visit_values(schema_at(schema, key), item, seen)


def schema_at(schema: Schema, key: str | int) -> Schema:
    """The schema of what an object or array holds at a key; empty if anything may be there."""
    if isinstance(key, int):
        return cast("Schema", schema.get("items", ANY))
    extra = schema.get("additionalProperties")
    properties: Mapping[str, Schema] = schema.get("properties", {})
    return properties.get(key, cast("Schema", extra) if isinstance(extra, Mapping) else ANY)


def contents(schema: Schema) -> Iterator[Schema]:
    """The schemas of the items of an array, and of the undeclared values of an object."""
    parts = (schema.get(key) for key in ("items", "additionalProperties"))
    return (cast("Schema", part) for part in parts if isinstance(part, Mapping))
