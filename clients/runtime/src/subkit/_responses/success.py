"""From a reply to a value. Pure: status before body, content type before parsing."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import attrs

from .._errors import DecodeError, DriftError
from .._formats.json import is_json, parse, refuse_deep, shape_of
from .._models.decoding import reader_of
from .._models.findings import Finding
from .._models.schema import Notes, expected, is_recursive, parts_of, resolve, walk_decoded
from .provenance import Found, LateDrift, attach
from .redaction import redaction_of
from .response import NotModified, Received, Response, etag_of, last_modified_of, media_type_of, request_id_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .._meta import Drift
    from .._models.decoding import Read
    from .._models.schema import Schema
    from .._operations.endpoint import Endpoint

    Report = Callable[[Iterable[Drift]], None]

EXCERPT: Final = 200
"""Most characters of a body in an error."""


def read_response(received: Received, *, strict: bool, report: Report) -> Response[Any]:
    """The response that a success (2xx or an expected 304) stands for. `report` gets its drift, if there is any.

    Raises `DecodeError` if it is not the API's answer, and `DriftError` in strict mode.
    """
    if received.reply.status == 304:
        return _respond(received, NotModified(etag_of(received), last_modified_of(received)))
    schema = _schema_for(received.endpoint.success, received.reply.status)
    if schema is None:
        if received.reply.body.strip() and media_type_of(received.headers) == "text/html":
            raise _not_the_api(received, "HTML, although no body was promised")
        return _respond(received, None)
    if "raw" in schema:
        return _respond(received, _raw_of(received, schema["raw"]))
    value = _json_of(received, schema)
    if value is _NOTHING:
        parsed, found = _of_nothing(received, schema)
    else:
        parsed, found = _decode(received, schema, value)
    if not found:
        attach(parsed, received, (), ())
        return _respond(received, parsed)
    drift = LateDrift(found)
    if strict and drift():
        raise _drift_error(received.endpoint.id, received.reply.status, drift())
    report(drift.examples())
    attach(parsed, received, found, drift)
    return _respond(received, parsed, drift)


def _decode(received: Received, schema: Schema, value: Any) -> tuple[Any, Found]:
    """The value of a response, and where it departs from the specification."""
    notes = Notes({})
    if _is_recursive(received.endpoint, received.reply.status):
        _refuse_deep(received, value)
    parsed = _reader(received.endpoint, received.reply.status)(value, notes)
    if notes.odd or notes.nested:
        _refuse_deep(received, value)
    _refuse_another_type(received, schema, value)
    return parsed, walk_decoded(schema, value, notes) if notes.odd else ()


def _of_nothing(received: Received, schema: Schema) -> tuple[Any, Found]:
    """As `_decode`, for a body that did not come."""
    name = received.endpoint.empty_reply or ""
    parsed = _reader(received.endpoint, received.reply.status)({name: received.prepared.identity}, Notes())
    return parsed, (Finding((), "missing", expected({"type": "object"}), "an empty body"),)


def _respond(received: Received, parsed: Any, drift: Any = ()) -> Response[Any]:
    return Response(
        parsed=parsed,
        status=received.reply.status,
        headers=received.headers,
        etag=etag_of(received),
        last_modified=last_modified_of(received),
        request_id=request_id_of(received),
        attempts=received.attempts,
        drift=drift,
    )


def already_gone(received: Received) -> Response[Any]:
    """The response of a delete that found its own work done."""
    return attrs.evolve(_respond(received, None), already_gone=True)


_NOTHING: Final = object()


def _schema_for(table: Mapping[int | str, Schema | None], status: int) -> Schema | None:
    for key in (status, f"{status // 100}XX", "default"):
        if key in table:
            return table[key]
    # A status that the specification does not list is read like the success that it does list.
    return next((schema for key, schema in table.items() if key != 304), None) if 200 <= status < 300 else None


@cache
def _reader(endpoint: Endpoint[Any], status: int) -> Read:
    return reader_of(_schema_for(endpoint.success, status) or {})


@cache
def _is_recursive(endpoint: Endpoint[Any], status: int) -> bool:
    return is_recursive(_schema_for(endpoint.success, status) or {})


_NO_CHARSETS: Final = frozenset({"unicode-escape", "raw-unicode-escape", "idna", "punycode", "undefined"})
"""Names of Python's own, under which no server sends text."""


