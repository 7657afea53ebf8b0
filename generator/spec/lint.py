"""Finds what would be lost or wrong in a client. Each diagnostic says what is wrong and how to correct it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from urllib.parse import unquote

from ..diagnostics import Diagnostic
from .binary import binary_field
from .document import Document, Json, Pointer
from .examples import check_examples
from .facade import CREDENTIAL_CLASSES, Facade
from .lint_facade import check_facade, check_skipped
from .operations import FORM, IGNORED_HEADERS, MULTIPART, Operation, Parameter, ResolvedSpec, is_json
from .references import component_of
from .servers import check_server
from .sizes import too_large
from .source import Source


def is_curated(document: Document) -> bool:
    """Whether a document names its sources. One that does not is the vendor's own document."""
    return bool(document.data["info"].get("x-sources"))


def lint(source: Source, facade: Facade, resolved: ResolvedSpec) -> list[Diagnostic]:
    """What would be lost or wrong in the client."""
    document = source.document
    found: list[Diagnostic] = []
    for operation in resolved.operations:
        found += _operation(document, operation, resolved)
    found += _schemas(document, resolved)
    found += too_large(document, resolved.schemas)
    found += check_facade(source.facade_file, facade, resolved)
    found += check_skipped(source, facade)
    found += _auth(source, facade)
    return found or list(check_examples(source, resolved))


def _operation(document: Document, operation: Operation, resolved: ResolvedSpec) -> Iterator[Diagnostic]:
    data, pointer = operation.data, operation.pointer
    if is_curated(document) and "security" not in data and "security" not in document.data:
        yield document.diagnostic(pointer, "no security: name a scheme, or set `security: []` for none")
    if is_curated(document) and not data.get("x-source"):
        yield document.diagnostic(pointer, "no x-source: name the place in the vendor's document")
    yield from _source_key(document, data, pointer)
    if is_curated(document) and not any(s.startswith("2") or s == "default" for s in operation.responses):
        yield document.diagnostic((*pointer, "responses"), "no success response (2xx) is documented")
    yield from _duplicates(document, data, pointer)
    for parameter in operation.parameters:
        yield from _parameter(document, operation, parameter)
    known = {parameter.name for parameter in operation.parameters if parameter.location == "path"}
    for name in re.findall(r"\{([^{}]*)\}", operation.path):
        if name not in known:
            yield document.diagnostic(("paths", operation.path), f"lost: {{{name}}} in the path is not a parameter")
    if reason := _leads_elsewhere(operation.path):
        yield document.diagnostic(("paths", operation.path), f"the path {operation.path!r} {reason}")
    yield from _body(document, operation, resolved)
    yield from check_server(document, operation)


def _leads_elsewhere(path: str) -> str | None:
    """Why requests for a path would go to another resource (RFC 3986, 3.3 and 5.2.4), or None."""
    if "#" in path or "?" in path:
        return "has a query or a fragment: what every call sends is a parameter with one value"
    if any(unquote(segment) in (".", "..") for segment in path.split("/")):
        return "has a segment . or .., which leads out of its place"
    return None if path.isprintable() else "has control characters"


def _source_key(document: Document, data: Json, pointer: Pointer) -> Iterator[Diagnostic]:
    keys: Json = document.data["info"].get("x-sources", {})
    for part in str(data.get("x-source") or "").split("; "):
        key = part.partition(":")[0]
        if part and key not in keys:
            near = ", ".join(get_close_matches(key, keys, n=1)) or ", ".join(keys) or "none"
            yield document.diagnostic((*pointer, "x-source"), f"x-source {key!r} is not in info.x-sources ({near})")


def _auth(source: Source, facade: Facade) -> Iterator[Diagnostic]:
    """The credential's name is unique, and a curated package says where the vendor describes its token flow."""
    if facade.auth is None:
        return
    for schema, model in facade.models.items():
        if model.name is not None and model.name == CREDENTIAL_CLASSES.get(facade.auth.flow):
            text = f"{model.name} is the name of the credential: choose another name for {schema}"
            yield source.facade_file.diagnostic(text, "models", schema, "name")
    if not is_curated(source.document):
        return
    keys: Json = source.document.data["info"].get("x-sources", {})
    if not facade.auth.source:
        yield source.facade_file.diagnostic("auth has no source: name the place in the vendor's documents", "auth")
    for part in (facade.auth.source or "").split("; "):
        key = part.partition(":")[0]
        if key and key not in keys:
            yield source.facade_file.diagnostic(f"auth.source: {key!r} is not in info.x-sources", "auth", "source")


