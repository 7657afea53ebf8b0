"""From a reply to an error, whatever its body is. Pure; secrets are taken out of what is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, cast

from ._decode import Notes
from ._errors import ApiError, class_for
from ._json import is_array, is_object, loads
from ._received import Received, request_id_of
from ._retry import retry_at
from ._schema import resolve

if TYPE_CHECKING:
    from ._operation import Endpoint
    from ._schema import Schema


REDACTED: Final = "<secret>"


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
        request_id=request_id_of(received),
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
