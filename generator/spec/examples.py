"""Checks the exchanges in `examples/` against the specification."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match  # pyright: ignore[reportUnknownVariableType]

from ..diagnostics import Diagnostic
from .document import Json, is_array, is_object
from .operations import Operation, ResolvedSpec
from .source import Example, Source

ORIGINS: Final = ("documented", "repaired", "assembled", "synthesised")
_KEYS: Final = ("operation", "title", "origin", "source", "base_url", "request", "response")


def check_examples(source: Source, resolved: ResolvedSpec) -> Iterator[Diagnostic]:
    """Errors in the examples, and operations without an example."""
    operations = {operation.id: operation for operation in resolved.operations}
    seen: dict[str, set[str]] = {name: set() for name in operations}
    for example in source.examples:
        missing = [key for key in _KEYS if key not in example.data]
        if error := _shape_error(example.data):
            yield Diagnostic(example.file, 1, error)
        elif missing:
            yield Diagnostic(example.file, 1, f"missing keys: {', '.join(missing)}")
        elif str(example.data["operation"]) not in operations:
            yield Diagnostic(example.file, 1, f"unknown operation {example.data['operation']!r}")
        else:
            operation = operations[example.data["operation"]]
            seen[operation.id].add("success" if example.data["response"]["status"] < 400 else "error")
            for text in _check_exchange(example, operation, resolved):
                yield Diagnostic(example.file, 1, text)
    yield from _uncovered(source, resolved, seen)


def _shape_error(data: Json) -> str | None:
    """Why an example is not a request and a response, if it is not."""
    request, response = data.get("request", {}), data.get("response", {})
    if not is_object(request) or not all(isinstance(request.get(key, ""), str) for key in ("method", "path")):
        return "`request` must be an object with a method and a path"
    if "request" in data and not {"method", "path"} <= request.keys():
        return "`request` must have a method and a path"
    query = request.get("query", [])
    if not is_array(query) or not all(is_array(pair) and list(map(type, pair)) == [str, str] for pair in query):
        return "`request` must have its query as a list of pairs of strings"
    if not is_object(response) or type(response.get("status", 0)) is not int:
        return "`response` must be an object with a status"
    return "`response` must have a status" if "response" in data and "status" not in response else None


def _uncovered(source: Source, resolved: ResolvedSpec, seen: dict[str, set[str]]) -> Iterator[Diagnostic]:
    for operation in resolved.operations if source.examples else ():
        for kind in ("success", "error"):
            if kind not in seen[operation.id]:
                yield source.document.diagnostic(operation.pointer, f"{operation.id} has no {kind} example")


def _check_exchange(example: Example, operation: Operation, resolved: ResolvedSpec) -> Iterator[str]:
    """Whether an example says where it comes from, and is an exchange that the operation describes."""
    data, request = example.data, example.data["request"]
    if data["origin"] not in ORIGINS:
        yield f"origin must be one of {', '.join(ORIGINS)}"
    if data["origin"] == "repaired" and "repair" not in data:
        yield "a repaired example must describe the correction in `repair`"
    if request["method"].lower() != operation.method or not _path_pattern(operation.path).fullmatch(request["path"]):
        yield f"the request does not match {operation.method.upper()} {operation.path}"
    known = {parameter.name for parameter in operation.parameters if parameter.location == "query"}
    for name, _ in request.get("query", ()):
        if name not in known:
            yield f"{operation.id} has no query parameter {name!r}"
    if "body" in request and operation.body is not None:
        yield from _check_body("request", request["body"], operation.body.schema, resolved)
    yield from _check_response(data["response"], operation, resolved)


def _check_response(response: Json, operation: Operation, resolved: ResolvedSpec) -> Iterator[str]:
    status = str(response["status"])
    documented = operation.responses.get(status) or operation.responses.get("default")
    if documented is None:
        yield f"{operation.id} does not document the status {status}"
    elif "body" in response and documented.content is not None and not isinstance(response["body"], str):
        yield from _check_body("response", response["body"], documented.content.schema, resolved)


def _path_pattern(path: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{[^{}]+\\\}", "[^/]+", re.escape(path)))


def _check_body(what: str, body: Any, schema: Json, resolved: ResolvedSpec) -> Iterator[str]:
    found: Any = validator(schema, resolved.schemas)
    error = cast("ValidationError | None", best_match(found.iter_errors(body)))
    if error is not None:
        yield f"the {what} body does not match its schema: {error.json_path}: {error.message[:200]}"


def validator(schema: Json, schemas: dict[str, Json]) -> Draft202012Validator:
    """A JSON Schema validator for a schema of an OpenAPI 3.0 document."""
    components = {"schemas": {name: plain(one) for name, one in schemas.items()}}
    return Draft202012Validator({**plain(schema), "components": components})


def plain(schema: Any) -> Any:
    """A schema of OpenAPI 3.0 as JSON Schema, where null is a type and not a flag."""
    if is_array(schema):
        return [plain(one) for one in schema]
    if not is_object(schema):
        return schema
    result = {
        key: plain(value) if key not in ("enum", "example", "default") else value for key, value in schema.items()
    }
    nullable = result.pop("nullable", False) if isinstance(schema.get("nullable"), bool) else False
    result.pop("discriminator", None)
    return {"anyOf": [result, {"type": "null"}]} if nullable else result