def _duplicates(document: Document, data: Json, pointer: Pointer) -> Iterator[Diagnostic]:
    """Parameters that an operation defines twice."""
    seen: set[tuple[str, str]] = set()
    for index, one in enumerate(data.get("parameters") or ()):
        name, location = str(one.get("name")), str(one.get("in"))
        if "$ref" not in one and (name, location) in seen:
            text = f"the {location} parameter {name!r} is defined twice"
            yield document.diagnostic((*pointer, "parameters", index), text)
        seen.add((name, location))


def _parameter(document: Document, operation: Operation, parameter: Parameter) -> Iterator[Diagnostic]:
    data, at = parameter.data, parameter.pointer
    if parameter.location == "header" and parameter.name.lower() in IGNORED_HEADERS:
        return
    if reason := unsupported(parameter):
        hint = "" if data.get("required") else f'; leave it out with drop = ["{parameter.name}"] in facade.toml'
        yield document.diagnostic(at, f"the parameter {parameter.name!r}: {reason}{hint}")
    if is_curated(document) and not (data.get("x-source") or operation.data.get("x-source")):
        yield document.diagnostic(at, f"the parameter {parameter.name!r} has no x-source")
    if is_curated(document) and parameter.location == "path" and f"{{{parameter.name}}}" not in operation.path:
        yield document.diagnostic(at, f"the path parameter {parameter.name!r} is not in the path")
    yield from _source_key(document, data, at)


def unsupported(parameter: Parameter) -> str | None:
    """Why a parameter cannot be sent, or None if it can."""
    style, media_type = parameter.data.get("style"), next(iter(parameter.data.get("content") or ()), "application/json")
    if parameter.location == "cookie":
        return "cookie parameters are not supported"
    if not is_json(media_type):
        return f"`content` of type {media_type} is not supported, only JSON"
    return f"the style {style} is not supported" if style in ("matrix", "label") else None


def _body(document: Document, operation: Operation, resolved: ResolvedSpec) -> Iterator[Diagnostic]:
    if operation.body is None:
        return
    at = (*operation.pointer, "requestBody")
    media_type = operation.body.media_type
    if (media_type.startswith("multipart/") and media_type != MULTIPART) or media_type.endswith(("/xml", "+xml")):
        text = f"request bodies of type {media_type} are not supported: use JSON, a form, text or binary"
        yield document.diagnostic(at, text)
    if media_type != MULTIPART and (wire := binary_field(operation.body.schema, resolved.schemas)):
        text = f"the field {wire!r} is binary, which a body of type {media_type} cannot hold: use multipart/form-data"
        yield document.diagnostic(at, text)
    if media_type in (FORM, MULTIPART) and component_of(operation.body.schema) is None:
        yield document.diagnostic(at, "a form body needs an object schema with properties")
    for wire, encoding in operation.body.encoding.items() if media_type == FORM else ():
        kind = str(encoding.get("contentType", "text/plain"))
        if not (is_json(kind) or kind.startswith("text/plain")):
            yield document.diagnostic(at, f"the field {wire!r} of a form: fields of type {kind} are not supported")


def _schemas(document: Document, resolved: ResolvedSpec) -> Iterator[Diagnostic]:
    for name, schema in resolved.schemas.items():
        at = ("components", "schemas", name)
        yield from _source_key(document, schema, at)
        for wire, one in schema.get("properties", {}).items():
            below = (*at, "properties", wire)
            described = resolved.schemas.get(component_of(one) or "", {})
            sourced = one.get("x-source") or schema.get("x-source") or described.get("x-source")
            if is_curated(document) and not sourced:
                text = f"the property {name}.{wire} has no x-source, and {name} has none either"
                yield document.diagnostic(below, text)
            yield from _source_key(document, one, below)
        for wire in schema.get("required", ()):
            if schema.get("properties") and wire not in schema["properties"] and is_curated(document):
                text = f"{name} requires {wire!r}, which is not one of its properties"
                yield document.diagnostic((*at, "required"), text)
