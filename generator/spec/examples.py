"""Checks the exchanges of `examples/` against the specification, and turns its schemas into plain JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match  # pyright: ignore[reportUnknownVariableType]

from ..diagnostics import Problem
from .facade import Facade
from .operations import Operation, Prepared
from .source import Example, Json, Source, is_array, is_object

ORIGINS: Final = ("documented", "repaired", "assembled", "synthesised")
_KEYS: Final = ("operation", "title", "origin", "source", "base_url", "request", "response")


def check(source: Source, facade: Facade, prepared: Prepared) -> Iterator[Problem]:
    """What is wrong with the examples."""
    operations = {operation.id: operation for operation in prepared.operations}
    seen: dict[str, set[str]] = {name: set() for name in operations}
    for example in source.examples:
        missing = [key for key in _KEYS if key not in example.data]
        shape = _shape(example.data)
        if shape:
            yield Problem(example.file, 1, shape)
        elif missing:
            yield Problem(example.file, 1, f"an example says {', '.join(missing)} too")
        elif str(example.data["operation"]) not in operations:
            yield Problem(example.file, 1, f"there is no operation {example.data['operation']!r}")
        else:
            operation = operations[example.data["operation"]]
            seen[operation.id].add("success" if example.data["response"]["status"] < 400 else "error")
            for text in _example(example, operation, facade, prepared):
                yield Problem(example.file, 1, text)
    yield from _uncovered(source, prepared, seen)


def _shape(data: Json) -> str | None:
    request, response = data.get("request", {}), data.get("response", {})
    if not is_object(request) or not all(isinstance(request.get(key, ""), str) for key in ("method", "path")):
        return "`request` is an object with a method and a path"
    if "request" in data and not {"method", "path"} <= request.keys():
        return "`request` says method and path"
    query = request.get("query", [])
    if not is_array(query) or not all(is_array(pair) and list(map(type, pair)) == [str, str] for pair in query):
        return "`request` says its query as a list of pairs of texts"
    if not is_object(response) or type(response.get("status", 0)) is not int:
        return "`response` is an object with a status"
    return "`response` says its status" if "response" in data and "status" not in response else None


def _uncovered(source: Source, prepared: Prepared, seen: dict[str, set[str]]) -> Iterator[Problem]:
    for operation in prepared.operations if source.examples else ():
        for kind in ("success", "error"):
            if kind not in seen[operation.id]:
                yield source.document.problem(operation.pointer, f"{operation.id} has no example of a {kind}")


def _example(example: Example, operation: Operation, facade: Facade, prepared: Prepared) -> Iterator[str]:
    data, request = example.data, example.data["request"]
    if data["origin"] not in ORIGINS:
        yield f"the origin is one of {', '.join(ORIGINS)}"
    if data["origin"] == "repaired" and "repair" not in data:
        yield "a repaired example says in `repair` what was mended"
    if request["method"].lower() != operation.method or not _path_pattern(operation.path).fullmatch(request["path"]):
        yield f"the request is not {operation.method.upper()} {operation.path}"
    known = {parameter.name for parameter in operation.parameters if parameter.place == "query"}
    for name, _ in request.get("query", ()):
        if name not in known:
            yield f"{operation.id} has no query parameter {name!r}"
    if "body" in request and operation.body is not None:
        yield from _invalid("request", request["body"], operation.body.schema, prepared)
    yield from _answer(data["response"], operation, prepared)


def _answer(response: Json, operation: Operation, prepared: Prepared) -> Iterator[str]:
    status = str(response["status"])
    reply = operation.replies.get(status) or operation.replies.get("default")
    if reply is None:
        yield f"{operation.id} documents no status {status}"
    elif "body" in response and reply.content is not None and not isinstance(response["body"], str):
        yield from _invalid("response", response["body"], reply.content.schema, prepared)


def _path_pattern(path: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{[^{}]+\\\}", "[^/]+", re.escape(path)))


def _invalid(what: str, body: Any, schema: Json, prepared: Prepared) -> Iterator[str]:
    found: Any = validator(schema, prepared.schemas)
    error = cast("ValidationError | None", best_match(found.iter_errors(body)))
    if error is not None:
        yield f"the {what} body is not as its schema says: {error.json_path}: {error.message[:200]}"


def validator(schema: Json, schemas: dict[str, Json]) -> Draft202012Validator:
    """A JSON Schema validator for a schema of an OpenAPI 3.0 document."""
    components = {"schemas": {name: plain(one) for name, one in schemas.items()}}
    return Draft202012Validator({**plain(schema), "components": components})


def plain(schema: Any) -> Any:
    """A schema of OpenAPI 3.0 as JSON Schema: `nullable` becomes a type."""
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
