"""Example values that a schema accepts, as Python text: what the README of a package shows runs as it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from ..ir.nodes import Package, Schema
from ..spec.document import is_object

_TEXTS: Final[Mapping[str, str]] = {
    "uuid": "00000000-0000-4000-8000-000000000000",
    "date": "2026-01-31",
    "date-time": "2026-01-31T12:00:00Z",
    "email": "someone@example.com",
    "uri": "https://example.com",
    "url": "https://example.com",
}
_MATCHING: Final = ("example", "EXAMPLE", "1", "12345678", *_TEXTS.values())
"""What is tried if a pattern refuses a text."""
_DEEPEST: Final = 4


def example_value(schema: Schema, package: Package, depth: int = 0) -> str:
    """A value of a schema: the first of an enum, the smallest number, the required fields of an object."""
    if "ref" in schema:
        body = next(model.body for model in package.models if model.schema == schema["ref"])
        return _object(body, package, depth)
    if schema.get("oneOf"):
        return example_value(schema["oneOf"][0], package, depth)
    if schema.get("enum"):
        return _quoted(schema["enum"][0])
    return _plain(schema, package, depth)


def _plain(schema: Schema, package: Package, depth: int) -> str:
    match schema.get("type"):
        case "integer":
            return str(int(schema.get("minimum", 1)))
        case "number":
            return str(float(schema.get("minimum", 1)))
        case "boolean":
            return "True"
        case "array":
            item = schema.get("items", {})
            return f"[{example_value(item, package, depth + 1)}]" if depth < _DEEPEST else "[]"
        case "object":
            return "{}"
        case _ if schema.get("raw") == "bytes":
            return 'b"..."'
        case _:
            return _quoted(_text(schema))


def _object(body: Schema, package: Package, depth: int) -> str:
    """The fields that are required, by the vendor's names."""
    properties: Schema = body["properties"]
    required = body.get("required") or body.get("exactlyOne", ())[:1]
    known = [wire for wire in required if is_object(properties.get(wire))] if depth < _DEEPEST else []
    fields = (f"{_quoted(wire)}: {example_value(properties[wire], package, depth + 1)}" for wire in known)
    return "{" + ", ".join(fields) + "}"


def _text(schema: Schema) -> str:
    """A text of the format, the pattern or the length that a schema wants."""
    text = _TEXTS.get(schema.get("format", ""), "...")
    text = text.ljust(schema.get("minLength", 0), ".")
    text = text[: schema.get("maxLength", len(text))]
    return next((one for one in (text, *_MATCHING) if _matches(one, schema)), text)


def _matches(text: str, schema: Schema) -> bool:
    shortest, longest = schema.get("minLength", 0), schema.get("maxLength", len(text))
    pattern: str = schema.get("regex") or schema.get("pattern", "")
    return shortest <= len(text) <= longest and re.search(pattern, text) is not None


def _quoted(value: Any) -> str:
    """A value as Python text, with double quotes."""
    text = repr(value)
    return f'"{value}"' if isinstance(value, str) and text == f"'{value}'" else text
