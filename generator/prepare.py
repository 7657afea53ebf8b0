"""A pure pass over the document: resolves what is shared, picks media types, derives merge-patch models, and lays out
what the engine may see, so that it has nothing to lose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from attrs import frozen

from .engine import class_name, identifier
from .facade import Facade
from .normalise import METHODS, REF
from .schemas import target
from .source import Document, Json, Pointer, is_object

FORM: Final = "application/x-www-form-urlencoded"
OWN_HEADERS: Final = frozenset({"accept", "content-type", "authorization"})
"""Header parameters that OpenAPI 3.0 tells to ignore, because other parts of the document say them."""
CONDITIONAL: Final = ("If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since")


@frozen
class Parameter:
    """One parameter, resolved."""

    data: Json
    pointer: Pointer

    @property
    def name(self) -> str:
        """Its wire name."""
        return str(self.data["name"])

    @property
    def place(self) -> str:
        """path, query, header or cookie."""
        return str(self.data["in"])


@frozen
class Content:
    """The chosen body of a request or a response."""

    media_type: str
    schema: Json

    @property
    def raw(self) -> str | None:
        """How a body that is no JSON is handed over: as text or as bytes."""
        if is_json(self.media_type) or self.media_type == FORM:
            return None
        return "text" if self.media_type.startswith("text/") else "bytes"


@frozen
class Reply:
    """One response, resolved."""

    description: str
    content: Content | None
    headers: tuple[str, ...]


@frozen
class Operation:
    """One operation, with everything that it shares with others copied into it."""

    id: str
    method: str
    path: str
    pointer: Pointer
    data: Json
    parameters: tuple[Parameter, ...]
    body: Content | None
    body_required: bool
    replies: dict[str, Reply]
    scopes: tuple[str, ...]

    @property
    def tag(self) -> str:
        """The resource that it belongs to."""
        return str((self.data.get("tags") or ["default"])[0])

    @property
    def conditions(self) -> tuple[str, ...]:
        """The conditional headers that it declares."""
        declared = {parameter.name.lower() for parameter in self.parameters if parameter.place == "header"}
        return tuple(name for name in CONDITIONAL if name.lower() in declared)


@frozen
class Prepared:
    """A document after this pass."""

    schemas: dict[str, Json]
    operations: tuple[Operation, ...]
    engine_view: Json


def prepare(document: Document, facade: Facade) -> Prepared:
    """Run the pass."""
    schemas = dict(document.data.get("components", {}).get("schemas", {}))
    operations = tuple(_operations(document, facade, schemas))
    return Prepared(schemas, operations, _engine_view(document.data, schemas, operations))


def resolve(document: Json, value: Any) -> Any:
    """What a local `$ref` to a parameter, response or body points to; anything else as it is."""
    while is_object(value) and "$ref" in value:
        value = _at(document, str(value["$ref"]))
    return value


def _at(document: Json, reference: str) -> Any:
    found: Any = document
    for step in reference.removeprefix("#/").split("/"):
        found = found[step.replace("~1", "/").replace("~0", "~")]
    return found


def pointer_of(document: Json, value: Any, pointer: Pointer) -> Pointer:
    """Where the thing that a `$ref` points to stands."""
    while is_object(value) and "$ref" in value:
        steps = str(value["$ref"]).removeprefix("#/").split("/")
        pointer = tuple(step.replace("~1", "/").replace("~0", "~") for step in steps)
        value = _at(document, str(value["$ref"]))
    return pointer


def _operations(document: Document, facade: Facade, schemas: dict[str, Json]) -> Iterator[Operation]:
    data = document.data
    for path, item in data.get("paths", {}).items():
        for method in METHODS:
            if method in item and not _is_skipped(facade, item[method]):
                yield _operation(data, facade, schemas, path, method, item)


def _is_skipped(facade: Facade, operation: Json) -> bool:
    settings = facade.operations.get(str(operation["operationId"]))
    return settings is not None and settings.skip


def _operation(data: Json, facade: Facade, schemas: dict[str, Json], path: str, method: str, item: Json) -> Operation:
    operation, pointer = item[method], ("paths", path, method)
    identifier = str(operation.get("operationId", f"{method} {path}"))
    body = resolve(data, operation.get("requestBody"))
    content = _content(body) if body else None
    patched = facade.operations[identifier].patches if identifier in facade.operations else None
    if patched and content and patched in schemas:
        content = Content(content.media_type, {"$ref": REF + _derive_patch(patched, schemas)})
    return Operation(
        id=identifier,
        method=method,
        path=path,
        pointer=pointer,
        data=operation,
        parameters=tuple(_parameters(data, item, operation, path, pointer)),
        body=content,
        body_required=bool(body and body.get("required")),
        replies={status: _reply(resolve(data, reply)) for status, reply in operation.get("responses", {}).items()},
        scopes=_scopes(operation.get("security", data.get("security", []))),
    )


def _parameters(data: Json, item: Json, operation: Json, path: str, pointer: Pointer) -> Iterator[Parameter]:
    own = [(one, (*pointer, "parameters", i)) for i, one in enumerate(operation.get("parameters", []))]
    shared = [(one, ("paths", path, "parameters", i)) for i, one in enumerate(item.get("parameters", []))]
    found = {}
    for one, at in (*shared, *own):
        resolved = resolve(data, one)
        in_path = resolved["in"] != "path" or f"{{{resolved['name']}}}" in path
        if in_path or data["info"].get("x-sources"):  # one that has no place cannot be sent; a curated one is refused
            found[resolved["in"], resolved["name"]] = Parameter(resolved, pointer_of(data, one, at))
    yield from found.values()


def _content(body: Mapping[str, Any]) -> Content | None:
    content: Json = body.get("content") or {}
    if not content:
        return None
    chosen = min(content, key=_preference)
    media_type = "application/json" if chosen in ("*/*", "application/*") else chosen.partition(";")[0].strip().lower()
    holder: Json = content[chosen] or {}
    return Content(media_type.replace("*+json", "json").replace("*", "plain"), holder.get("schema", {}))


def _preference(media_type: str) -> int:
    plain = media_type.partition(";")[0].strip().lower()
    ranks = ("application/json", "*+json", "*/*", "application/*", FORM, "text/")
    if plain in ("application/json", "*/*", "application/*", FORM):
        return ranks.index(plain)
    return 1 if is_json(plain) else 5 if plain.startswith("text/") else 6


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON."""
    plain = media_type.partition(";")[0].strip().lower()
    return plain == "application/json" or plain.endswith("+json")


