"""Refuses what would be lost or wrong in a client. Every finding says where, what, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import islice
from typing import Any, Final

from jsonschema import Draft4Validator, Draft202012Validator
from openapi_spec_validator import schemas as official

from . import examples
from .credentials import CLASSES
from .facade import Facade, ModelFacade, OperationFacade, PagingFacade
from .normalise import METHODS
from .prepare import FORM, OWN_HEADERS, Operation, Parameter, Prepared
from .problems import Problem
from .schemas import target
from .source import Document, Json, Pointer, Source, Surface, is_array, is_object, target_of


def structure(source: Source) -> list[Problem]:
    """What keeps a document from being read at all: it is no OpenAPI, or its references lead nowhere."""
    document, data = source.document, source.document.data
    version = str(data.get("openapi", ""))
    if not version.startswith(("3.0.", "3.1.")):
        found = version or "a document that does not say which"
        return [document.problem(("openapi",), f"OpenAPI 3.0 and 3.1 are understood, not {found}")]
    problems = list(_invalid(document, version))
    return problems or [*_references(document, data, ()), *_operation_ids(document)]


MOST_FINDINGS = 50


def _invalid(document: Document, version: str) -> Iterator[Problem]:
    published: Any = official
    old = version.startswith("3.0.")
    validator: Any = Draft4Validator(published.schema_v30) if old else Draft202012Validator(published.schema_v31)
    for error in islice(validator.iter_errors(document.data), MOST_FINDINGS):
        leaf = max(_leaves(error), key=lambda one: (len(one.absolute_path), not _asks_for_reference(one)))
        text = " ".join(leaf.message.split())[:200]
        yield document.problem(_place(leaf), f"no valid OpenAPI: {leaf.json_path}: {text}")
    info: Any = document.data.get("info")
    sources: Any = info.get("x-sources", {}) if is_object(info) else {}
    if not is_object(sources) or not all(isinstance(title, str) for title in sources.values()):
        yield document.problem(("info", "x-sources"), "info.x-sources is a mapping: short keys and titles of documents")


def _place(leaf: Any) -> Pointer:
    """Where a finding of the validator is; for a key that does not belong, that key."""
    key = _surplus(leaf)
    return tuple(leaf.absolute_path) if key is None else (*leaf.absolute_path, key)


def _asks_for_reference(leaf: Any) -> bool:
    """Whether it says that there should be a `$ref`, or should be none: the other alternative says what is wrong."""
    return (leaf.validator == "required" and "$ref" in leaf.validator_value) or _surplus(leaf) == "$ref"


def _surplus(leaf: Any) -> str | None:
    """The first key that does not belong, if that is the finding. Read from the schema: texts change with versions."""
    if leaf.validator != "additionalProperties":
        return None
    known, patterns = leaf.schema.get("properties", ()), leaf.schema.get("patternProperties", ())
    keys = (key for key in leaf.instance if key not in known)
    return min((key for key in keys if not any(re.search(one, key) for one in patterns)), default=None)


def _leaves(error: Any) -> Iterator[Any]:
    """The errors that have no further cause: of two alternatives, the one that got further says what is wrong."""
    for cause in error.context or ():
        yield from _leaves(cause)
    if not error.context:
        yield error


def _references(document: Document, value: Any, pointer: Pointer) -> Iterator[Problem]:
    if is_object(value):
        reference = value.get("$ref")
        if isinstance(reference, str) and "properties" not in pointer[-1:]:
            yield from _reference(document, reference, (*pointer, "$ref"))
        for key, item in value.items():
            if key not in ("example", "examples", "default", "enum") or pointer[-1:] in _NAMED_BELOW:
                yield from _references(document, item, (*pointer, key))
    elif is_array(value):
        for index, item in enumerate(value):
            yield from _references(document, item, (*pointer, index))


_NAMED_BELOW: Final[tuple[Pointer, ...]] = (("responses",), ("properties",), ("schemas",), ("parameters",))
"""Below these, keys are names that the document gives, whatever they are called."""


def _reference(document: Document, reference: str, pointer: Pointer) -> Iterator[Problem]:
    if not reference.startswith("#/"):
        yield document.problem(pointer, f"$ref {reference!r}: only references into this file are followed; copy it in")
        return
    seen = [reference]
    found = target_of(document.data, reference)
    while is_object(found) and isinstance(found.get("$ref"), str):
        if found["$ref"] in seen:
            yield document.problem(pointer, f"$ref {reference!r} leads back to itself")
            return
        seen.append(found["$ref"])
        found = target_of(document.data, found["$ref"])
    if found is None:
        yield document.problem(pointer, f"$ref {reference!r} points to nothing")


def _operation_ids(document: Document) -> Iterator[Problem]:
    seen: set[str] = set()
    for path, item in document.data.get("paths", {}).items():
        for method in METHODS:
            operation: Json = item.get(method) or {}
            name: str | None = operation.get("operationId")
            if name in seen:
                pointer = ("paths", path, method, "operationId")
                yield document.problem(pointer, f"the operationId {name!r} stands twice")
            seen.update([name] if name else [])


def curated(document: Document) -> bool:
    """Whether a document names its sources. One that does not is the vendor's own, and its places are the sources."""
    return bool(document.data["info"].get("x-sources"))


