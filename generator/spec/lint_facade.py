"""Checks that the names in `facade.toml` exist in the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..diagnostics import Diagnostic
from .answers import error_schemas, path_of, places
from .facade import Facade, ModelFacade, OperationFacade
from .facade_file import FacadeFile
from .lint_names import check_exists
from .lint_paging import check_paging
from .operations import METHODS, Operation, ResolvedSpec
from .source import Source


def check_facade(file: FacadeFile, facade: Facade, resolved: ResolvedSpec) -> Iterator[Diagnostic]:
    """Names in the settings that do not exist in the document."""
    operations = {operation.id: operation for operation in resolved.operations}
    paths = {p.name for operation in resolved.operations for p in operation.parameters if p.location == "path"}
    for name in facade.client.path_parameters:
        yield from check_exists(file, name, paths, "a path parameter", "client", "path_parameters")
    for name, settings in facade.operations.items():
        if settings.skip:
            continue
        yield from check_exists(file, name, operations, "an operationId", "operations", name)
        if name in operations:
            yield from _operation_facade(file, operations[name], settings, resolved)
    for name, model in facade.models.items():
        yield from check_exists(file, name, resolved.schemas, "a schema", "models", name)
        properties = resolved.schemas.get(name, {}).get("properties", {})
        for key, wires in _properties_in(model):
            for one in wires if properties else ():
                yield from check_exists(file, one, properties, f"a property of {name}", "models", name, key)
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
            yield from check_exists(source.facade_file, name, ids, "an operationId", "operations", name)


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
        yield from check_exists(file, wire, names, f"a parameter of {operation.id}", *at, "names", wire)
    if settings.fresh is not None:
        flags = {p.name for p in operation.parameters if p.data.get("schema", {}).get("type") == "boolean"}
        yield from check_exists(file, settings.fresh, flags, f"a boolean parameter of {operation.id}", *at, "fresh")
    if settings.patches is not None:
        yield from _patches(file, operation, settings.patches, resolved)
    if settings.empty_reply not in (None, "id"):
        text = "empty_reply must be 'id': an empty response then stands for an object with the id of the call"
        yield file.diagnostic(text, *at, "empty_reply")
    yield from _subject(file, operation, settings)
    yield from _drop(file, operation, settings)
    if settings.paging is not None:
        yield from check_paging(file, operation, settings.paging, resolved)


def _patches(file: FacadeFile, operation: Operation, schema: str, resolved: ResolvedSpec) -> Iterator[Diagnostic]:
    at = ("operations", operation.id, "patches")
    yield from check_exists(file, schema, resolved.schemas, "a schema", *at)
    if operation.body is None:
        yield file.diagnostic(f"{operation.id} has no request body to hold a patch", *at)
    elif schema in resolved.schemas and not resolved.schemas[schema].get("properties"):
        yield file.diagnostic(f"{schema!r} has no properties to patch", *at)


def _subject(file: FacadeFile, operation: Operation, settings: OperationFacade) -> Iterator[Diagnostic]:
    """Whether the parameter that is said to be the id of the object can be one."""
    known = {one.name for one in operation.parameters if one.location in ("path", "query") and one.data.get("required")}
    if settings.subject:
        what = f"a required parameter in the path or query of {operation.id}"
        yield from check_exists(file, settings.subject, known, what, "operations", operation.id, "subject")


def _drop(file: FacadeFile, operation: Operation, settings: OperationFacade) -> Iterator[Diagnostic]:
    """Whether the parameters that are left out exist, and may be left out."""
    at = ("operations", operation.id, "drop")
    known = {one.name for one in (*operation.parameters, *operation.dropped)}
    for name in settings.drop:
        yield from check_exists(file, name, known, f"a parameter of {operation.id}", *at)
    for one in operation.dropped:
        if one.data.get("required"):
            yield file.diagnostic(f"{one.name!r} is required, so it cannot be left out", *at)


def _errors(file: FacadeFile, facade: Facade, resolved: ResolvedSpec) -> Iterator[Diagnostic]:
    schemas = list(error_schemas(resolved))
    known = {place.name for schema in schemas for place in places(schema, resolved.schemas)}
    for key, name in facade.errors.items():
        if all(path_of(name, schema, resolved.schemas) is None for schema in schemas):
            yield from check_exists(file, name, known, "a property of an error model", "errors", key)
