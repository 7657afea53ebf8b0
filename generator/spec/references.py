"""Where a `$ref` leads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from .source import Json, Pointer, is_array, is_object

REF: Final = "#/components/schemas/"


def component_of(schema: Mapping[str, Any]) -> str | None:
    """The component that a `$ref`, alone or wrapped in a one-element `allOf`, points to."""
    if "$ref" in schema:
        return str(schema["$ref"]).removeprefix(REF)
    parts = schema.get("allOf", ())
    return component_of(parts[0]) if len(parts) == 1 and not schema.get("properties") else None


def target_of(document: Json, reference: str) -> Any:
    """What a local `$ref` points to, or None."""
    found: Any = document
    for step in reference.removeprefix("#/").split("/"):
        step = step.replace("~1", "/").replace("~0", "~")  # noqa: PLW2901 - the same step, decoded
        if is_array(found) and step.isdigit() and int(step) < len(found):
            found = found[int(step)]
        else:
            found = found.get(step) if is_object(found) else None
    return found


def dereference(document: Json, value: Any) -> Any:
    """What a local `$ref` to a parameter, response or body points to; anything else as it is."""
    while is_object(value) and "$ref" in value:
        value = _at(document, str(value["$ref"]))
    return value


def _at(document: Json, reference: str) -> Any:
    found: Any = document
    for step in reference.removeprefix("#/").split("/"):
        found = found[step.replace("~1", "/").replace("~0", "~")]
    return found


def pointer_of(document: Json, value: Any, pointer: Pointer) -> Pointer:
    """Where the thing that a `$ref` points to stands."""
    while is_object(value) and "$ref" in value:
        steps = str(value["$ref"]).removeprefix("#/").split("/")
        pointer = tuple(step.replace("~1", "/").replace("~0", "~") for step in steps)
        value = _at(document, str(value["$ref"]))
    return pointer