def check(source: Source, facade: Facade, prepared: Prepared) -> list[Problem]:
    """What would be lost or wrong in the client."""
    document = source.document
    found: list[Problem] = []
    for operation in prepared.operations:
        found += _operation(document, operation)
    found += _schemas(document, prepared)
    found += _facade(source.surface, facade, prepared)
    found += _skipped(source, facade)
    found += _auth(source, facade)
    return found or list(examples.check(source, facade, prepared))


def _operation(document: Document, operation: Operation) -> Iterator[Problem]:
    data, pointer = operation.data, operation.pointer
    if curated(document) and "security" not in data and "security" not in document.data:
        yield document.problem(pointer, "no security: say which scheme, or `security: []` for none")
    if curated(document) and not data.get("x-source"):
        yield document.problem(pointer, "no x-source: say where in the vendor's document it stands")
    yield from _source_key(document, data, pointer)
    if curated(document) and not any(status.startswith("2") or status == "default" for status in operation.replies):
        yield document.problem((*pointer, "responses"), "no success (2xx) is documented")
    yield from _twice(document, data, pointer)
    for parameter in operation.parameters:
        yield from _parameter(document, operation, parameter)
    places = {parameter.name for parameter in operation.parameters if parameter.place == "path"}
    for name in re.findall(r"\{([^{}]*)\}", operation.path):
        if name not in places:
            yield document.problem(("paths", operation.path), f"lost: {{{name}}} in the path is no parameter")
    yield from _body(document, operation)


def _source_key(document: Document, data: Json, pointer: Pointer) -> Iterator[Problem]:
    keys: Json = document.data["info"].get("x-sources", {})
    for part in str(data.get("x-source") or "").split("; "):
        key = part.partition(":")[0]
        if part and key not in keys:
            near = ", ".join(get_close_matches(key, keys, n=1)) or ", ".join(keys) or "none"
            yield document.problem((*pointer, "x-source"), f"x-source {key!r} is not in info.x-sources ({near})")


def _auth(source: Source, facade: Facade) -> Iterator[Problem]:
    """The credential has a name of its own; a curated package says where the vendor describes its token flow."""
    if facade.auth is None:
        return
    for schema, model in facade.models.items():
        if model.name is not None and model.name == CLASSES.get(facade.auth.flow):
            text = f"{model.name} is what the credential is called: give {schema} another name"
            yield source.surface.problem(text, "models", schema, "name")
    if not curated(source.document):
        return
    keys: Json = source.document.data["info"].get("x-sources", {})
    if not facade.auth.source:
        yield source.surface.problem("auth has no source: say where in the vendor's documents it stands", "auth")
    for part in (facade.auth.source or "").split("; "):
        key = part.partition(":")[0]
        if key and key not in keys:
            yield source.surface.problem(f"auth.source: {key!r} is not in info.x-sources", "auth", "source")


