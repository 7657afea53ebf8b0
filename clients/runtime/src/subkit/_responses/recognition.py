"""Tells the object that the specification promises from an error object that a gateway sent with a success."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._formats.json import is_object
from .._models.schema import resolve

if TYPE_CHECKING:
    from .._models.schema import Schema
    from .._operations.endpoint import Endpoint


def foreign_object(endpoint: Endpoint[Any], schema: Schema, value: Any) -> str | None:
    """What a JSON value is instead of the promised object, or None if it can be that object."""
    if not is_object(value):
        return None
    items = endpoint.paging.items if endpoint.paging is not None else None
    if items is not None and items not in value:
        return f"an object without {items!r}, which holds the items"
    return None if not value or _recognises(schema, value) else "an object without any field of the specification"


def _recognises(schema: Schema, value: dict[str, Any]) -> bool:
    if "ref" in schema:
        return _recognises(resolve(schema["ref"]).__schema__, value)
    if "oneOf" in schema:
        return any(_recognises(variant, value) for variant in schema["oneOf"])
    properties = schema.get("properties", {})
    return not properties or bool(schema.get("additionalProperties")) or not properties.keys().isdisjoint(value)