def _reply(data: Json) -> Reply:
    return Reply(str(data.get("description", "")), _content(data), tuple(data.get("headers", {})))


def _scopes(security: list[Json]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(scope for one in security for scopes in one.values() for scope in scopes))


def _derive_patch(name: str, schemas: dict[str, Json]) -> str:
    """Add the merge-patch form of a schema: every field optional, every field may be null (RFC 7396)."""
    patch = f"{name}Patch"
    if patch not in schemas:
        original = schemas[name]
        schemas[patch] = {
            **{key: value for key, value in original.items() if key != "required"},
            "description": f"Changes to the `{name}`: None removes a field; a field left out stays as it is.",
        }
        properties = {wire: _patched(one, schemas) for wire, one in original.get("properties", {}).items()}
        schemas[patch] = {**schemas[patch], "properties": properties}
    return patch


def _patched(schema: Json, schemas: dict[str, Json]) -> Json:
    reference = target(schema)
    kept = {key: value for key, value in schema.items() if key not in ("$ref", "allOf", "default")}
    if reference is None:
        return {**kept, "nullable": True}
    if schemas[reference].get("properties"):
        reference = _derive_patch(reference, schemas)
    return {**kept, "nullable": True, "allOf": [{"$ref": REF + reference}]}


def _engine_view(data: Json, schemas: dict[str, Json], operations: tuple[Operation, ...]) -> Json:
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
    # Two names that make one class are an error to the engine; the second is named by us.
    taken: set[str] = set()
    for name, schema in schemas.items():
        if schema.get("properties") and class_name(name) not in taken:
            taken.add(class_name(name))
            yield name, _model_view(schema)


def _operation_view(operation: Operation) -> Json:
    parameters = [
        {**_named(parameter), "schema": {"type": "string"}}
        for parameter in operation.parameters
        if not (parameter.place == "header" and parameter.name.lower() in OWN_HEADERS)
    ]
    view: Json = {
        "operationId": operation.id,
        "tags": [operation.tag],
        "parameters": parameters,
        "responses": {status: {"description": ""} for status in operation.replies if status != "default"},
    }
    return view


def _named(parameter: Parameter) -> Json:
    return {**parameter.data, "name": _plain(parameter.name)} if parameter.place == "path" else parameter.data


def _plain(name: str) -> str:
    # The engine takes a path parameter of another name for none.
    plain = re.sub(r"[^A-Za-z0-9_-]", "_", name.strip("{}"))
    return f"_{plain}" if plain[:1].isdigit() else plain


def _model_view(schema: Json) -> Json:
    # Names are all that is asked of the engine here: how values are read and written is ours to say. Two properties
    # that make one name are an error to it; the second is named by us.
    distinct = {identifier(wire): wire for wire in reversed(schema["properties"])}
    properties: Json = {wire: {"type": "string"} for wire in schema["properties"] if wire in distinct.values()}
    required = [wire for wire in schema.get("required") or () if wire in properties]
    view: Json = {"type": "object", "properties": properties}
    return {**view, "required": required} if required else view
