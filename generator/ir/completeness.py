"""Checks that nothing in a specification was lost on the way to the representation, or by the engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from ..diagnostics import Diagnostic
from ..spec.declared import declared_fields
from ..spec.document import Document
from ..spec.engine import EngineNames, path_key
from ..spec.facade import Facade
from ..spec.inheritance import component_schemas
from ..spec.normalise import is_named_enum
from ..spec.operations import IGNORED_HEADERS, Operation, ResolvedSpec
from ..spec.references import component_of
from .nodes import Call, Enumeration, ModelClass, Package


def check_completeness(
    document: Document, facade: Facade, resolved: ResolvedSpec, engine_names: EngineNames, package: Package
) -> list[Diagnostic]:
    """What was lost on the way."""
    diagnostics = [document.diagnostic((), f"openapi-python-client: {text}") for text in engine_names.messages]
    calls = {(call.method.lower(), call.path): call for call in package.calls}
    for operation in resolved.operations:
        key = (operation.method, operation.path)
        lost = list(_lost_operation(operation, calls.get(key), facade, resolved.schemas))
        if (operation.method, path_key(operation.path)) not in engine_names.operations:
            lost.append("openapi-python-client did not read the operation")
        diagnostics += [document.diagnostic(operation.pointer, f"lost: {text}") for text in lost]
    for name, text in (*_lost_schemas(resolved, package), *_lost_by_engine(resolved, engine_names)):
        diagnostics.append(document.diagnostic(("components", "schemas", name), f"lost: {text}"))
    return [*diagnostics, *_class_clashes(document, package), *_function_clashes(document, package)]


def _lost_by_engine(resolved: ResolvedSpec, engine_names: EngineNames) -> Iterator[tuple[str, str]]:
    for name, shown in resolved.engine_view["components"]["schemas"].items():
        if name not in engine_names.models:
            yield name, f"openapi-python-client did not read {name}"
        elif shown["properties"].keys() - engine_names.models[name].properties.keys():
            yield name, f"openapi-python-client did not read all properties of {name}"


def _lost_operation(
    operation: Operation, call: Call | None, facade: Facade, schemas: Mapping[str, Any]
) -> Iterator[str]:
    if call is None:
        yield "the operation"
        return
    arguments = {(one.location, one.wire) for one in call.arguments}
    for parameter in operation.parameters:
        own = parameter.location == "header" and parameter.name.lower() in IGNORED_HEADERS
        location = "shared" if parameter.name in facade.client.path_parameters else parameter.location
        own = own or parameter.name.lower() in {name.lower() for name in call.conditions}
        if not own and (location, parameter.name) not in arguments:
            yield f"the {parameter.location} parameter {parameter.name}"
    yield from _lost_body(operation, call, schemas)
    for status in operation.responses.keys() - call.success.keys() - call.errors.keys():
        yield f"the status {status}"
    for status, response in operation.responses.items():
        schema = call.success.get(status, call.errors.get(status))
        if response.content is not None and schema is None:
            yield f"the body of status {status}"


def _lost_body(operation: Operation, call: Call, schemas: Mapping[str, Any]) -> Iterator[str]:
    if operation.body is None:
        return
    if call.body is None:
        yield "the request body"
        return
    given = {one.wire for one in call.arguments if one.location == "body"}
    properties = schemas.get(component_of(operation.body.schema) or "", {}).get("properties", {})
    for wire in {"body"} - given if call.body.single else properties.keys() - given:
        yield f"the body property {wire}"


def _lost_schemas(resolved: ResolvedSpec, package: Package) -> Iterator[tuple[str, str]]:
    models = {model.schema: {one.wire for one in model.properties} for model in package.models}
    enums = {enum.schema: {value.value for value in enum.values} for enum in package.enums}
    for name, schema in resolved.schemas.items():
        if schema.get("properties"):
            for wire in schema["properties"].keys() - models.get(name, set()):
                yield name, f"the property {name}.{wire}"
        elif is_named_enum(schema):
            for value in set(schema["enum"]) - {None} - enums.get(name, set()):
                yield name, f"the value {value!r} of {name}"
        elif component_of(schema) is None and name in models:
            yield name, f"{name} has no properties"


def check_fields(original: Document, package: Package) -> Iterator[Diagnostic]:
    """Fields of models, and their being required, that were lost from the document as the vendor wrote it."""
    schemas = component_schemas(original.data)
    for model in package.models:
        at = ("components", "schemas", model.schema)
        properties, required = declared_fields(original.data, schemas.get(model.schema))
        known = {one.wire for one in model.properties}
        for wire in sorted(properties - known):
            yield original.diagnostic(at, f"lost: the property {model.schema}.{wire}")
        for wire in sorted(required & known - {one.wire for one in model.properties if one.required or one.needed}):
            yield original.diagnostic(at, f"lost: that {model.schema} requires {wire}")


def _class_clashes(document: Document, package: Package) -> Iterator[Diagnostic]:
    """Classes that would have the same name, or be written to the same file."""
    classes: tuple[ModelClass | Enumeration, ...] = (*package.models, *package.enums)
    names, modules = Counter(one.name for one in classes), Counter(one.module for one in classes)
    for one in classes:
        at = ("components", "schemas", one.schema)
        if names[one.name] > 1 or one.name in (package.names.client, f"Async{package.names.client}"):
            text = f"two classes would be named {one.name}: set a name in facade.toml [models.{one.schema}]"
            yield document.diagnostic(at, text)
        elif modules[one.module] > 1:
            text = f"two classes would be written to {one.module}.py: set a name in facade.toml [models.{one.schema}]"
            yield document.diagnostic(at, text)


def _function_clashes(document: Document, package: Package) -> Iterator[Diagnostic]:
    """Operations whose functions would have the same name."""
    functions = Counter(call.function for call in package.calls)
    for call in package.calls:
        if functions[call.function] > 1:
            text = f"two operations would be named {call.function}: set a method in facade.toml [operations.{call.id}]"
            yield document.diagnostic(("paths", call.path, call.method.lower()), text)
