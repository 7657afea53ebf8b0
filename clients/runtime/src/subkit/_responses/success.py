"""From a successful response to a value. Pure: status before body, content type before parsing."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from .._errors import DecodeError, DriftError
from .._formats.json import is_json, parse, refuse_deep, shape_of
from .._models.decoding import decoder_of
from .._models.schema import Notes, expected, validate_decoded
from .._models.violations import Violation
from .._models.visitor import is_recursive, visit
from .._values import evolve
from .provenance import Found, LateDrift, attach_meta
from .recognition import foreign_object
from .response import NotModified, RawResponse, Response

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .._meta import Drift, Meta
    from .._models.decoding import Decode
    from .._models.schema import Schema
    from .._operations.endpoint import Endpoint

    Report = Callable[[Iterable[Drift]], None]

EXCERPT: Final = 200
"""Maximum number of characters of a body in an error."""


def parse_response(raw: RawResponse, *, strict: bool, report: Report) -> Response[Any]:
    """The response for a success (2xx or an expected 304). Its drift, if any, is passed to `report`.

    Raises `DecodeError` if it is not a response of the API, and `DriftError` in strict mode.
    """
    if raw.reply.status == 304:
        return _response(raw, NotModified(raw.etag, raw.last_modified))
    schema = _schema_for(raw.endpoint.success, raw.reply.status)
    if schema is None:
        if raw.reply.body.strip() and raw.media_type == "text/html":
            raise _not_the_api(raw, "HTML, although no body was promised")
        return _response(raw, None)
    if "raw" in schema:
        return _response(raw, _raw_of(raw, schema["raw"]))
    value = _json_of(raw)
    parsed, found = _of_nothing(raw) if value is _NOTHING else _decode(raw, schema, value)
    if not found:
        return _response(raw, parsed, attach_meta(parsed, raw, (), ()))
    drift = LateDrift(found)
    if strict and drift():
        raise _drift_error(raw.endpoint.id, raw.reply.status, drift())
    report(drift.examples())
    return _response(raw, parsed, attach_meta(parsed, raw, found, drift), drift)


def _decode(raw: RawResponse, schema: Schema, value: Any) -> tuple[Any, Found]:
    """The value of a response, and its violations of the schema."""
    notes = Notes({})
    if _is_recursive(raw.endpoint, raw.reply.status):
        _refuse_deep(raw, value)
    parsed = _decoder(raw.endpoint, raw.reply.status)(value, notes)
    if notes.drifted or notes.nested:
        _refuse_deep(raw, value)
    _refuse_another_type(raw, schema, value)
    found = validate_decoded(schema, value, notes) if notes.drifted else ()
    foreign = foreign_object(raw.endpoint, schema, value)
    if foreign is not None:
        error = _not_the_api(raw, foreign)
        error.drift = LateDrift(found)()
        raise error
    return parsed, found


def _of_nothing(raw: RawResponse) -> tuple[Any, Found]:
    """As `_decode`, for an empty body."""
    name = raw.endpoint.empty_reply or ""
    parsed = _decoder(raw.endpoint, raw.reply.status)({name: raw.prepared.identity}, Notes())
    return parsed, (Violation((), "missing", expected({"type": "object"}), "an empty body"),)


def _response(raw: RawResponse, parsed: Any, meta: Meta | None = None, drift: Any = ()) -> Response[Any]:
    source = meta or raw  # `meta` has what was read from the headers already
    return Response(
        parsed=parsed,
        status=raw.reply.status,
        headers=raw.headers,
        etag=source.etag,
        last_modified=source.last_modified,
        request_id=source.request_id,
        attempts=raw.attempts,
        drift=drift,
    )


def already_gone(raw: RawResponse) -> Response[Any]:
    """The response for a delete whose work was done by an earlier request."""
    return evolve(_response(raw, None), already_gone=True)


_NOTHING: Final = object()


def _schema_for(table: Mapping[int | str, Schema | None], status: int) -> Schema | None:
    for key in (status, f"{status // 100}XX", "default"):
        if key in table:
            return table[key]
    # A status that the specification does not list is read like the success that it lists.
    return next((schema for key, schema in table.items() if key != 304), None) if 200 <= status < 300 else None


@cache
def _decoder(endpoint: Endpoint[Any], status: int) -> Decode:
    return decoder_of(_schema_for(endpoint.success, status) or {})


@cache
def _is_recursive(endpoint: Endpoint[Any], status: int) -> bool:
    return is_recursive(_schema_for(endpoint.success, status) or {})


_NO_CHARSETS: Final = frozenset({"unicode-escape", "raw-unicode-escape", "idna", "punycode", "undefined"})
"""Names that only Python knows, under which no server sends text."""


def _raw_of(raw: RawResponse, kind: str) -> str | bytes:
    body = raw.reply.body
    if kind == "bytes":
        return body
    charset = re.search(r"charset=\"?([\w.:-]+)", raw.headers.get("content-type", ""), re.IGNORECASE)
    try:
        codec = codecs.lookup(charset[1] if charset else "utf-8").name
        if codec not in _NO_CHARSETS:
            return body.decode(codec)
    except (LookupError, UnicodeError):
        pass
    raise _not_the_api(raw, "text that is not in its charset")


def _json_of(raw: RawResponse) -> Any:
    body = raw.reply.body
    if not body.strip():
        if raw.endpoint.empty_reply is None:
            raise _without_body(raw)
        return _NOTHING
    media_type = raw.media_type
    if (media_type and not is_json(media_type)) or media_type == "application/problem+json":
        raise _not_the_api(raw, f"{media_type[:80]!r} instead of JSON")
    try:
        return parse(body)
    except ValueError as error:
        raise _no_json(raw, error) from None


def _refuse_deep(raw: RawResponse, value: Any) -> None:
    """Refuse what is nested too deeply, because whatever processes a value is recursive."""
    try:
        refuse_deep(raw.reply.body, value)
    except ValueError as error:
        raise _no_json(raw, error) from None


def _no_json(raw: RawResponse, error: ValueError) -> DecodeError:
    return _not_the_api(raw, f"a body that is not JSON ({_reason(error)})")


def _reason(error: ValueError) -> str:
    return str(getattr(error, "msg", None) or (type(error).__name__ if isinstance(error, UnicodeError) else error))


def _not_the_api(raw: RawResponse, got: str) -> DecodeError:
    from .redaction import redaction_of  # noqa: PLC0415 - only for errors

    reply, endpoint = raw.reply, raw.endpoint
    return DecodeError(
        f"the response is not from the API: status {reply.status} with {got}",
        status=reply.status,
        excerpt=None if _holds_secret(endpoint) else excerpt(redaction_of(raw).data(reply.body[: 64 * EXCERPT])),
        operation=endpoint.id,
    )


def _without_body(raw: RawResponse) -> DecodeError:
    """The error for a success without the promised body. A write was carried out all the same."""
    if raw.endpoint.method in ("GET", "HEAD"):
        return _not_the_api(raw, "an empty body")
    status, lookup = raw.reply.status, raw.endpoint.lookup
    error = DecodeError(
        f"the request was carried out (status {status}), but the promised body did not come",
        status=status,
        operation=raw.endpoint.id,
    )
    error.hint = f"before calling again, check with client.{lookup}" if lookup else "do not call again blindly"
    return error


def unexpected_304(raw: RawResponse) -> DecodeError:
    """The error for a 304 to a request without a condition."""
    return _not_the_api(raw, "'not modified' to a request without a condition")


def _refuse_another_type(raw: RawResponse, schema: Schema, value: Any) -> None:
    kind = "object" if "ref" in schema else schema.get("type")
    if value is None and schema.get("nullable"):
        return
    if kind in ("object", "array") and type(value) is not (dict if kind == "object" else list):
        raise _not_the_api(raw, f"{shape_of(value)} instead of {expected({'type': kind})}")


def excerpt(body: bytes) -> str:
    """The first printable characters of a body."""
    text = body[: 4 * EXCERPT].decode("utf-8", "replace")
    return "".join(c for c in " ".join(text.split()) if c.isprintable())[:EXCERPT]


def _holds_secret(endpoint: Endpoint[Any]) -> bool:
    return any(part.get("secret") for schema in endpoint.success.values() if schema for part in visit(schema))


def _drift_error(operation: str, status: int, drift: tuple[Drift, ...]) -> DriftError:
    first = drift[0]
    more = f" and {len(drift) - 1} more" if len(drift) > 1 else ""
    error = DriftError(
        f"the response does not match the specification: {first.path}: {first.kind}, "
        f"expected {first.expected}, got {first.got}{more}",
        status=status,
        operation=operation,
    )
    error.drift = drift
    return error
