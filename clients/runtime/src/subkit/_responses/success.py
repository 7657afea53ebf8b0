"""From a successful response to a value. Pure: status before body, content type before parsing."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import attrs

from .._errors import DecodeError, DriftError
from .._formats.json import is_json, loads, shape_of
from .._meta import Drift
from .._models.decoding import reader_of
from .._models.schema import Notes, expected, resolve, walk
from .provenance import attach_meta, drift_of
from .redaction import redaction_of
from .response import NotModified, RawResponse, Response, etag_of, last_modified_of, media_type_of, request_id_of

if TYPE_CHECKING:
    from .._models.decoding import Read
    from .._models.schema import Schema
    from .._operations.endpoint import Endpoint


EXCERPT: Final = 200
"""Maximum number of characters of a body in an error."""


def parse_response(raw: RawResponse, *, strict: bool) -> Response[Any]:
    """The response for a success (2xx or an expected 304).

    Raises `DecodeError` if it is not a response of the API, and `DriftError` in strict mode.
    """
    if raw.reply.status == 304:
        return _response(raw, NotModified(etag_of(raw), last_modified_of(raw)), ())
    schema = _schema_for(raw.endpoint.success, raw.reply.status)
    if schema is None:
        if raw.reply.body.strip() and media_type_of(raw.headers) == "text/html":
            raise _not_the_api(raw, "HTML, although no body was promised")
        return _response(raw, None, ())
    if "raw" in schema:
        return _response(raw, _raw_of(raw, schema["raw"]), ())
    value = _json_of(raw, schema)
    if value is _NOTHING:
        return _empty_response(raw, schema, strict)
    notes = Notes()
    parsed = _reader(raw.endpoint, raw.reply.status)(value, notes)
    _refuse_another_type(raw, schema, value)
    findings = list(walk(schema, value)) if notes.odd else []
    drift = tuple(drift_of(finding) for finding in findings)
    if strict and drift:
        raise _drift_error(raw.endpoint.id, raw.reply.status, drift)
    attach_meta(parsed, raw, findings, drift)
    return _response(raw, parsed, drift)


def _response(raw: RawResponse, parsed: Any, drift: tuple[Drift, ...]) -> Response[Any]:
    return Response(
        parsed=parsed,
        status=raw.reply.status,
        headers=raw.headers,
        etag=etag_of(raw),
        last_modified=last_modified_of(raw),
        request_id=request_id_of(raw),
        attempts=raw.attempts,
        drift=drift,
    )


def already_gone(raw: RawResponse) -> Response[Any]:
    """The response for a delete whose work was done by an earlier request."""
    return attrs.evolve(_response(raw, None, ()), already_gone=True)


_NOTHING: Final = object()


def _schema_for(table: Mapping[int | str, Schema | None], status: int) -> Schema | None:
    for key in (status, f"{status // 100}XX", "default"):
        if key in table:
            return table[key]
    # A status that the specification does not list is read like the success that it lists.
    return next((schema for key, schema in table.items() if key != 304), None) if 200 <= status < 300 else None


@cache
def _reader(endpoint: Endpoint[Any], status: int) -> Read:
    return reader_of(_schema_for(endpoint.success, status) or {})


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


def _json_of(raw: RawResponse, schema: Schema) -> Any:
    body = raw.reply.body
    if not body.strip():
        if raw.endpoint.empty_reply is None:
            raise _not_the_api(raw, "an empty body")
        return _NOTHING
    media_type = media_type_of(raw.headers)
    if media_type and not is_json(media_type):
        raise _not_the_api(raw, f"{media_type[:80]!r} instead of JSON")
    try:
        return loads(body)
    except ValueError as error:
        raise _not_the_api(raw, f"a body that is not JSON ({_reason(error)})") from None


def _reason(error: ValueError) -> str:
    return str(getattr(error, "msg", None) or (type(error).__name__ if isinstance(error, UnicodeError) else error))


def _not_the_api(raw: RawResponse, got: str) -> DecodeError:
    reply, endpoint = raw.reply, raw.endpoint
    return DecodeError(
        f"{endpoint.id}: the response is not from the API: status {reply.status} with {got}",
        status=reply.status,
        excerpt=None if _holds_secret(endpoint) else excerpt(redaction_of(raw).data(reply.body[: 64 * EXCERPT])),
        operation=endpoint.id,
    )


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
    return any(schema is not None and _any_secret(schema, frozenset()) for schema in endpoint.success.values())


def _any_secret(schema: Schema, seen: frozenset[str]) -> bool:
    if schema.get("secret"):
        return True
    if "ref" in schema:
        reference: str = schema["ref"]
        return reference not in seen and _any_secret(resolve(reference).__schema__, seen | {reference})
    parts = [*schema.get("properties", {}).values(), *schema.get("oneOf", ())]
    parts += [part for key in ("items", "additionalProperties") if isinstance(part := schema.get(key), Mapping)]
    return any(_any_secret(part, seen) for part in parts)


def _drift_error(operation: str, status: int, drift: tuple[Drift, ...]) -> DriftError:
    first = drift[0]
    more = f" and {len(drift) - 1} more" if len(drift) > 1 else ""
    error = DriftError(
        f"{operation}: the response does not match the specification: {first.path}: {first.kind}, "
        f"expected {first.expected}, got {first.got}{more}",
        status=status,
        operation=operation,
    )
    error.drift = drift
    return error


def _empty_response(raw: RawResponse, schema: Schema, strict: bool) -> Response[Any]:
    name = raw.endpoint.empty_reply or ""
    parsed = _reader(raw.endpoint, raw.reply.status)({name: raw.prepared.identity}, Notes())
    drift = (Drift("$", "missing", expected({"type": "object"}), "an empty body"),)
    if strict:
        raise _drift_error(raw.endpoint.id, raw.reply.status, drift)
    attach_meta(parsed, raw, [], drift)
    return _response(raw, parsed, drift)
