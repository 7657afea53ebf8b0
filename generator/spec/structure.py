"""Checks that a document is valid OpenAPI and that its references can be resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any, Final, cast

from jsonschema import Draft4Validator, Draft202012Validator
from openapi_spec_validator import schemas as official

from ..diagnostics import Diagnostic
from .document import Document, Json, Pointer, is_array, is_object
from .operations import METHODS
from .references import dereference, target_of
from .schema_places import schema_errors


def check_structure(document: Document) -> list[Diagnostic]:
    """Why a document cannot be processed: it is not valid OpenAPI, or a reference cannot be resolved."""
    version = str(document.data.get("openapi", ""))
    if not version.startswith(("3.0.", "3.1.")):
        found = f"version {version} is not supported" if version else "the version is missing"
        return [document.diagnostic(("openapi",), f"{found}: use OpenAPI 3.0 or 3.1")]
    diagnostics = list(_invalid(document, version))
    diagnostics = diagnostics or list(_references(document, document.data, ()))
    return diagnostics or [*_wrong_targets(document), *_operation_ids(document)]


MAX_DIAGNOSTICS = 50


def _invalid(document: Document, version: str) -> Iterator[Diagnostic]:
    published: Any = official
    old = version.startswith("3.0.")
    validator: Any = Draft4Validator(published.schema_v30) if old else Draft202012Validator(published.schema_v31)
    found = chain(
        (((), error) for error in validator.iter_errors(document.data)), () if old else schema_errors(document.data)
    )
    for above, error in islice(found, MAX_DIAGNOSTICS):
        leaf = max(_leaves(error), key=lambda one: (len(one.absolute_path), not _asks_for_reference(one)))
        text = _message(leaf)
        place = "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in above)
        yield document.diagnostic((*above, *_place(leaf)), f"invalid OpenAPI: {place}{leaf.json_path[1:]}: {text}")
    info: Any = document.data.get("info")
    sources: Any = info.get("x-sources", {}) if is_object(info) else {}
    if not is_object(sources) or not all(isinstance(title, str) for title in sources.values()):
        yield document.diagnostic(("info", "x-sources"), "info.x-sources must map short keys to titles of documents")


def _message(leaf: Any) -> str:
    """What is wrong, in one line."""
    if leaf.absolute_path and leaf.absolute_path[-1] == "in" and leaf.instance == "path":
        return "a path parameter must have `required: true`"
    return " ".join(leaf.message.split())[:200]


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
            named = pointer[-1:] in _NAMED_BELOW
            if named or not (key in ("example", "examples", "default", "enum") or key.startswith("x-")):
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


_EXPECTED: Final = {"parameters": ("in", "name"), "responses": ("description",), "requestBody": ("content",)}
"""What the target of a reference must have, by the place of the reference in an operation or a path."""


def _wrong_targets(document: Document) -> Iterator[Diagnostic]:
    """References of operations to components of another kind."""
    paths: Json = document.data.get("paths") or {}
    for path, item in paths.items():
        found = dereference(document.data, item)
        for at, holder in ((("paths", path, method), found.get(method)) for method in METHODS):
            yield from _wrong_in(document, holder, at)
        yield from _wrong_in(document, {"parameters": found.get("parameters")}, ("paths", path))


def _wrong_in(document: Document, holder: Any, pointer: Pointer) -> Iterator[Diagnostic]:
    for key, needed in _EXPECTED.items() if is_object(holder) else ():
        value: Any = holder.get(key)
        parts: Any = {(): value} if key == "requestBody" else _items(value)
        for step, part in parts.items():
            target = dereference(document.data, part)
            if part is not None and not (
                is_object(target) and all(isinstance(target.get(one), str | dict) for one in needed)
            ):
                text = f"the $ref does not lead to one of the {key}"
                yield document.diagnostic((*pointer, key, *([step] if step != () else [])), text)


def _items(value: Any) -> dict[Any, Any]:
    return dict(enumerate(value)) if is_array(value) else value if is_object(value) else {}


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
