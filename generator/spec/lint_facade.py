"""Checks that the names in `facade.toml` exist in the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from ..diagnostics import Diagnostic
from .document import Json
from .facade import Facade, ModelFacade, OperationFacade, PagingFacade
from .facade_file import FacadeFile
from .operations import METHODS, Operation, ResolvedSpec
from .references import component_of
from .source import Source


def check_facade(file: FacadeFile, facade: Facade, resolved: ResolvedSpec) -> Iterator[Diagnostic]:
    """Names in the settings that do not exist in the document."""
    operations = {operation.id: operation for operation in resolved.operations}
    paths = {p.name for operation in resolved.operations for p in operation.parameters if p.location == "path"}
    for name in facade.client.path_parameters:
        yield from _check_exists(file, name, paths, "a path parameter", "client", "path_parameters")
    for name, settings in facade.operations.items():
        if settings.skip:
            continue
        yield from _check_exists(file, name, operations, "an operationId", "operations", name)
        if name in operations:
            yield from _operation_facade(file, operations[name], settings, resolved)
    for name, model in facade.models.items():
        yield from _check_exists(file, name, resolved.schemas, "a schema", "models", name)
        properties = resolved.schemas.get(name, {}).get("properties", {})
        for key, wires in _properties_in(model):
            for one in wires if properties else ():
                yield from _check_exists(file, one, properties, f"a property of {name}", "models", name, key)
    yield from _errors(file, facade, resolved)


def check_skipped(source: Source, facade: Facade) -> Iterator[Diagnostic]:
    """Operations to skip that do not exist in the document."""
    ids = {
        str(item[method]["operationId"])
        for item in source.document.data["paths"].values()
        for method in METHODS
        if method in item
    }
    for name, settings in facade.operations.items():
        if settings.skip:
            yield from _check_exists(source.facade_file, name, ids, "an operationId", "operations", name)


def _properties_in(model: ModelFacade) -> Iterator[tuple[str, Iterable[str]]]:
    """The properties that each setting of a model names."""
    yield "names", model.names
    yield "secret", model.secret
    yield "json_string", model.json_string
    yield "exactly_one", model.exactly_one
    yield "secret_when", (*model.secret_when, *model.secret_when.values())


def _operation_facade(
    file: FacadeFile, operation: Operation, settings: OperationFacade, resolved: ResolvedSpec
) -> Iterator[Diagnostic]:
    at = ("operations", operation.id)
    names = {parameter.name for parameter in operation.parameters}
    for wire in settings.names:
        yield from _check_exists(file, wire, names, f"a parameter of {operation.id}", *at, "names", wire)
    if settings.fresh is not None:
        flags = {p.name for p in operation.parameters if p.data.get("schema", {}).get("type") == "boolean"}
        yield from _check_exists(file, settings.fresh, flags, f"a boolean parameter of {operation.id}", *at, "fresh")
    if settings.patches is not None:
        yield from _patches(file, operation, settings.patches, resolved)
    if settings.empty_reply not in (None, "id"):
        text = "empty_reply must be 'id': an empty response then stands for an object with the id of the call"
        yield file.diagnostic(text, *at, "empty_reply")
    if settings.paging is not None:
        yield from _paging(file, operation, settings.paging, names, resolved)


def _patches(file: FacadeFile, operation: Operation, schema: str, resolved: ResolvedSpec) -> Iterator[Diagnostic]:
    at = ("operations", operation.id, "patches")
    yield from _check_exists(file, schema, resolved.schemas, "a schema", *at)
    if operation.body is None:
        yield file.diagnostic(f"{operation.id} has no request body to hold a patch", *at)
    elif schema in resolved.schemas and not resolved.schemas[schema].get("properties"):
        yield file.diagnostic(f"{schema!r} has no properties to patch", *at)


def _paging(
    file: FacadeFile, operation: Operation, paging: PagingFacade, names: set[str], resolved: ResolvedSpec
) -> Iterator[Diagnostic]:
    at = ("operations", operation.id, "paging")
    for key in ("token", "size", "offset", "limit"):
        if (name := getattr(paging, key)) is not None:
            yield from _check_exists(file, name, names, f"a parameter of {operation.id}", *at, key)
    properties, headers = _success(operation, resolved)
    for key in ("items", "next", "more", "total"):
        in_header = paging.style == "header" and key == "next"
        known, what = (headers, "a header") if in_header else (properties, "a property")
        if (name := getattr(paging, key)) is not None:
            yield from _check_exists(file, name, known, f"{what} of the response of {operation.id}", *at, key)


def _success(operation: Operation, resolved: ResolvedSpec) -> tuple[Json, tuple[str, ...]]:
    """The properties and headers of the success that has a body."""
    for status, response in operation.responses.items():
        if status.startswith("2") and response.content:
            schema = resolved.schemas.get(component_of(response.content.schema) or "", {})
            return schema.get("properties", {}), response.headers
    return {}, ()


def _errors(file: FacadeFile, facade: Facade, resolved: ResolvedSpec) -> Iterator[Diagnostic]:
    bodies = [
        r.content.schema for op in resolved.operations for s, r in op.responses.items() if r.content and s[0] in "45d"
    ]
    models = [resolved.schemas[name] for body in bodies if (name := component_of(body)) in resolved.schemas]
    known = {wire for model in models for wire in model.get("properties", {})}
    for key, wire in facade.errors.items():
        yield from _check_exists(file, wire, known, "a property of an error model", "errors", key)


def _check_exists(file: FacadeFile, name: str, known: Any, what: str, *at: str) -> Iterator[Diagnostic]:
    """Whether a name is known; if not, what it is not, and the name that was probably meant."""
    if name not in known:
        near = get_close_matches(name, list(known), n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(sorted(known)) or 'none'}"
        yield file.diagnostic(f"{name!r} is not {what}: {hint}", *at)
