"""What a specification says and a client does not heed: it is left out, and said so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ..diagnostics import Problem
from .operations import METHODS
from .source import Document, Pointer, is_array, is_object

UNHEEDED: Final = (
    "not", "if", "dependentRequired", "dependentSchemas", "patternProperties", "propertyNames", "unevaluatedProperties",
    "contains", "prefixItems", "multipleOf", "minProperties", "maxProperties",
)  # fmt: skip
"""Keywords of schemas that neither types nor checks know."""
_NAMES: Final = frozenset(
    {"properties", "patternProperties", "schemas", "parameters", "headers", "responses", "requestBodies", "paths"}
    | {"content", "callbacks", "securitySchemes", "variables", "mapping", "scopes", "encoding", "links", "components"}
)
"""Below these, keys are names that the document gives."""
_DATA: Final = frozenset({"example", "examples", "default", "enum", "const"})


def notes(document: Document) -> Iterator[Problem]:
    """One line for each thing that is ignored."""
    if document.data.get("webhooks"):
        yield document.problem(("webhooks",), "webhooks are ignored: a client calls, and is not called")
    for path, item in document.data["paths"].items() if is_object(document.data.get("paths")) else ():
        for method in METHODS:
            operation = item.get(method) if is_object(item) else None
            if is_object(operation) and operation.get("callbacks"):
                at = ("paths", path, method, "callbacks")
                yield document.problem(at, "callbacks are ignored: a client calls, and is not called")
    for part in ("paths", "components"):
        yield from _unheeded(document, document.data.get(part), (part,))


def _unheeded(document: Document, value: Any, pointer: Pointer) -> Iterator[Problem]:
    if is_array(value):
        for index, item in enumerate(value):
            yield from _unheeded(document, item, (*pointer, index))
    elif is_object(value):
        named = pointer[-1] in _NAMES and not (len(pointer) > 1 and pointer[-2] in ("properties", "schemas"))
        for key, item in value.items():
            if key in UNHEEDED and not named:
                yield document.problem((*pointer, key), f"`{key}` is ignored: it is neither typed nor checked")
            elif (named or key not in _DATA) and not key.startswith("x-"):
                yield from _unheeded(document, item, (*pointer, key))
