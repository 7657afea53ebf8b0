"""Refuses a document that cannot be read at all: it is no OpenAPI, or its references lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from jsonschema import Draft4Validator, Draft202012Validator
from openapi_spec_validator import schemas as official

from ..diagnostics import Problem
from .operations import METHODS
from .references import target_of
from .source import Document, Json, Pointer, Source, is_array, is_object


def structure(source: Source) -> list[Problem]:
    """What keeps a document from being read at all: it is no OpenAPI, or its references lead nowhere."""
    document, data = source.document, source.document.data
    version = str(data.get("openapi", ""))
    if not version.startswith(("3.0.", "3.1.")):
        found = version or "a document that does not say which"
        return [document.problem(("openapi",), f"OpenAPI 3.0 and 3.1 are understood, not {found}")]
    problems = list(_invalid(document, version))
    return problems or [*_references(document, data, ()), *_operation_ids(document)]


MOST_FINDINGS = 50


def _invalid(document: Document, version: str) -> Iterator[Problem]:
    published: Any = official
    old = version.startswith("3.0.")
    validator: Any = Draft4Validator(published.schema_v30) if old else Draft202012Validator(published.schema_v31)
    for error in islice(validator.iter_errors(document.data), MOST_FINDINGS):
        leaf = max(_leaves(error), key=lambda one: (len(one.absolute_path), "$ref" not in one.message))
        text = " ".join(leaf.message.split())[:200]
        yield document.problem(_place(leaf), f"no valid OpenAPI: {leaf.json_path}: {text}")
    info: Any = document.data.get("info")
    sources: Any = info.get("x-sources", {}) if is_object(info) else {}
    if not is_object(sources) or not all(isinstance(title, str) for title in sources.values()):
        yield document.problem(("info", "x-sources"), "info.x-sources is a mapping: short keys and titles of documents")


def _place(leaf: Any) -> Pointer:
    """Where a finding of the validator is; for a key that does not belong, that key."""
    key = re.match(
        r"(?:Additional properties are not allowed \()?'([^']+)' (?:was unexpected|does not match)", leaf.message
    )
    return (*leaf.absolute_path, key[1]) if key and is_object(leaf.instance) else tuple(leaf.absolute_path)


def _leaves(error: Any) -> Iterator[Any]:
    """The errors that have no further cause: of two alternatives, the one that got further says what is wrong."""
    for cause in error.context or ():
        yield from _leaves(cause)
    if not error.context:
        yield error


def _references(document: Document, value: Any, pointer: Pointer) -> Iterator[Problem]:
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
"""Below these, keys are names that the document gives, whatever they are called."""


def _reference(document: Document, reference: str, pointer: Pointer) -> Iterator[Problem]:
    if not reference.startswith("#/"):
        yield document.problem(pointer, f"$ref {reference!r}: only references into this file are followed; copy it in")
        return
    seen = [reference]
    found = target_of(document.data, reference)
    while is_object(found) and isinstance(found.get("$ref"), str):
        if found["$ref"] in seen:
            yield document.problem(pointer, f"$ref {reference!r} leads back to itself")
            return
        seen.append(found["$ref"])
        found = target_of(document.data, found["$ref"])
    if found is None:
        yield document.problem(pointer, f"$ref {reference!r} points to nothing")


def _operation_ids(document: Document) -> Iterator[Problem]:
    seen: set[str] = set()
    for path, item in document.data.get("paths", {}).items():
        for method in METHODS:
            operation: Json = item.get(method) or {}
            name: str | None = operation.get("operationId")
            if name in seen:
                pointer = ("paths", path, method, "operationId")
                yield document.problem(pointer, f"the operationId {name!r} stands twice")
            seen.update([name] if name else [])
