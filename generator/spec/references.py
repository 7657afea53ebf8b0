"""References: which component a `$ref` names, and what it leads to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from .document import Json, Pointer, is_array, is_object

REF: Final = "#/components/schemas/"


def component_of(schema: Mapping[str, Any]) -> str | None:
    """The component schema that a `$ref` names, by itself or as the only part of an `allOf`."""
    if "$ref" in schema:
        return str(schema["$ref"]).removeprefix(REF)
    parts = schema.get("allOf", ())
    return component_of(parts[0]) if len(parts) == 1 and not schema.get("properties") else None


def is_component(reference: str) -> bool:
    """Whether a reference names a component schema, and not a place inside of one or elsewhere."""
    return reference.startswith(REF) and "/" not in reference.removeprefix(REF)


def is_wrapper(schema: Json) -> bool:
    """Whether a schema is a `$ref` as the only part of an `allOf`, which allows keywords beside it."""
    parts = schema.get("allOf")
    return (
        is_array(parts)
        and len(parts) == 1
        and is_object(parts[0])
        and "$ref" in parts[0]
        and not (schema.get("properties") or schema.get("required"))
    )


def target_of(document: Json, reference: str) -> Any:
    """The value that a local `$ref` leads to, or None."""
    found: Any = document
    for step in _steps(reference):
        if is_array(found) and step.isdigit() and int(step) < len(found):
            found = found[int(step)]
        else:
            found = found.get(step) if is_object(found) else None
    return found


def dereference(document: Json, value: Any) -> Any:
    """The parameter, response or body that a `$ref` leads to; a value without a `$ref` as it is."""
    while is_object(value) and "$ref" in value:
        value = target_of(document, str(value["$ref"]))
    return value


def pointer_of(document: Json, value: Any, pointer: Pointer) -> Pointer:
    """Where the value of `dereference` is; `pointer` for a value without a `$ref`."""
    while is_object(value) and "$ref" in value:
        pointer = _steps(str(value["$ref"]))
        value = target_of(document, str(value["$ref"]))
    return pointer


def _steps(reference: str) -> tuple[str, ...]:
    """The steps of a JSON pointer (RFC 6901)."""
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in reference.removeprefix("#/").split("/"))
