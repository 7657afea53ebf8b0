"""From a reply to a value or an error. Pure: status before body, content type before parsing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, cast

import attrs
from attrs import frozen

from ._convert import reader_of
from ._dates import parse_http_date
from ._decode import Drift, Meta, Notes
from ._errors import ApiError, DecodeError, DriftError, class_for
from ._json import is_array, is_json, is_object, loads, shape_of
from ._model import Model
from ._response import Headers, NotModified, Response
from ._retry import retry_at
from ._schema import expected, path_text, resolve, walk

if TYPE_CHECKING:
    from ._convert import Read
    from ._operation import Endpoint
    from ._request import Prepared
    from ._schema import Finding, Path, Schema
    from ._transport import Reply

EXCERPT: Final = 200
"""Most characters of a body in an error."""
REDACTED: Final = "<secret>"


@frozen(repr=False)
class Received:
    """A reply together with what is known of its request."""

    endpoint: Endpoint[Any]
    prepared: Prepared
    reply: Reply
    headers: Headers
    url: str
    attempts: int


def read_response(received: Received, *, strict: bool) -> Response[Any]:
    """The response that a success (2xx or an expected 304) stands for.

    Raises `DecodeError` if it is not the API's answer, and `DriftError` in strict mode.
    """
    if received.reply.status == 304:
        return _respond(received, NotModified(_etag(received), _last_modified(received)), ())
    schema = _schema_for(received.endpoint.success, received.reply.status)
    if schema is None:
        if received.reply.body.strip() and _media_type(received.headers) == "text/html":
            raise _not_the_api(received, "HTML, although no body was promised")
        return _respond(received, None, ())
    if "raw" in schema:
        return _respond(received, _raw_of(received, schema["raw"]), ())
    value = _json_of(received, schema)
    if value is _NOTHING:
        return _respond_empty(received, schema, strict)
    notes = Notes()
    parsed = _reader(received.endpoint, received.reply.status)(value, notes)
    _refuse_another_type(received, schema, value)
    findings = list(walk(schema, value)) if notes.odd else []
    drift = tuple(_drift(finding) for finding in findings)
    if strict and drift:
        raise _drift_error(received.endpoint.id, received.reply.status, drift)
    attach(parsed, received, findings, drift)
    return _respond(received, parsed, drift)


def _respond(received: Received, parsed: Any, drift: tuple[Drift, ...]) -> Response[Any]:
    return Response(
        parsed=parsed,
        status=received.reply.status,
        headers=received.headers,
        etag=_etag(received),
        last_modified=_last_modified(received),
        request_id=_request_id(received),
        attempts=received.attempts,
        drift=drift,
    )


def already_gone(received: Received) -> Response[Any]:
    """The response of a delete that found its own work done."""
    return attrs.evolve(_respond(received, None, ()), already_gone=True)


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


def _raw_of(received: Received, kind: str) -> str | bytes:
    body = received.reply.body
    if kind == "bytes":
        return body
    charset = re.search(r"charset=\"?([\w.:-]+)", received.headers.get("content-type", ""), re.IGNORECASE)
    try:
        return body.decode(charset[1] if charset else "utf-8")
    except (LookupError, UnicodeDecodeError):
        raise _not_the_api(received, "text that is not in its charset") from None


def _json_of(received: Received, schema: Schema) -> Any:
    body = received.reply.body
    if not body.strip():
        if received.endpoint.empty_reply is None:
            raise _not_the_api(received, "an empty body")
        return _NOTHING
    media_type = _media_type(received.headers)
    if media_type and not is_json(media_type):
        raise _not_the_api(received, f"{media_type[:80]!r} instead of JSON")
    try:
        return loads(body)
    except ValueError as error:
        raise _not_the_api(received, f"a body that is no JSON ({_reason(error)})") from None


def _reason(error: ValueError) -> str:
    return str(getattr(error, "msg", None) or (type(error).__name__ if isinstance(error, UnicodeError) else error))


def _media_type(headers: Headers) -> str:
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def _not_the_api(received: Received, got: str) -> DecodeError:
    reply, endpoint = received.reply, received.endpoint
    return DecodeError(
        f"{endpoint.id}: the answer is not the API's: status {reply.status} with {got}",
        status=reply.status,
        excerpt=None if _holds_secret(endpoint) else excerpt(reply.body),
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
    parts = [*schema.get("properties", {}).values(), *schema.get("oneOf", ())]
    parts += [part for key in ("items", "additionalProperties") if isinstance(part := schema.get(key), Mapping)]
    return any(_any_secret(part, seen) for part in parts)


def _drift(finding: Finding) -> Drift:
    return Drift(path_text(finding.path), finding.kind, finding.expected, finding.got)


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


def _respond_empty(received: Received, schema: Schema, strict: bool) -> Response[Any]:
    name = received.endpoint.empty_reply or ""
    parsed = _reader(received.endpoint, received.reply.status)({name: received.prepared.identity}, Notes())
    drift = (Drift("$", "missing", expected({"type": "object"}), "an empty body"),)
    if strict:
        raise _drift_error(received.endpoint.id, received.reply.status, drift)
    attach(parsed, received, [], drift)
    return _respond(received, parsed, drift)


def attach(parsed: Any, received: Received, findings: list[Finding], drift: tuple[Drift, ...]) -> None:
    """Tell each object which answer it came in: the whole one, or for items of a list without validators."""
    whole = Meta(
        status=received.reply.status,
        etag=_etag(received),
        last_modified=_last_modified(received),
        request_id=_request_id(received),
        url=received.url,
        drift=drift,
        subject=received.prepared.subject,
    )
    for finding in findings:
        if finding.kind == "missing" and isinstance(owner := locate(parsed, finding.path[:-1]), Model):
            owner.__meta__ = path_text(finding.path[:-1])
    if isinstance(parsed, Model):
        parsed.__meta__ = whole
    prefix, items = _items(parsed, received.endpoint)
    if items:
        _attach_items(items, attrs.evolve(whole, etag=None, last_modified=None, drift=(), subject=()), prefix, findings)


def _items(parsed: Any, endpoint: Endpoint[Any]) -> tuple[Path, list[Any]]:
    if is_array(parsed):
        return (), parsed
    if endpoint.paging is None or not endpoint.paging.items:
        return (), []
    found = locate(parsed, (endpoint.paging.items,))
    return (endpoint.paging.items,), found if is_array(found) else []


def _attach_items(items: list[Any], shared: Meta, prefix: Path, findings: list[Finding]) -> None:
    for item in items:
        if isinstance(item, Model):
            item.__meta__ = shared
    own: dict[int, list[Drift]] = {}
    for finding in findings:
        if finding.path[: len(prefix)] == prefix and len(finding.path) > len(prefix):
            own.setdefault(cast(int, finding.path[len(prefix)]), []).append(_drift(finding))
    for index, drift in own.items():
        if isinstance(item := items[index], Model):
            item.__meta__ = attrs.evolve(shared, drift=tuple(drift))


def locate(value: Any, path: Path) -> Any:
    """The Python value at a path of a decoded answer, or None."""
    for step in path:
        if isinstance(value, Model):
            slot = next((slot for slot, name in value.__names__ if name == step), None)
            value = getattr(value, slot) if slot else None
        else:
            try:
                value = value[step]
            except (TypeError, LookupError):
                return None
    return value


def _etag(received: Received) -> str | None:
    return received.headers.get("etag")


def _last_modified(received: Received) -> datetime | None:
    text = received.headers.get("last-modified")
    return parse_http_date(text) if text else None


_REQUEST_IDS: Final = ("x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid")


def _request_id(received: Received) -> str | None:
    own = received.endpoint.api.request_id_header
    names = (own, *_REQUEST_IDS) if own else _REQUEST_IDS
    return next((received.headers[name] for name in names if name in received.headers), None)


def error_from(received: Received, now: datetime) -> ApiError:
    """The error that an answer other than a success stands for. Never fails, whatever the body is."""
    endpoint, status = received.endpoint, received.reply.status
    schema = endpoint.problems.get(status, endpoint.problems.get("default")) or endpoint.api.problem
    body = _error_body(received, schema)
    problem = _problem(schema, body)
    fields = {key: _text(body, name) for key, name in endpoint.api.error_fields.items()}
    parts = [part for key in ("title", "detail") if (part := fields.get(key))]
    text = ": ".join([*(part.rstrip(".") for part in parts[:-1]), *parts[-1:]])
    return class_for(status)(
        f"{status} {_phrase(status)}{': ' if text else ''}{text} ({endpoint.id})",
        status=status,
        code=_code(body, endpoint.api.error_fields.get("code")),
        title=fields.get("title"),
        detail=fields.get("detail"),
        problem=problem,
        request_id=_request_id(received),
        headers=received.headers,
        body=body,
        operation=endpoint.id,
        retry_at=retry_at(received.headers.get("retry-after"), received.headers.get("date"), now),
        attempts=received.attempts,
    )


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown Status"


_MAX_ERROR_BODY = 64 * 1024


def _error_body(received: Received, schema: Schema | None) -> Any:
    body = received.reply.body
    if not body.strip():
        return None
    try:
        return redact(schema or {}, loads(body), _secret_names(received.endpoint))
    except ValueError:
        return body[:_MAX_ERROR_BODY].decode("utf-8", "replace")


@cache
def _secret_names(endpoint: Endpoint[Any]) -> frozenset[str]:
    """Secrets of the request and the answer: an error may echo them, at whatever place."""
    sent: Schema = {"properties": {p.wire: p.schema for p in endpoint.parameters if p.place == "body"}}
    schemas = [sent, *(schema for schema in endpoint.success.values() if schema is not None)]
    return frozenset(name for schema in schemas for name in _secrets_in(schema, frozenset()))


def _secrets_in(schema: Schema, seen: frozenset[str]) -> Iterator[str]:
    if "ref" in schema:
        reference: str = schema["ref"]
        if reference not in seen:
            yield from _secrets_in(resolve(reference).__schema__, seen | {reference})
        return
    properties: Mapping[str, Schema] = schema.get("properties", {})
    yield from (name for name, part in properties.items() if part.get("secret"))
    parts = [*properties.values(), *schema.get("oneOf", ())]
    parts += [part for key in ("items", "additionalProperties") if isinstance(part := schema.get(key), Mapping)]
    for part in parts:
        yield from _secrets_in(part, seen)


def redact(schema: Schema, value: Any, names: frozenset[str] = frozenset()) -> Any:
    """A copy of `value` without what the schema calls secret, and without what has one of these names."""
    if schema.get("secret") and value is not None:
        return REDACTED
    if "ref" in schema:
        return redact(resolve(schema["ref"]).__schema__, value, names)
    if is_object(value):
        properties, extra = schema.get("properties", {}), schema.get("additionalProperties")
        rest: Schema = cast("Schema", extra) if isinstance(extra, Mapping) else {}
        known = {key: {"secret": True} if key in names else properties.get(key, rest) for key in value}
        return {key: redact(known[key], item, names) for key, item in value.items()}
    if is_array(value):
        return [redact(schema.get("items", {}), item, names) for item in value]
    return value


def _problem(schema: Schema | None, body: Any) -> Any:
    if schema is None or not is_object(body) or "ref" not in schema:
        return None
    return resolve(schema["ref"]).__read__(body, Notes())


def _code(body: Any, name: str | None) -> str | int | None:
    code = body.get(name) if name and is_object(body) else None
    return code if isinstance(code, (str, int)) else None


def _text(body: Any, name: str) -> str | None:
    found = body.get(name) if is_object(body) else None
    if is_array(found):
        found = "; ".join(one for one in found if isinstance(one, str))
    return _one_line(found) if isinstance(found, str) and found else None


def _one_line(text: str) -> str:
    line = "".join(c for c in " ".join(text.split()) if c.isprintable())
    return line if len(line) <= 500 else line[:499] + "…"


def each_once(drift: tuple[Drift, ...], operation: str) -> Iterator[Drift]:
    """The departures of these that were not reported before in this process."""
    for one in drift:
        key = (operation, "".join(c for c in one.path if not c.isdigit()), one.kind)
        if key not in _reported and len(_reported) < 10_000:
            _reported.add(key)
            yield one


_reported: set[tuple[str, str, str]] = set()
