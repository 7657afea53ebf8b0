"""Proves that nothing of a specification is missing in what was made of it, and that the engine saw the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..diagnostics import Problem
from ..spec.engine import Description, blank
from ..spec.facade import Facade
from ..spec.normalise import is_named_enum
from ..spec.operations import OWN_HEADERS, Operation, Prepared
from ..spec.references import target
from ..spec.source import Document
from .nodes import Call, Package

WAIVED = "the parameters Accept, Content-Type and Authorization, which OpenAPI tells to ignore and subkit sends itself"


def check(
    document: Document, facade: Facade, prepared: Prepared, described: Description, package: Package
) -> list[Problem]:
    """What got lost on the way."""
    problems = [document.problem((), f"openapi-python-client: {text}") for text in described.complaints]
    calls = {(call.method.lower(), call.path): call for call in package.calls}
    for operation in prepared.operations:
        key = (operation.method, operation.path)
        lost = list(_lost_operation(operation, calls.get(key), facade, prepared.schemas))
        if (operation.method, blank(operation.path)) not in described.operations:
            lost.append("the operation is missing in the engine's reading")
        problems += [document.problem(operation.pointer, f"lost: {text}") for text in lost]
    problems += [
        document.problem(("components", "schemas", name), f"lost: {text}")
        for name, text in _lost_schemas(prepared, package)
    ]
    for name, text in _lost_by_engine(prepared, described):
        problems.append(document.problem(("components", "schemas", name), f"lost: {text}"))
    return problems + list(_clashes(document, package))


def _lost_by_engine(prepared: Prepared, described: Description) -> Iterator[tuple[str, str]]:
    for name, shown in prepared.engine_view["components"]["schemas"].items():
        if name not in described.models:
            yield name, f"{name} is missing in the engine's reading"
        elif shown["properties"].keys() - described.models[name].properties.keys():
            yield name, f"properties of {name} are missing in the engine's reading"


def _lost_operation(
    operation: Operation, call: Call | None, facade: Facade, schemas: Mapping[str, Any]
) -> Iterator[str]:
    if call is None:
        yield "the operation"
        return
    arguments = {(one.place, one.wire) for one in call.arguments}
    for parameter in operation.parameters:
        own = parameter.place == "header" and parameter.name.lower() in OWN_HEADERS
        place = "shared" if parameter.name in facade.client.path_parameters else parameter.place
        if not own and parameter.name not in call.conditions and (place, parameter.name) not in arguments:
            yield f"the {parameter.place} parameter {parameter.name}"
    yield from _lost_body(operation, call, schemas)
    for status in operation.replies.keys() - call.success.keys() - call.problems.keys():
        yield f"the status {status}"
    for status, reply in operation.replies.items():
        schema = call.success.get(status, call.problems.get(status))
        if reply.content is not None and schema is None:
            yield f"the body of status {status}"


def _lost_body(operation: Operation, call: Call, schemas: Mapping[str, Any]) -> Iterator[str]:
    if operation.body is None:
        return
    if call.body is None:
        yield "the request body"
        return
    given = {one.wire for one in call.arguments if one.place == "body"}
    properties = schemas.get(target(operation.body.schema) or "", {}).get("properties", {})
    for wire in {"body"} - given if call.body.whole else properties.keys() - given:
        yield f"the body property {wire}"


def _lost_schemas(prepared: Prepared, package: Package) -> Iterator[tuple[str, str]]:
    models = {model.schema: {one.wire for one in model.properties} for model in package.models}
    enums = {enum.schema: {value.value for value in enum.values} for enum in package.enums}
    for name, schema in prepared.schemas.items():
        if schema.get("properties"):
            for wire in schema["properties"].keys() - models.get(name, set()):
                yield name, f"the property {name}.{wire}"
        elif is_named_enum(schema):
            for value in set(schema["enum"]) - {None} - enums.get(name, set()):
                yield name, f"the value {value!r} of {name}"
        elif target(schema) is None and name in models:
            yield name, f"{name} has no properties"


def _clashes(document: Document, package: Package) -> Iterator[Problem]:
    classes = [(one.name, one.schema) for one in package.models] + [(one.name, one.schema) for one in package.enums]
    names = [name for name, _ in classes]
    for name, schema in classes:
        if names.count(name) > 1 or name in (package.names.client, f"Async{package.names.client}"):
            at = ("components", "schemas", schema)
            yield document.problem(at, f"two classes would be called {name}: name one in facade.toml [models.{schema}]")
    modules = [one.module for one in package.models] + [one.module for one in package.enums]
    for one in package.models:
        if modules.count(one.module) > 1 and names.count(one.name) == 1:
            at = ("components", "schemas", one.schema)
            yield document.problem(at, f"two classes would stand in {one.module}.py: name one of them otherwise")
    functions = [call.function for call in package.calls]
    for call in package.calls:
        if functions.count(call.function) > 1:
            at = ("paths", call.path, call.method.lower())
            yield document.problem(
                at,
                f"two operations would be called {call.function}: give a method in facade.toml [operations.{call.id}]",
            )