def _raw_of(received: Received, kind: str) -> str | bytes:
    body = received.reply.body
    if kind == "bytes":
        return body
    charset = re.search(r"charset=\"?([\w.:-]+)", received.headers.get("content-type", ""), re.IGNORECASE)
    try:
        codec = codecs.lookup(charset[1] if charset else "utf-8").name
        if codec not in _NO_CHARSETS:
            return body.decode(codec)
    except (LookupError, UnicodeError):
        pass
    raise _not_the_api(received, "text that is not in its charset")


def _json_of(received: Received, schema: Schema) -> Any:
    body = received.reply.body
    if not body.strip():
        if received.endpoint.empty_reply is None:
            raise _not_the_api(received, "an empty body")
        return _NOTHING
    media_type = media_type_of(received.headers)
    if media_type and not is_json(media_type):
        raise _not_the_api(received, f"{media_type[:80]!r} instead of JSON")
    try:
        return parse(body)
    except ValueError as error:
        raise _no_json(received, error) from None


def _refuse_deep(received: Received, value: Any) -> None:
    """What takes a value apart is recursive. Where a schema sets no limit, there has to be one."""
    try:
        refuse_deep(received.reply.body, value)
    except ValueError as error:
        raise _no_json(received, error) from None


def _no_json(received: Received, error: ValueError) -> DecodeError:
    return _not_the_api(received, f"a body that is no JSON ({_reason(error)})")


def _reason(error: ValueError) -> str:
    return str(getattr(error, "msg", None) or (type(error).__name__ if isinstance(error, UnicodeError) else error))


def _not_the_api(received: Received, got: str) -> DecodeError:
    reply, endpoint = received.reply, received.endpoint
    return DecodeError(
        f"{endpoint.id}: the answer is not the API's: status {reply.status} with {got}",
        status=reply.status,
        excerpt=None if _holds_secret(endpoint) else excerpt(redaction_of(received).data(reply.body[: 64 * EXCERPT])),
        operation=endpoint.id,
    )


def unexpected_304(received: Received) -> DecodeError:
    """The error for a 304 that nobody asked for."""
    return _not_the_api(received, "'not modified', although nothing was asked for conditionally")


def _refuse_another_type(received: Received, schema: Schema, value: Any) -> None:
    kind = "object" if "ref" in schema else schema.get("type")
    if value is None and schema.get("nullable"):
        return
    if kind in ("object", "array") and type(value) is not (dict if kind == "object" else list):
        raise _not_the_api(received, f"{shape_of(value)} instead of {expected({'type': kind})}")


def excerpt(body: bytes) -> str:
    """The first printable characters of a body."""
    text = body[: 4 * EXCERPT].decode("utf-8", "replace")
    return "".join(c for c in " ".join(text.split()) if c.isprintable())[:EXCERPT]


def _holds_secret(endpoint: Endpoint[Any]) -> bool:
    return any(schema is not None and _any_secret(schema, frozenset()) for schema in endpoint.success.values())


def _any_secret(schema: Schema, seen: frozenset[str]) -> bool:
    if schema.get("secret"):
        return True
    if "ref" in schema:
        reference: str = schema["ref"]
        return reference not in seen and _any_secret(resolve(reference).__schema__, seen | {reference})
    return any(_any_secret(part, seen) for part in parts_of(schema))


def _drift_error(operation: str, status: int, drift: tuple[Drift, ...]) -> DriftError:
    first = drift[0]
    more = f" and {len(drift) - 1} more" if len(drift) > 1 else ""
    error = DriftError(
        f"{operation}: the answer departs from the specification: {first.path}: {first.kind}, "
        f"expected {first.expected}, got {first.got}{more}",
        status=status,
        operation=operation,
    )
    error.drift = drift
    return error
