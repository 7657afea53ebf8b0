"""Checks that a document is valid OpenAPI and that its references can be resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final, cast

from jsonschema import Draft4Validator, Draft202012Validator
from openapi_spec_validator import schemas as official

from ..diagnostics import Diagnostic
from .document import Document, Json, Pointer, is_array, is_object
from .operations import METHODS
from .references import target_of


def check_structure(document: Document) -> list[Diagnostic]:
    """Why a document cannot be processed: it is not valid OpenAPI, or a reference cannot be resolved."""
    version = str(document.data.get("openapi", ""))
    if not version.startswith(("3.0.", "3.1.")):
        found = f"version {version} is not supported" if version else "the version is missing"
        return [document.diagnostic(("openapi",), f"{found}: use OpenAPI 3.0 or 3.1")]
    diagnostics = list(_invalid(document, version))
    return diagnostics or [*_references(document, document.data, ()), *_operation_ids(document)]


MAX_DIAGNOSTICS = 50


def _invalid(document: Document, version: str) -> Iterator[Diagnostic]:
    published: Any = official
    old = version.startswith("3.0.")
    validator: Any = Draft4Validator(published.schema_v30) if old else Draft202012Validator(published.schema_v31)
    for error in islice(validator.iter_errors(document.data), MAX_DIAGNOSTICS):
        leaf = max(_leaves(error), key=lambda one: (len(one.absolute_path), not _asks_for_reference(one)))
        text = " ".join(leaf.message.split())[:200]
        yield document.diagnostic(_place(leaf), f"invalid OpenAPI: {leaf.json_path}: {text}")
    info: Any = document.data.get("info")
    sources: Any = info.get("x-sources", {}) if is_object(info) else {}
    if not is_object(sources) or not all(isinstance(title, str) for title in sources.values()):
        yield document.diagnostic(("info", "x-sources"), "info.x-sources must map short keys to titles of documents")


def _place(leaf: Any) -> Pointer:
    """Where an error of the validator is; for an unexpected key, that key."""
    key = _unexpected_key(leaf)
    return tuple(leaf.absolute_path) if key is None else (*leaf.absolute_path, key)


def _asks_for_reference(leaf: Any) -> bool:
    """Whether an error only asks for a `$ref`, or for none. Then the other alternative explains what is wrong."""
    return (leaf.validator == "required" and "$ref" in leaf.validator_value) or _unexpected_key(leaf) == "$ref"


def _unexpected_key(leaf: Any) -> str | None:
    """The unexpected key, if that is the error. It is read from the schema, because messages change with versions."""
    if leaf.validator != "additionalProperties":
        return None
    schema, patterns = cast("Json", leaf.schema), cast("Json", leaf.schema.get("patternProperties", {}))
    keys = (key for key in leaf.instance if key not in schema.get("properties", ()))
    return min((key for key in keys if not any(re.search(one, key) for one in patterns)), default=None)


def _leaves(error: Any) -> Iterator[Any]:
    """The errors without a further cause. Of two alternatives, the one that matched further explains the error."""
    for cause in error.context or ():
        yield from _leaves(cause)
    if not error.context:
        yield error


def _references(document: Document, value: Any, pointer: Pointer) -> Iterator[Diagnostic]:
    if is_object(value):
        reference = value.get("$ref")
        if isinstance(reference, str) and "properties" not in pointer[-1:]:
            yield from _reference(document, reference, (*pointer, "$ref"))
        for key, item in value.items():
            if key not in ("example", "examples", "default", "enum") or pointer[-1:] in _NAMED_BELOW:
                yield from _references(document, item, (*pointer, key))
    elif is_array(value):
        for index, item in enumerate(value):
            yield from _references(document, item, (*pointer, index))


_NAMED_BELOW: Final[tuple[Pointer, ...]] = (("responses",), ("properties",), ("schemas",), ("parameters",))
"""Below these, keys are names that the document chooses."""


def _reference(document: Document, reference: str, pointer: Pointer) -> Iterator[Diagnostic]:
    if not reference.startswith("#/"):
        yield document.diagnostic(pointer, f"$ref {reference!r}: only references within this file are supported")
        return
    seen = [reference]
    found = target_of(document.data, reference)
    while is_object(found) and isinstance(found.get("$ref"), str):
        if found["$ref"] in seen:
            yield document.diagnostic(pointer, f"$ref {reference!r} is circular")
            return
        seen.append(found["$ref"])
        found = target_of(document.data, found["$ref"])
    if found is None:
        yield document.diagnostic(pointer, f"$ref {reference!r}: target not found")


def _operation_ids(document: Document) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for path, item in document.data.get("paths", {}).items():
        for method in METHODS:
            operation: Json = item.get(method) or {}
            name: str | None = operation.get("operationId")
            if name in seen:
                pointer = ("paths", path, method, "operationId")
                yield document.diagnostic(pointer, f"duplicate operationId {name!r}")
            seen.update([name] if name else [])
