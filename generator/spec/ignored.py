"""Finds the parts of a specification that have no effect on the client."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ..diagnostics import Diagnostic
from .document import Document, Pointer, is_array, is_object
from .operations import METHODS, ResolvedSpec
from .patterns import reason_not_to_check

IGNORED_KEYWORDS: Final = (
    "not", "if", "dependentRequired", "dependentSchemas", "patternProperties", "propertyNames", "unevaluatedProperties",
    "contains", "prefixItems", "multipleOf", "minProperties", "maxProperties",
)  # fmt: skip
"""Keywords of schemas that affect neither types nor validation."""
_NAMES: Final = frozenset(
    {"properties", "patternProperties", "schemas", "parameters", "headers", "responses", "requestBodies", "paths"}
    | {"content", "callbacks", "securitySchemes", "variables", "mapping", "scopes", "encoding", "links", "components"}
)
"""Below these, keys are names that the document chooses."""
_DATA: Final = frozenset({"example", "examples", "default", "enum", "const"})
"""Below these, values are data and not schemas."""
_NO_SERVER: Final = "a client sends requests, it does not receive them"


def find_ignored(document: Document) -> Iterator[Diagnostic]:
    """A diagnostic for each part that is ignored."""
    if document.data.get("webhooks"):
        yield document.diagnostic(("webhooks",), f"webhooks are ignored: {_NO_SERVER}")
    for path, item in document.data["paths"].items() if is_object(document.data.get("paths")) else ():
        for method in METHODS:
            operation = item.get(method) if is_object(item) else None
            if is_object(operation) and operation.get("callbacks"):
                at = ("paths", path, method, "callbacks")
                yield document.diagnostic(at, f"callbacks are ignored: {_NO_SERVER}")
    for part in ("paths", "components"):
        yield from _ignored_keywords(document, document.data.get(part), (part,))


def find_dropped(document: Document, resolved: ResolvedSpec) -> Iterator[Diagnostic]:
    """A diagnostic for each parameter that `facade.toml` leaves out."""
    for operation in resolved.operations:
        for one in operation.dropped:
            text = f"the parameter {one.name!r} of {operation.id} is left out, as facade.toml says"
            yield document.diagnostic(one.pointer, text)


def _ignored_keywords(document: Document, value: Any, pointer: Pointer) -> Iterator[Diagnostic]:
    if is_array(value):
        for index, item in enumerate(value):
            yield from _ignored_keywords(document, item, (*pointer, index))
    elif is_object(value):
        named = pointer[-1] in _NAMES and not (len(pointer) > 1 and pointer[-2] in ("properties", "schemas"))
        for key, item in value.items():
            if key == "pattern" and not named and isinstance(item, str) and (reason := reason_not_to_check(item)):
                yield document.diagnostic((*pointer, key), f"the pattern {item!r} is not checked: {reason}")
            if key in IGNORED_KEYWORDS and not named:
                text = f"`{key}` is ignored: it affects neither types nor validation"
                yield document.diagnostic((*pointer, key), text)
            elif (named or key not in _DATA) and not key.startswith("x-"):
                yield from _ignored_keywords(document, item, (*pointer, key))
