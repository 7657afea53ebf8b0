"""From an operation to its request. Pure: checks, encodes, and refuses before anything is sent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, urlencode

from attrs import field, frozen

from .._errors import InvalidArgument
from .._formats.json import dumps, is_array, is_json, is_object, to_json
from .._models.schema import validate
from .._models.violations import path_text
from .conditional import condition_headers
from .operation import Echo, safe_segment

if TYPE_CHECKING:
    from .._models.schema import Schema
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
    path: str = ""
    """The path as errors, events and logs show it: without arguments that are secret."""


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
    encoded = _checked(endpoint.parameters, {**client_parameters, **operation.arguments}, validate)
    resource_key, identity = _resource_key(endpoint, origin, encoded, client_parameters)
    basis = operation.basis if operation.basis is not None and operation.basis.subject == resource_key else None
    conditions = condition_headers(endpoint.conditions, operation.conditions, basis)
    body = _body(operation, encoded)
    headers = [("Accept", endpoint.accept), *_headers(endpoint.parameters, encoded), *conditions]
    if body is not None and endpoint.body is not None:
        headers.append(("Content-Type", endpoint.body.media_type))
    path = _path(endpoint, encoded)
    return Prepared(
        target=path + _query(endpoint.parameters, encoded),
        path=_without_secrets(path, endpoint, encoded),
        headers=tuple(headers),
        body=body,
        conditional=endpoint.method in ("GET", "HEAD") and any(name in _FOR_READS for name, _ in conditions),
        resource_key=resource_key,
        identity=identity,
        arguments=encoded,
    )


_FOR_READS: Final = frozenset({"If-None-Match", "If-Modified-Since"})


def _present(parameters: tuple[Parameter, ...], arguments: Mapping[str, Any]) -> Iterator[Parameter]:
    for parameter in parameters:
        if parameter.python in arguments:
            yield parameter
        elif parameter.required and parameter.location == "path":
            raise InvalidArgument(f"{parameter.python} is missing")


def _checked(parameters: tuple[Parameter, ...], arguments: Mapping[str, Any], validate: bool) -> dict[str, Any]:
    """The arguments as JSON values. What the server named is sent back as it came."""
    encoded = {one.python: _encoded(one, arguments[one.python]) for one in _present(parameters, arguments)}
    if validate:
        _check([one for one in parameters if not isinstance(arguments.get(one.python), Echo)], encoded)
    return encoded


def _encoded(parameter: Parameter, value: Any) -> Any:
    """An argument as a JSON value. In a path, the text of a number stands for the number."""
    found = to_json(value)
    if isinstance(found, str) and not isinstance(value, Echo) and (parameter.location == "path" or parameter.is_id):
        return _typed(parameter.schema, found)
    return found


def _typed(schema: Schema, text: str) -> Any:
    """The number that a text says, where the schema takes numbers and no such text."""
    if next(validate(schema, text, request=True), None) is None:
        return text
    found = int(text) if _is_integer(text) else float(text) if _is_number(text) else text
    found = int(found) if isinstance(found, float) and found.is_integer() else found
    return found if next(validate(schema, found, request=True), None) is None else text


_is_integer = re.compile(r"-?(?:0|[1-9]\d{0,30})", re.ASCII).fullmatch
_is_number = re.compile(r"-?(?:0|[1-9]\d{0,30})\.\d{1,30}", re.ASCII).fullmatch


def _check(parameters: Iterable[Parameter], encoded: Mapping[str, Any]) -> None:
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
    endpoint: Endpoint[Any], origin: str, encoded: Mapping[str, Any], client_parameters: Mapping[str, str]
) -> tuple[tuple[str, ...], str | None]:
    for parameter in endpoint.parameters:
        if parameter.is_id:
            identity = safe_segment(str(encoded.get(parameter.python, "")), parameter.python)
            around = [
                str(encoded[p.python])
                for p in endpoint.parameters
                if p.location == "path" and not p.is_id and p.python not in client_parameters
            ]
            part = [endpoint.part] if endpoint.part else []
            return (origin, endpoint.resource, *part, *client_parameters.values(), *around, identity), identity
    return (), None


def _quoted(text: str, name: str) -> str:
    try:
        return quote(text, safe="")
    except UnicodeEncodeError:
        raise InvalidArgument(f"{name}: contains an unpaired surrogate") from None


_placeholder = re.compile(r"\{([^{}]+)\}")


def _without_secrets(path: str, endpoint: Endpoint[Any], encoded: Mapping[str, Any]) -> str:
    secret = [p.python for p in endpoint.parameters if p.location == "path" and p.schema.get("secret")]
    return _path(endpoint, {**encoded, **dict.fromkeys(secret, "REDACTED")}) if secret else path


def _path(endpoint: Endpoint[Any], encoded: Mapping[str, Any]) -> str:
    names = {p.wire: p.python for p in endpoint.parameters if p.location == "path"}

    def fill(match: re.Match[str]) -> str:
        name = names[match[1]]
        safe_segment(_simple(encoded[name]), name)
        return ",".join(_quoted(text, name) for text in _parts(encoded[name]))

    return _placeholder.sub(fill, endpoint.path)


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
    if is_array(value):
        return [_simple(item) for item in value]
    if is_object(value):
        return [text for name, item in value.items() for text in (name, _simple(item))]
    return [_simple(value)]


def _simple(value: Any) -> str:
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
