"""Refuses settings of `facade.toml` that name what the document does not have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from ..diagnostics import Problem
from .facade import Facade, ModelFacade, OperationFacade, PagingFacade
from .operations import METHODS, Operation, Prepared
from .references import target
from .source import Source, Surface


def lint_facade(surface: Surface, facade: Facade, prepared: Prepared) -> Iterator[Problem]:
    """Settings that name what the document does not have."""
    operations = {operation.id: operation for operation in prepared.operations}
    paths = {p.name for operation in prepared.operations for p in operation.parameters if p.place == "path"}
    for name in facade.client.path_parameters:
        yield from _real(surface, name, paths, "path parameter", "client", "path_parameters")
    for name, settings in facade.operations.items():
        if settings.skip:
            continue
        yield from _real(surface, name, operations, "operationId", "operations", name)
        if name in operations:
            yield from _operation_facade(surface, operations[name], settings, prepared)
    for name, model in facade.models.items():
        yield from _real(surface, name, prepared.schemas, "schema", "models", name)
        properties = prepared.schemas.get(name, {}).get("properties", {})
        for key, wires in _named(model):
            for one in wires if properties else ():
                yield from _real(surface, one, properties, f"property of {name}", "models", name, key)
    yield from _errors(surface, facade, prepared)


def lint_skipped(source: Source, facade: Facade) -> Iterator[Problem]:
    """Operations to skip that the document does not have."""
    ids = {
        str(item[method]["operationId"])
        for item in source.document.data["paths"].values()
        for method in METHODS
        if method in item
    }
    for name, settings in facade.operations.items():
        if settings.skip:
            yield from _real(source.surface, name, ids, "operationId", "operations", name)


def _named(model: ModelFacade) -> Iterator[tuple[str, Iterable[str]]]:
    """The properties that the settings of a model name, by setting."""
    yield "names", model.names
    yield "secret", model.secret
    yield "json_string", model.json_string
    yield "exactly_one", model.exactly_one
    yield "secret_when", (*model.secret_when, *model.secret_when.values())


def _operation_facade(
    surface: Surface, operation: Operation, settings: OperationFacade, prepared: Prepared
) -> Iterator[Problem]:
    names = {parameter.name for parameter in operation.parameters}
    for wire in settings.names:
        yield from _real(
            surface, wire, names, f"parameter of {operation.id}", "operations", operation.id, "names", wire
        )
    if settings.patches is not None:
        at = ("operations", operation.id, "patches")
        yield from _real(surface, settings.patches, prepared.schemas, "schema", *at)
        if operation.body is None:
            yield surface.problem(f"{operation.id} has no body that could be a patch", *at)
        elif settings.patches in prepared.schemas and not prepared.schemas[settings.patches].get("properties"):
            yield surface.problem(f"{settings.patches!r} has no properties that could be patched", *at)
    if settings.empty_reply is not None and settings.empty_reply != "id":
        yield surface.problem(
            "empty_reply is 'id': the answer then holds the id of the call", "operations", operation.id, "empty_reply"
        )
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
    properties, headers = schema.get("properties", {}), reply.headers if reply else ()
    for key in ("items", "next", "more", "total"):
        known, what = (headers, "header") if paging.style == "header" and key == "next" else (properties, "property")
        if (name := getattr(paging, key)) is not None:
            yield from _real(surface, name, known, f"{what} of the answer of {operation.id}", *at, key)


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
