"""From an operation to its request. Pure: checks, encodes, and refuses before anything is sent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from attrs import field, frozen

from .._errors import InvalidArgument
from .._formats.json import to_json
from .._models.object_rules import field_choices, missing_fields
from .._models.schema import resolve, validate
from .._models.violations import path_text
from .conditional import condition_headers
from .encoding import Pair, encode, header_text, parts, query_fields, simple
from .multipart import MULTIPART, encode_multipart
from .operation import safe_segment

if TYPE_CHECKING:
    from .endpoint import Endpoint, Parameter
    from .operation import Operation


@frozen(repr=False)
class Prepared:
    """A request without its credential, and what it says about its response."""

    target: str
    """Path and query, encoded."""
    headers: tuple[Pair, ...]
    body: bytes | None
    conditional: bool
    """Whether a 304 may be the response."""
    resource_key: tuple[str, ...]
    """Which object it is about: origin, resource and ids; empty if it is about none."""
    identity: str | None
    """The id of that object."""
    arguments: Mapping[str, Any] = field(factory=dict[str, Any])
    """All arguments by Python name, as JSON values."""


def prepare(operation: Operation[Any], origin: str, client_parameters: Mapping[str, str], validate: bool) -> Prepared:
    """Check the arguments and encode them.

    Raises `InvalidArgument`; with `validate=False` only for what cannot be sent safely.
    """
    try:
        return _prepare(operation, origin, client_parameters, validate)
    except RecursionError:
        raise InvalidArgument("an argument is nested too deeply, or contains itself") from None


def _prepare(operation: Operation[Any], origin: str, client_parameters: Mapping[str, str], validate: bool) -> Prepared:
    endpoint = operation.endpoint
    arguments = {**client_parameters, **operation.arguments}
    encoded = {
        parameter.python: to_json(arguments[parameter.python]) for parameter in _present(endpoint.parameters, arguments)
    }
    if validate:
        _check(endpoint.parameters, encoded)
        _check_fields(endpoint, encoded)
    resource_key, identity = _resource_key(endpoint.parameters, origin, endpoint.resource, encoded, client_parameters)
    basis = operation.basis if operation.basis is not None and operation.basis.subject == resource_key else None
    conditions = condition_headers(endpoint.conditions, operation.conditions, basis)
    content = _body(operation, encoded)
    headers = [("Accept", endpoint.accept), *_headers(endpoint.parameters, encoded), *conditions]
    if content is not None:
        headers.append(("Content-Type", content[0]))
    return Prepared(
        target=_target(_path(operation, encoded), _query(endpoint.parameters, encoded)),
        headers=tuple(headers),
        body=None if content is None else content[1],
        conditional=endpoint.method in ("GET", "HEAD")
        and any(name in ("If-None-Match", "If-Modified-Since") for name, _ in conditions),
        resource_key=resource_key,
        identity=identity,
        arguments=encoded,
    )


def _present(parameters: tuple[Parameter, ...], arguments: Mapping[str, Any]) -> Iterator[Parameter]:
    for parameter in parameters:
        if parameter.python in arguments:
            yield parameter
        elif parameter.required and parameter.location == "path":
            raise InvalidArgument(f"{parameter.python} is missing")


def _check(parameters: tuple[Parameter, ...], encoded: Mapping[str, Any]) -> None:
    for parameter in parameters:
        name = parameter.python
        if name not in encoded:
            if parameter.required:
                raise InvalidArgument(f"{name} is required")
            continue
        if encoded[name] is None and parameter.location != "body" and not parameter.required:
            continue
        violation = next(validate(parameter.schema, encoded[name], request=True), None)
        if violation is not None:
            where = name + path_text(violation.path)[1:]
            raise InvalidArgument(f"{where}: expected {violation.expected}, got {violation.got}")


def _check_fields(endpoint: Endpoint[Any], encoded: Mapping[str, Any]) -> None:
    """Check what the model of a body says about its fields as a whole. A body that is optional may be left out."""
    body = endpoint.body
    if body is None or body.single or "ref" not in body.schema:
        return
    names = {one.wire: one.python for one in endpoint.parameters if one.location == "body"}
    given = {wire: encoded[python] for wire, python in names.items() if python in encoded}
    if given or body.required:
        schema = resolve(body.schema["ref"]).__schema__
        for missing in missing_fields(schema, given, request=True):
            raise InvalidArgument(f"{names.get(str(missing.path[0]), missing.path[0])} is required")
        for wrong in field_choices(schema, given):
            raise InvalidArgument(f"expected {wrong.expected}, got {wrong.got}")


def _resource_key(
    parameters: tuple[Parameter, ...],
    origin: str,
    resource: str,
    encoded: Mapping[str, Any],
    client_parameters: Mapping[str, str],
) -> tuple[tuple[str, ...], str | None]:
    for parameter in parameters:
        if parameter.is_id:
            identity = safe_segment(str(encoded.get(parameter.python, "")), parameter.python)
            around = [
                p.python
                for p in parameters
                if p.location == "path" and not p.is_id and p.python not in client_parameters
            ]
            return (
                origin,
                resource,
                *client_parameters.values(),
                *(str(encoded[name]) for name in around),
                identity,
            ), identity
    return (), None


def _quoted(text: str, name: str) -> str:
    try:
        return quote(text, safe="")
    except UnicodeEncodeError:
        raise InvalidArgument(f"{name}: contains an unpaired surrogate") from None


_placeholder = re.compile(r"\{([^{}]+)\}")


def _path(operation: Operation[Any], encoded: Mapping[str, Any]) -> str:
    names = {p.wire: p.python for p in operation.endpoint.parameters if p.location == "path"}

    def fill(match: re.Match[str]) -> str:
        name = names[match[1]]
        safe_segment(simple(encoded[name]), name)
        return ",".join(_quoted(text, name) for text in parts(encoded[name]))

    return _placeholder.sub(fill, operation.endpoint.path)


def _target(path: str, query: str) -> str:
    """Path and query of a request; a path of the specification may have a query of its own."""
    return f"{path}{'&' if '?' in path else '?'}{query}" if query else path


def _query(parameters: tuple[Parameter, ...], encoded: Mapping[str, Any]) -> str:
    pairs = [
        (parameter.python, name, texts, quote(between, safe=","))
        for parameter in parameters
        if parameter.location == "query" and encoded.get(parameter.python) is not None
        for name, texts, between in query_fields(parameter, encoded[parameter.python])
    ]
    return "&".join(
        f"{_quoted(name, python)}={between.join(_quoted(text, python) for text in texts)}"
        for python, name, texts, between in pairs
    )


def _headers(parameters: tuple[Parameter, ...], encoded: Mapping[str, Any]) -> Iterator[Pair]:
    for parameter in parameters:
        if parameter.location == "header" and encoded.get(parameter.python) not in (None, [], {}):
            yield parameter.wire, safe_header(header_text(parameter, encoded[parameter.python]), parameter.python)


def safe_header(value: str, name: str) -> str:
    """`value`, if it can be sent in a header (RFC 9110, 5.5). The error does not contain it."""
    if not (value.isascii() and value.isprintable()) or value != value.strip():
        raise InvalidArgument(f"{name}: must be printable ASCII without leading or trailing spaces")
    return value


def _body(operation: Operation[Any], encoded: Mapping[str, Any]) -> tuple[str, bytes] | None:
    """The media type of the body, and the body."""
    endpoint, body = operation.endpoint, operation.endpoint.body
    if body is None:
        return None
    fields = {p.wire: encoded[p.python] for p in endpoint.parameters if p.location == "body" and p.python in encoded}
    if not fields and not (body.required and not body.single):
        return None
    if body.media_type == MULTIPART and not body.single:
        return _multipart(fields, body.styles)
    return body.media_type, encode(body.media_type, fields["body"] if body.single else fields, body.styles)


def _multipart(fields: Mapping[str, Any], types: Mapping[str, str]) -> tuple[str, bytes]:
    try:
        return encode_multipart(fields, types)
    except UnicodeEncodeError:
        raise InvalidArgument("body: contains an unpaired surrogate") from None
