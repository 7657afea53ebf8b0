"""From an operation to its request. Pure: checks, encodes, and refuses before anything is sent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from .._errors import InvalidArgument
from .._models.fitting import with_integers
from .._models.object_rules import field_choices, missing_fields
from .._models.schema import resolve, validate
from .._models.violations import path_text
from .._values import field, frozen
from .conditional import PROTECTING, condition_headers, ensure_known
from .encoding import MULTIPART, Pair, encode, header_text, parts, query_fields, simple
from .operation import Echo, drop_unset, json_value, safe_segment

if TYPE_CHECKING:
    from .._models.schema import Schema
    from .._models.violations import Violation
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
    path: str = ""
    """The path as errors, events and logs show it: without arguments that are secret."""


def prepare(
    operation: Operation[Any],
    origin: str,
    client_parameters: Mapping[str, str],
    validate: bool,
    *,
    protected: bool = False,
) -> Prepared:
    """Check the arguments and encode them.

    Raises `InvalidArgument`; with `validate=False` only for what cannot be sent safely. With `protected`, raises
    `ConfigurationError` for the write of an object whose validators are not known.
    """
    try:
        prepared = _prepare(operation, origin, client_parameters, validate)
    except RecursionError:
        raise InvalidArgument("an argument is nested too deeply, or contains itself") from None
    if protected and _writes_object(operation):
        ensure_known(operation.id, list(prepared.headers))
    return prepared


def _writes_object(operation: Operation[Any]) -> bool:
    """Whether a call writes an object, not an id, on a condition that the specification declares."""
    endpoint = operation.endpoint
    has_object = operation.basis is not None or operation.conditions.without_response
    return has_object and endpoint.method not in ("GET", "HEAD") and not PROTECTING.isdisjoint(endpoint.conditions)


def _prepare(operation: Operation[Any], origin: str, client_parameters: Mapping[str, str], validate: bool) -> Prepared:
    endpoint, parameters = operation.endpoint, operation.endpoint.parameters
    arguments = {**client_parameters, **drop_unset(**operation.arguments)}
    encoded = {one.python: _encoded(one, arguments[one.python]) for one in _present(parameters, arguments)}
    _refuse_no_change(operation, encoded)
    if validate:
        _check(endpoint, arguments, encoded)
    resource_key, identity = _resource_key(endpoint, origin, encoded, client_parameters)
    basis = operation.basis if operation.basis is not None and operation.basis.subject == resource_key else None
    conditions = condition_headers(endpoint.conditions, operation.conditions, basis)
    path = _path(endpoint, encoded)
    target = path + _query(parameters, encoded)
    _check_length(target, parameters, encoded)
    content = _body(operation, encoded)
    content_type = [("Content-Type", content[0])] if content else []
    headers = [("Accept", endpoint.accept), *_headers(parameters, encoded), *conditions, *content_type]
    return Prepared(
        target=target,
        path=_without_secrets(path, endpoint, encoded),
        headers=tuple(headers),
        body=content[1] if content else None,
        conditional=endpoint.method in ("GET", "HEAD") and any(name in _FOR_READS for name, _ in conditions),
        resource_key=resource_key,
        identity=identity,
        arguments=encoded,
    )


_FOR_READS: Final = frozenset({"If-None-Match", "If-Modified-Since"})


def _encoded(parameter: Parameter, value: Any) -> Any:
    """An argument as a JSON value. In a path, the text of a number stands for the number."""
    if isinstance(value, Echo):
        return str(value)
    if type(value) is str:
        return _typed(parameter.schema, value) if parameter.location == "path" or parameter.is_id else value
    return with_integers(parameter.schema, json_value(value, parameter.python))


def _given_by_user(parameters: tuple[Parameter, ...], arguments: Mapping[str, Any]) -> list[Parameter]:
    """The parameters whose arguments are checked: what the server named is sent back as it came."""
    return [one for one in parameters if not isinstance(arguments.get(one.python), Echo)]


def _present(parameters: tuple[Parameter, ...], arguments: Mapping[str, Any]) -> Iterator[Parameter]:
    for parameter in parameters:
        if parameter.python in arguments:
            yield parameter
        elif parameter.required and parameter.location == "path":
            raise InvalidArgument(f"{parameter.python} is missing")


def _typed(schema: Schema, text: str) -> Any:
    """The number that a text says, where the schema takes numbers and no such text."""
    if schema.get("type") == "string" or next(validate(schema, text, request=True), None) is None:
        return text
    found = int(text) if _is_integer(text) else float(text) if _is_number(text) else text
    found = int(found) if isinstance(found, float) and found.is_integer() else found
    return found if next(validate(schema, found, request=True), None) is None else text


_is_integer = re.compile(r"-?(?:0|[1-9]\d{0,30})", re.ASCII).fullmatch
_is_number = re.compile(r"-?(?:0|[1-9]\d{0,30})\.\d{1,30}", re.ASCII).fullmatch


def _refuse_no_change(operation: Operation[Any], encoded: Mapping[str, Any]) -> None:
    """Refuse a patch without a field, unless another argument may say what it does."""
    endpoint = operation.endpoint
    if endpoint.method != "PATCH" or endpoint.body is None or endpoint.body.single:
        return
    telling = ("body",) if endpoint.body.required else ("body", "query", "header")
    if not any(one.python in encoded for one in endpoint.parameters if one.location in telling):
        raise InvalidArgument(f"{operation.id}: no field was given or edited, so nothing would be changed")


def _check(endpoint: Endpoint[Any], arguments: Mapping[str, Any], encoded: Mapping[str, Any]) -> None:
    for parameter in _given_by_user(endpoint.parameters, arguments):
        name = parameter.python
        if name not in encoded:
            if parameter.required:
                raise InvalidArgument(f"{name} is required")
            continue
        if encoded[name] is None and parameter.location != "body" and not parameter.required:
            continue
        violation = next(validate(parameter.schema, encoded[name], request=True), None)
        if violation is not None:
            raise InvalidArgument(_complaint(parameter, violation))
    _check_fields(endpoint, encoded)


def _complaint(parameter: Parameter, one: Violation) -> str:
    """What is wrong with an argument, and what to write instead."""
    where, hint = parameter.python + path_text(one.path)[1:], f"; {one.hint}" if one.hint else ""
    if one.kind == "missing":
        return f"{where} is required"
    if one.kind == "unknown_field":
        return f"{where}: no such field{hint}"
    if one.kind == "null":
        way_out = "" if parameter.required and not one.path else "; leave it out, or pass UNSET"
        return f"{where}: must be {one.expected}, not None{way_out}"
    return f"{where}: expected {one.expected}, got {one.got}{hint}"


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


MAX_TARGET: Final = 60_000
"""No HTTP library sends a longer URL, and no server known takes one."""


def _check_length(target: str, parameters: tuple[Parameter, ...], encoded: Mapping[str, Any]) -> None:
    if len(target) > MAX_TARGET:
        names = [one.python for one in parameters if one.location in ("path", "query") and one.python in encoded]
        longest = max(names, key=lambda name: len(simple(encoded[name])))
        raise InvalidArgument(
            f"{longest}: the URL would be {len(target)} characters long, and {MAX_TARGET} are the most that can be sent"
        )


def _quoted(text: str, name: str) -> str:
    if _is_unreserved(text):
        return text
    try:
        return quote(text, safe="")
    except UnicodeEncodeError:
        raise InvalidArgument(f"{name}: contains an unpaired surrogate") from None


_is_unreserved = re.compile(r"[A-Za-z0-9_.~-]*", re.ASCII).fullmatch


def _without_secrets(path: str, endpoint: Endpoint[Any], encoded: Mapping[str, Any]) -> str:
    secret = _secret_names(endpoint)
    return _path(endpoint, {**encoded, **dict.fromkeys(secret, "REDACTED")}) if secret else path


@cache
def _secret_names(endpoint: Endpoint[Any]) -> list[str]:
    return [p.python for p in endpoint.parameters if p.location == "path" and p.schema.get("secret")]


def _path(endpoint: Endpoint[Any], encoded: Mapping[str, Any]) -> str:
    literals, names = _template(endpoint)
    path = literals[0]
    for name, literal in zip(names, literals[1:], strict=True):
        safe_segment(simple(encoded[name]), name)
        path += ",".join([_quoted(text, name) for text in parts(encoded[name])]) + literal
    return path


@cache
def _template(endpoint: Endpoint[Any]) -> tuple[list[str], list[str]]:
    """The parts of a path between its parameters, and the names of the arguments for these."""
    names = {p.wire: p.python for p in endpoint.parameters if p.location == "path"}
    parts = re.split(r"\{([^{}]+)\}", endpoint.path)
    return parts[::2], [names[wire] for wire in parts[1::2]]


def _query(parameters: tuple[Parameter, ...], encoded: Mapping[str, Any]) -> str:
    pairs = [
        (parameter.python, name, texts, quote(between, safe=","))
        for parameter in parameters
        if parameter.location == "query" and encoded.get(parameter.python) is not None
        for name, texts, between in query_fields(parameter, encoded[parameter.python])
    ]
    query = "&".join(
        f"{_quoted(name, python)}={between.join(_quoted(text, python) for text in texts)}"
        for python, name, texts, between in pairs
    )
    return f"?{query}" if query else ""


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
    from .multipart import encode_multipart  # noqa: PLC0415 - only for uploads

    try:
        return encode_multipart(fields, types)
    except UnicodeEncodeError:
        raise InvalidArgument("body: contains an unpaired surrogate") from None
