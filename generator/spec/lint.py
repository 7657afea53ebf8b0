"""Refuses what would be lost or wrong in a client. Every finding says where, what, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from ..diagnostics import Problem
from . import examples
from .facade import CLASSES, Facade
from .lint_facade import lint_facade, lint_skipped
from .operations import FORM, OWN_HEADERS, Operation, Parameter, Prepared
from .references import target
from .source import Document, Json, Pointer, Source, is_array, is_object


def curated(document: Document) -> bool:
    """Whether a document names its sources. One that does not is the vendor's own, and its places are the sources."""
    return bool(document.data["info"].get("x-sources"))


def check(source: Source, facade: Facade, prepared: Prepared) -> list[Problem]:
    """What would be lost or wrong in the client."""
    document = source.document
    found: list[Problem] = []
    for operation in prepared.operations:
        found += _operation(document, operation)
    found += _schemas(document, prepared)
    found += lint_facade(source.surface, facade, prepared)
    found += lint_skipped(source, facade)
    found += _auth(source, facade)
    return found or list(examples.check(source, facade, prepared))


def _operation(document: Document, operation: Operation) -> Iterator[Problem]:
    data, pointer = operation.data, operation.pointer
    if curated(document) and "security" not in data and "security" not in document.data:
        yield document.problem(pointer, "no security: say which scheme, or `security: []` for none")
    if curated(document) and not data.get("x-source"):
        yield document.problem(pointer, "no x-source: say where in the vendor's document it stands")
    yield from _source_key(document, data, pointer)
    if curated(document) and not any(status.startswith("2") or status == "default" for status in operation.replies):
        yield document.problem((*pointer, "responses"), "no success (2xx) is documented")
    yield from _twice(document, data, pointer)
    for parameter in operation.parameters:
        yield from _parameter(document, operation, parameter)
    places = {parameter.name for parameter in operation.parameters if parameter.place == "path"}
    for name in re.findall(r"\{([^{}]*)\}", operation.path):
        if name not in places:
            yield document.problem(("paths", operation.path), f"lost: {{{name}}} in the path is no parameter")
    yield from _body(document, operation)


def _source_key(document: Document, data: Json, pointer: Pointer) -> Iterator[Problem]:
    keys: Json = document.data["info"].get("x-sources", {})
    for part in str(data.get("x-source") or "").split("; "):
        key = part.partition(":")[0]
        if part and key not in keys:
            near = ", ".join(get_close_matches(key, keys, n=1)) or ", ".join(keys) or "none"
            yield document.problem((*pointer, "x-source"), f"x-source {key!r} is not in info.x-sources ({near})")


def _auth(source: Source, facade: Facade) -> Iterator[Problem]:
    """The credential has a name of its own; a curated package says where the vendor describes its token flow."""
    if facade.auth is None:
        return
    for schema, model in facade.models.items():
        if model.name is not None and model.name == CLASSES.get(facade.auth.flow):
            text = f"{model.name} is what the credential is called: give {schema} another name"
            yield source.surface.problem(text, "models", schema, "name")
    if not curated(source.document):
        return
    keys: Json = source.document.data["info"].get("x-sources", {})
    if not facade.auth.source:
        yield source.surface.problem("auth has no source: say where in the vendor's documents it stands", "auth")
    for part in (facade.auth.source or "").split("; "):
        key = part.partition(":")[0]
        if key and key not in keys:
            yield source.surface.problem(f"auth.source: {key!r} is not in info.x-sources", "auth", "source")


def _twice(document: Document, data: Json, pointer: Pointer) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for index, one in enumerate(data.get("parameters") or ()):
        name, place = str(one.get("name")), str(one.get("in"))
        if "$ref" not in one and (name, place) in seen:
            text = f"the {place} parameter {name!r} stands twice"
            yield document.problem((*pointer, "parameters", index), text)
        seen.add((name, place))


def _parameter(document: Document, operation: Operation, parameter: Parameter) -> Iterator[Problem]:
    data, at = parameter.data, parameter.pointer
    if parameter.place == "header" and parameter.name.lower() in OWN_HEADERS:
        return
    if parameter.place == "cookie":
        yield document.problem(at, f"the cookie parameter {parameter.name!r}: cookies as parameters are not generated")
    if "content" in data:
        yield document.problem(at, f"the parameter {parameter.name!r} has `content`: give it a `schema`")
    if data.get("style", "form") in ("deepObject", "spaceDelimited", "pipeDelimited", "matrix", "label"):
        yield document.problem(
            at, f"the parameter {parameter.name!r} has the style {data['style']}, which is not generated"
        )
    if curated(document) and not (data.get("x-source") or operation.data.get("x-source")):
        yield document.problem(at, f"the parameter {parameter.name!r} has no x-source")
    if curated(document) and parameter.place == "path" and f"{{{parameter.name}}}" not in operation.path:
        yield document.problem(at, f"the path parameter {parameter.name!r} does not stand in the path")
    yield from _source_key(document, data, at)
    yield from _patterns(document, data.get("schema"), (*at, "schema"))


def _body(document: Document, operation: Operation) -> Iterator[Problem]:
    if operation.body is None:
        return
    at = (*operation.pointer, "requestBody")
    media_type = operation.body.media_type
    if media_type.startswith("multipart/") or media_type.endswith(("/xml", "+xml")):
        yield document.problem(
            at, f"a body of {media_type} is not generated: document a JSON, form, text or binary one"
        )
    if media_type == FORM and target(operation.body.schema) is None:
        yield document.problem(at, "a form body needs an object schema with properties")


def _schemas(document: Document, prepared: Prepared) -> Iterator[Problem]:
    for name, schema in prepared.schemas.items():
        at = ("components", "schemas", name)
        yield from _source_key(document, schema, at)
        for wire, one in schema.get("properties", {}).items():
            below = (*at, "properties", wire)
            described = prepared.schemas.get(target(one) or "", {})
            sourced = one.get("x-source") or schema.get("x-source") or described.get("x-source")
            if curated(document) and not sourced:
                yield document.problem(below, f"the property {name}.{wire} has no x-source, and {name} has none either")
            yield from _source_key(document, one, below)
        yield from _patterns(document, schema, at)
        for wire in schema.get("required", ()):
            if schema.get("properties") and wire not in schema["properties"] and curated(document):
                yield document.problem((*at, "required"), f"{name} requires {wire!r}, which is none of its properties")


def _patterns(document: Document, value: Any, pointer: Pointer) -> Iterator[Problem]:
    """Patterns that Python cannot read."""
    if is_array(value):
        for index, item in enumerate(value):
            yield from _patterns(document, item, (*pointer, index))
    elif is_object(value):
        for key, item in value.items():
            if key == "pattern" and isinstance(item, str) and not _compiles(item):
                yield document.problem((*pointer, key), f"the pattern {item!r} is none that Python understands")
            yield from _patterns(document, item, (*pointer, key))


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError):
        return False
    return True