def _twice(document: Document, data: Json, pointer: Pointer) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for index, one in enumerate(data.get("parameters") or ()):
        name, place = str(one.get("name")), str(one.get("in"))
        if "$ref" not in one and (name, place) in seen:
            text = f"the {place} parameter {name!r} stands twice"
            yield document.problem((*pointer, "parameters", index), text)
        seen.add((name, place))


def _parameter(document: Document, operation: Operation, parameter: Parameter) -> Iterator[Problem]:
    data, at = parameter.data, parameter.pointer
    if parameter.place == "header" and parameter.name.lower() in OWN_HEADERS:
        return
    if parameter.place == "cookie":
        yield document.problem(at, f"the cookie parameter {parameter.name!r}: cookies as parameters are not generated")
    if "content" in data:
        yield document.problem(at, f"the parameter {parameter.name!r} has `content`: give it a `schema`")
    if data.get("style", "form") in ("deepObject", "spaceDelimited", "pipeDelimited", "matrix", "label"):
        yield document.problem(
            at, f"the parameter {parameter.name!r} has the style {data['style']}, which is not generated"
        )
    if curated(document) and not (data.get("x-source") or operation.data.get("x-source")):
        yield document.problem(at, f"the parameter {parameter.name!r} has no x-source")
    if curated(document) and parameter.place == "path" and f"{{{parameter.name}}}" not in operation.path:
        yield document.problem(at, f"the path parameter {parameter.name!r} does not stand in the path")
    yield from _source_key(document, data, at)
    yield from _patterns(document, data.get("schema"), (*at, "schema"))


def _body(document: Document, operation: Operation) -> Iterator[Problem]:
    if operation.body is None:
        return
    at = (*operation.pointer, "requestBody")
    media_type = operation.body.media_type
    if media_type.startswith("multipart/") or media_type.endswith(("/xml", "+xml")):
        yield document.problem(
            at, f"a body of {media_type} is not generated: document a JSON, form, text or binary one"
        )
    if media_type == FORM and target(operation.body.schema) is None:
        yield document.problem(at, "a form body needs an object schema with properties")


def _schemas(document: Document, prepared: Prepared) -> Iterator[Problem]:
    for name, schema in prepared.schemas.items():
        at = ("components", "schemas", name)
        yield from _source_key(document, schema, at)
        for wire, one in schema.get("properties", {}).items():
            below = (*at, "properties", wire)
            described = prepared.schemas.get(target(one) or "", {})
            sourced = one.get("x-source") or schema.get("x-source") or described.get("x-source")
            if curated(document) and not sourced:
                yield document.problem(below, f"the property {name}.{wire} has no x-source, and {name} has none either")
            yield from _source_key(document, one, below)
        yield from _patterns(document, schema, at)
        for wire in schema.get("required", ()):
            if schema.get("properties") and wire not in schema["properties"] and curated(document):
                yield document.problem((*at, "required"), f"{name} requires {wire!r}, which is none of its properties")


def _patterns(document: Document, value: Any, pointer: Pointer) -> Iterator[Problem]:
    """Patterns that Python cannot read."""
    if is_array(value):
        for index, item in enumerate(value):
            yield from _patterns(document, item, (*pointer, index))
    elif is_object(value):
        for key, item in value.items():
            if key == "pattern" and isinstance(item, str) and not _compiles(item):
                yield document.problem((*pointer, key), f"the pattern {item!r} is none that Python understands")
            yield from _patterns(document, item, (*pointer, key))


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError):
        return False
    return True


def _facade(surface: Surface, facade: Facade, prepared: Prepared) -> Iterator[Problem]:
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


def _skipped(source: Source, facade: Facade) -> Iterator[Problem]:
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
