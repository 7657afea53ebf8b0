"""Resolves the operations of a document: references followed, media types chosen, merge-patch models derived."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve

from .binary import binary_field
from .document import Document, Json, Pointer
from .engine_view import engine_view
from .facade import Facade, OperationFacade
from .operations import FORM, METHODS, MULTIPART, Content, Operation, Parameter, ResolvedSpec, Response, is_json
from .references import REF, component_of, dereference, pointer_of
from .servers import server_url


def resolve_spec(document: Document, facade: Facade) -> ResolvedSpec:
    """The operations and schemas of a document, and what the engine may see of them."""
    schemas = dict(document.data.get("components", {}).get("schemas", {}))
    operations = tuple(_operations(document, facade, schemas))
    return ResolvedSpec(schemas, operations, engine_view(document.data, schemas, operations))


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
    body = dereference(data, operation.get("requestBody"))
    content = _request_content(body, schemas) if body else None
    settings = facade.operations.get(identifier, OperationFacade())
    parameters = tuple(_parameters(data, item, operation, path, pointer))
    patched = settings.patches
    if patched and content and patched in schemas:
        content = evolve(content, schema={"$ref": REF + _derive_patch(patched, schemas)})
    return Operation(
        id=identifier,
        method=method,
        path=path,
        pointer=pointer,
        data=operation,
        parameters=tuple(one for one in parameters if one.name not in settings.drop),
        dropped=tuple(one for one in parameters if one.name in settings.drop),
        body=content,
        body_required=bool(body and body.get("required")),
        responses={status: _response(dereference(data, one)) for status, one in operation.get("responses", {}).items()},
        scopes=_scopes(operation.get("security", data.get("security", []))),
        server=server_url(operation.get("servers") or item.get("servers"), data.get("servers")),
        secured=operation.get("security", data.get("security")) != [],
    )


def _parameters(data: Json, item: Json, operation: Json, path: str, pointer: Pointer) -> Iterator[Parameter]:
    """The parameters of an operation and of its path, of which those of the operation take precedence."""
    own = [(one, (*pointer, "parameters", i)) for i, one in enumerate(operation.get("parameters", []))]
    shared = [(one, ("paths", path, "parameters", i)) for i, one in enumerate(item.get("parameters", []))]
    found = {}
    for one, at in (*shared, *own):
        resolved = dereference(data, one)
        in_path = resolved["in"] != "path" or f"{{{resolved['name']}}}" in path
        # One that is not in the path cannot be sent and is left out, unless the document is curated: lint reports it.
        if in_path or data["info"].get("x-sources"):
            found[resolved["in"], resolved["name"]] = Parameter(resolved, pointer_of(data, one, at))
    yield from found.values()


def _request_content(body: Mapping[str, Any], schemas: dict[str, Json]) -> Content | None:
    """The body of a request. One with binary fields is sent as multipart, if the document allows that."""
    content = _content(body)
    if content is None or content.raw or not binary_field(content.schema, schemas):
        return content
    contents: Json = body.get("content") or {}
    multipart = {kind: one for kind, one in contents.items() if kind.partition(";")[0].strip().lower() == MULTIPART}
    return _content({"content": multipart}) or content


def _content(body: Mapping[str, Any]) -> Content | None:
    """The body in the media type that is most useful to a client: JSON before a form, text and bytes."""
    content: Json = body.get("content") or {}
    if not content:
        return None
    chosen = min(content, key=_preference)
    plain, _, rest = chosen.partition(";")
    media_type = "application/json" if chosen in ("*/*", "application/*") else plain.strip().lower()
    media_type = media_type.replace("*+json", "json").replace("*", "plain")
    kept = [one.strip() for one in rest.split(";") if one.strip() and not one.strip().lower().startswith("charset=")]
    holder: Json = content[chosen] or {}
    encoding: Json = holder.get("encoding") or {}
    return Content(media_type, holder.get("schema", {}), "".join(f";{one}" for one in kept), encoding)


def _preference(media_type: str) -> int:
    plain = media_type.partition(";")[0].strip().lower()
    ranks = ("application/json", "*+json", "*/*", "application/*", FORM, MULTIPART, "text/")
    if plain in ("application/json", "*/*", "application/*", FORM, MULTIPART):
        return ranks.index(plain)
    return 1 if is_json(plain) else 6 if plain.startswith("text/") else 7


def _response(data: Json) -> Response:
    return Response(str(data.get("description", "")), _content(data), tuple(data.get("headers", {})))


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
    reference = component_of(schema)
    kept = {key: value for key, value in schema.items() if key not in ("$ref", "allOf", "default")}
    if reference is None:
        return {**kept, "nullable": True}
    if schemas[reference].get("properties"):
        reference = _derive_patch(reference, schemas)
    return {**kept, "nullable": True, "allOf": [{"$ref": REF + reference}]}
