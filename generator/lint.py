"""Refuses what would be lost or wrong in a client. Every finding says where, what, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from . import examples
from .facade import Facade, OperationFacade, PagingFacade
from .normalise import METHODS
from .prepare import OWN_HEADERS, Operation, Parameter, Prepared
from .problems import Problem
from .schemas import target
from .source import Document, Json, Pointer, Source, Surface, is_array, is_object


def structure(source: Source) -> list[Problem]:
    """What keeps a document from being read at all."""
    document, data = source.document, source.document.data
    version = str(data.get("openapi", ""))
    if not version.startswith("3.0."):
        return [
            document.problem(
                ("openapi",), f"OpenAPI 3.0 is understood, not {version or 'a document without a version'}"
            )
        ]
    if not is_object(data.get("info")) or not {"title", "version"} <= data["info"].keys():
        return [document.problem(("info",), "info says title and version")]
    if not is_object(data.get("paths")) or not data["paths"]:
        return [document.problem(("paths",), "there are no paths")]
    return [*_references(document, data, ()), *_operation_ids(document)]


def _references(document: Document, value: Any, pointer: Pointer) -> Iterator[Problem]:
    if is_object(value):
        reference = value.get("$ref")
        if isinstance(reference, str) and "properties" not in pointer[-1:]:
            yield from _reference(document, reference, (*pointer, "$ref"))
        for key, item in value.items():
            if key not in ("example", "examples", "default", "enum"):
                yield from _references(document, item, (*pointer, key))
    elif is_array(value):
        for index, item in enumerate(value):
            yield from _references(document, item, (*pointer, index))


def _reference(document: Document, reference: str, pointer: Pointer) -> Iterator[Problem]:
    if not reference.startswith("#/"):
        yield document.problem(pointer, f"$ref {reference!r}: only references into this file are followed; copy it in")
        return
    seen = [reference]
    found = at(document.data, reference)
    while is_object(found) and isinstance(found.get("$ref"), str):
        if found["$ref"] in seen:
            yield document.problem(pointer, f"$ref {reference!r} leads back to itself")
            return
        seen.append(found["$ref"])
        found = at(document.data, found["$ref"])
    if found is None:
        yield document.problem(pointer, f"$ref {reference!r} points to nothing")


def at(document: Json, reference: str) -> Any:
    """What a local `$ref` points to, or None."""
    found: Any = document
    for step in reference.removeprefix("#/").split("/"):
        found = found.get(step.replace("~1", "/").replace("~0", "~")) if is_object(found) else None
    return found


def _operation_ids(document: Document) -> Iterator[Problem]:
    seen: set[str] = set()
    for path, item in document.data["paths"].items():
        for method in METHODS:
            if method not in (item or {}):
                continue
            name = item[method].get("operationId")
            if not name:
                yield document.problem(("paths", path, method), "the operation has no operationId: give it one")
            elif name in seen:
                yield document.problem(("paths", path, method, "operationId"), f"the operationId {name!r} stands twice")
            seen.add(name)


def check(source: Source, facade: Facade, prepared: Prepared) -> list[Problem]:
    """What would be lost or wrong in the client."""
    document = source.document
    found: list[Problem] = []
    for operation in prepared.operations:
        found += _operation(document, operation)
    found += _schemas(document, prepared)
    found += _facade(source.surface, facade, prepared)
    return found or list(examples.check(source, facade, prepared))


def _operation(document: Document, operation: Operation) -> Iterator[Problem]:
    data, pointer = operation.data, operation.pointer
    if "security" not in data and "security" not in document.data:
        yield document.problem(pointer, "no security: say which scheme, or `security: []` for none")
    if not data.get("x-source"):
        yield document.problem(pointer, "no x-source: say where in the vendor's document it stands")
    yield from _source_key(document, data, pointer)
    if not any(status.startswith("2") for status in operation.replies):
        yield document.problem((*pointer, "responses"), "no success (2xx) is documented")
    for parameter in operation.parameters:
        yield from _parameter(document, operation, parameter)
    yield from _body(document, operation)


def _source_key(document: Document, data: Json, pointer: Pointer) -> Iterator[Problem]:
    keys: Json = document.data["info"].get("x-sources", {})
    for part in str(data.get("x-source") or "").split("; "):
        key = part.partition(":")[0]
        if part and key not in keys:
            near = ", ".join(get_close_matches(key, keys, n=1)) or ", ".join(keys) or "none"
            yield document.problem((*pointer, "x-source"), f"x-source {key!r} is not in info.x-sources ({near})")


def _parameter(document: Document, operation: Operation, parameter: Parameter) -> Iterator[Problem]:
    data, at = parameter.data, parameter.pointer
    if parameter.place == "header" and parameter.name.lower() in OWN_HEADERS:
        return
    if parameter.place == "cookie":
        yield document.problem(at, f"the cookie parameter {parameter.name!r}: cookies as parameters are not generated")
    if "content" in data:
        yield document.problem(at, f"the parameter {parameter.name!r} has `content`: give it a `schema`")
    if data.get("style", "form") in ("deepObject", "spaceDelimited", "pipeDelimited"):
        yield document.problem(
            at, f"the parameter {parameter.name!r} has the style {data['style']}, which is not generated"
        )
    if not (data.get("x-source") or operation.data.get("x-source")):
        yield document.problem(at, f"the parameter {parameter.name!r} has no x-source")
    if parameter.place == "path" and f"{{{parameter.name}}}" not in operation.path:
        yield document.problem(at, f"the path parameter {parameter.name!r} does not stand in the path")
    yield from _source_key(document, data, at)


def _body(document: Document, operation: Operation) -> Iterator[Problem]:
    if operation.body is None:
        return
    at = (*operation.pointer, "requestBody")
    if target(operation.body.schema) is None:
        yield document.problem(
            at, "the body is no $ref to a component schema: name its schema (or `patches` in facade.toml)"
        )


def _schemas(document: Document, prepared: Prepared) -> Iterator[Problem]:
    for name, schema in prepared.schemas.items():
        at = ("components", "schemas", name)
        yield from _source_key(document, schema, at)
        for wire, one in schema.get("properties", {}).items():
            below = (*at, "properties", wire)
            described = prepared.schemas.get(target(one) or "", {})
            if not (one.get("x-source") or schema.get("x-source") or described.get("x-source")):
                yield document.problem(below, f"the property {name}.{wire} has no x-source, and {name} has none either")
            yield from _source_key(document, one, below)
            if one.get("properties") or one.get("items", {}).get("properties"):
                yield document.problem(below, f"{name}.{wire} has properties of its own: make it a component schema")
            if "enum" in one or "enum" in one.get("items", {}):
                yield document.problem(
                    below, f"{name}.{wire} is an enum: make it a component schema, so that it has a name"
                )
        for wire in schema.get("required", ()):
            if wire not in schema.get("properties", {}):
                yield document.problem((*at, "required"), f"{name} requires {wire!r}, which is none of its properties")


def _facade(surface: Surface, facade: Facade, prepared: Prepared) -> Iterator[Problem]:
    operations = {operation.id: operation for operation in prepared.operations}
    paths = {p.name for operation in prepared.operations for p in operation.parameters if p.place == "path"}
    for name in facade.client.path_parameters:
        yield from _real(surface, name, paths, "path parameter", "client", "path_parameters")
    for name, settings in facade.operations.items():
        yield from _real(surface, name, operations, "operationId", "operations", name)
        if name in operations:
            yield from _operation_facade(surface, operations[name], settings, prepared)
    for name, model in facade.models.items():
        yield from _real(surface, name, prepared.schemas, "schema", "models", name)
        properties = prepared.schemas.get(name, {}).get("properties", {})
        named = (
            *model.names,
            *model.secret,
            *model.json_string,
            *model.exactly_one,
            *model.secret_when,
            *model.secret_when.values(),
        )
        for one in named if properties else ():
            yield from _real(surface, one, properties, f"property of {name}", "models", name, one)
    yield from _errors(surface, facade, prepared)


def _operation_facade(
    surface: Surface, operation: Operation, settings: OperationFacade, prepared: Prepared
) -> Iterator[Problem]:
    names = {parameter.name for parameter in operation.parameters}
    for wire in settings.names:
        yield from _real(surface, wire, names, f"parameter of {operation.id}", "operations", operation.id, wire)
    if settings.patches is not None:
        yield from _real(surface, settings.patches, prepared.schemas, "schema", "operations", operation.id, "patches")
    if settings.paging is not None:
        yield from _paging(surface, operation, settings.paging, names, prepared)


def _paging(
    surface: Surface, operation: Operation, paging: PagingFacade, names: set[str], prepared: Prepared
) -> Iterator[Problem]:
    at = ("operations", operation.id, "paging")
    for key in ("token", "size", "offset", "limit"):
        if (name := getattr(paging, key)) is not None:
            yield from _real(surface, name, names, f"parameter of {operation.id}", *at, key)
    reply = next((r for s, r in operation.replies.items() if s.startswith("2") and r.content), None)
    schema: Any = prepared.schemas.get(target(reply.content.schema) or "", {}) if reply and reply.content else {}
    for key in ("items", "next", "total"):
        if (name := getattr(paging, key)) is not None:
            yield from _real(
                surface, name, schema.get("properties", {}), f"property of the answer of {operation.id}", *at, key
            )


def _errors(surface: Surface, facade: Facade, prepared: Prepared) -> Iterator[Problem]:
    bodies = [
        r.content.schema for op in prepared.operations for s, r in op.replies.items() if r.content and s[0] in "45d"
    ]
    models = [prepared.schemas[name] for body in bodies if (name := target(body)) in prepared.schemas]
    known = {wire for model in models for wire in model.get("properties", {})}
    for key, wire in facade.errors.items():
        yield from _real(surface, wire, known, "property of an error model", "errors", key)


def _real(surface: Surface, name: str, known: Any, what: str, *at: str) -> Iterator[Problem]:
    if name not in known:
        near = get_close_matches(name, list(known), n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(sorted(known)) or 'none'}"
        yield surface.problem(f"{name!r} is no {what}: {hint}", *at)
