"""From an operation to its request. Pure: checks, encodes, and refuses before anything is sent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from .._errors import InvalidArgument
from .._formats.json import dumps, is_array, is_json, is_object, to_json
from .._models.schema import validate
from .._models.violations import path_text
from .._values import field, frozen
from .conditional import condition_headers
from .operation import safe_segment

if TYPE_CHECKING:
    from .endpoint import Endpoint, Parameter
    from .operation import Operation

Pair = tuple[str, str]


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
    parameters = endpoint.parameters
    arguments = {**client_parameters, **operation.arguments}
    encoded = {parameter.python: to_json(arguments[parameter.python]) for parameter in _present(parameters, arguments)}
    if validate:
        _check(parameters, encoded)
    resource_key, identity = _resource_key(parameters, origin, endpoint.resource, encoded, client_parameters)
    basis = operation.basis if operation.basis is not None and operation.basis.subject == resource_key else None
    conditions = condition_headers(endpoint.conditions, operation.conditions, basis)
    body = _body(operation, encoded)
    headers = [("Accept", endpoint.accept), *_headers(parameters, encoded), *conditions]
    if body is not None and endpoint.body is not None:
        headers.append(("Content-Type", endpoint.body.media_type))
    return Prepared(
        target=_path(endpoint, encoded) + _query(parameters, encoded),
        headers=tuple(headers),
        body=body,
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
    if _is_unreserved(text):
        return text
    try:
        return quote(text, safe="")
    except UnicodeEncodeError:
        raise InvalidArgument(f"{name}: contains an unpaired surrogate") from None


_is_unreserved = re.compile(r"[A-Za-z0-9_.~-]*", re.ASCII).fullmatch


def _path(endpoint: Endpoint[Any], encoded: Mapping[str, Any]) -> str:
    literals, names = _template(endpoint)
    path = literals[0]
    for name, literal in zip(names, literals[1:], strict=True):
        safe_segment(_simple(encoded[name]), name)
        path += ",".join([_quoted(text, name) for text in _parts(encoded[name])]) + literal
    return path


@cache
def _template(endpoint: Endpoint[Any]) -> tuple[list[str], list[str]]:
    """The parts of a path between its parameters, and the names of the arguments for these."""
    names = {p.wire: p.python for p in endpoint.parameters if p.location == "path"}
    parts = re.split(r"\{([^{}]+)\}", endpoint.path)
    return parts[::2], [names[wire] for wire in parts[1::2]]


def _query(parameters: tuple[Parameter, ...], encoded: Mapping[str, Any]) -> str:
    pairs = [
        f"{quote(name, safe='')}={','.join(_quoted(text, parameter.python) for text in texts)}"
        for parameter in parameters
        if parameter.location == "query" and encoded.get(parameter.python) is not None
        for name, texts in _fields_of(parameter, encoded[parameter.python])
    ]
    return f"?{'&'.join(pairs)}" if pairs else ""


def _headers(parameters: tuple[Parameter, ...], encoded: Mapping[str, Any]) -> Iterator[Pair]:
    for parameter in parameters:
        if parameter.location == "header" and encoded.get(parameter.python) not in (None, [], {}):
            yield parameter.wire, safe_header(_simple(encoded[parameter.python]), parameter.python)


def _fields_of(parameter: Parameter, value: Any) -> Iterator[tuple[str, list[str]]]:
    """The query fields for a value: names, and texts to be joined with commas (RFC 6570, 3.2.8)."""
    if is_array(value) and parameter.explode:
        yield from ((parameter.wire, [_simple(item)]) for item in value)
    elif is_object(value) and parameter.explode:
        yield from ((name, [_simple(item)]) for name, item in value.items())
    elif parts := _parts(value):
        yield parameter.wire, parts


def _parts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if is_array(value):
        return [_simple(item) for item in value]
    if is_object(value):
        return [text for name, item in value.items() for text in (name, _simple(item))]
    return [_simple(value)]


def _simple(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return ",".join(_parts(value)) if is_array(value) or is_object(value) else str(value)


def safe_header(value: str, name: str) -> str:
    """`value`, if it can be sent in a header (RFC 9110, 5.5). The error does not contain it."""
    if not (value.isascii() and value.isprintable()) or value != value.strip():
        raise InvalidArgument(f"{name}: must be printable ASCII without leading or trailing spaces")
    return value


def _body(operation: Operation[Any], encoded: Mapping[str, Any]) -> bytes | None:
    endpoint = operation.endpoint
    if endpoint.body is None:
        return None
    fields = {p.wire: encoded[p.python] for p in endpoint.parameters if p.location == "body" and p.python in encoded}
    if not fields and not (endpoint.body.required and not endpoint.body.single):
        return None
    return encode(endpoint.body.media_type, fields["body"] if endpoint.body.single else fields)


def encode(media_type: str, value: Any) -> bytes:
    """A body, encoded for its media type."""
    if isinstance(value, bytes):
        return value
    if is_json(media_type):
        return dumps(value)
    try:
        if media_type == "application/x-www-form-urlencoded" and is_object(value):
            return urlencode({name: _form(item) for name, item in value.items()}, doseq=True).encode("ascii")
        return _simple(value).encode()
    except UnicodeEncodeError:
        raise InvalidArgument("body: contains an unpaired surrogate") from None


def _form(value: Any) -> str | list[str]:
    if is_array(value):
        return [_simple(item) for item in value]
    return "" if value is None else _simple(value)
