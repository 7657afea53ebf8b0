"""The view of a document that the engine reads for names, reduced to what it cannot lose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .document import Json
from .engine import class_name, identifier
from .operations import IGNORED_HEADERS, Operation, Parameter


def engine_view(data: Json, schemas: dict[str, Json], operations: tuple[Operation, ...]) -> Json:
    """A document with the names of operations, parameters and properties, and a string for every schema."""
    paths: dict[str, Json] = {}
    for operation in operations:
        path = re.sub(r"\{[^{}]*\}", lambda match: f"{{{_plain(match[0])}}}", operation.path)
        paths.setdefault(path, {})[operation.method] = _operation_view(operation)
    return {
        "openapi": "3.0.3",
        "info": {"title": data["info"]["title"], "version": str(data["info"]["version"])},
        "paths": paths,
        "components": {"schemas": dict(_model_views(schemas))},
    }


def _model_views(schemas: dict[str, Json]) -> Iterator[tuple[str, Json]]:
    # The engine rejects two names that become one class, so the second is left out and named here.
    taken: set[str] = set()
    for name, schema in schemas.items():
        if schema.get("properties") and class_name(name) not in taken:
            taken.add(class_name(name))
            yield name, _model_view(schema)


def _operation_view(operation: Operation) -> Json:
    parameters = [
        {**_named(parameter), "schema": {"type": "string"}}
        for parameter in operation.parameters
        if not (parameter.location == "header" and parameter.name.lower() in IGNORED_HEADERS)
    ]
    view: Json = {
        "operationId": operation.id,
        "tags": [operation.tag],
        "parameters": parameters,
        "responses": {status: {"description": ""} for status in operation.responses if status != "default"},
    }
    return view


def _named(parameter: Parameter) -> Json:
    return {**parameter.data, "name": _plain(parameter.name)} if parameter.location == "path" else parameter.data


def _plain(name: str) -> str:
    # The engine ignores a path parameter whose name has other characters.
    plain = re.sub(r"[^A-Za-z0-9_-]", "_", name.strip("{}"))
    return f"_{plain}" if plain[:1].isdigit() else plain


def _model_view(schema: Json) -> Json:
    # The engine rejects two properties that become one attribute, so the second is left out and named here.
    distinct = {identifier(wire): wire for wire in reversed(schema["properties"])}
    properties: Json = {wire: {"type": "string"} for wire in schema["properties"] if wire in distinct.values()}
    required = [wire for wire in schema.get("required") or () if wire in properties]
    view: Json = {"type": "object", "properties": properties}
    return {**view, "required": required} if required else view
