"""From an unsuccessful response to an error, whatever its body is. Pure; secrets are removed from what is kept."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from .._errors import ApiError, class_for
from .._flow.retry import retry_at
from .._formats.json import is_array, is_object, loads
from .._models.schema import Notes, resolve
from .._values import evolve
from .error_text import error_text, expected_error, one_line
from .redaction import Redaction, redaction_of
from .response import RawResponse

if TYPE_CHECKING:
    from .._models.schema import Schema


def parse_error(raw: RawResponse, now: datetime) -> ApiError:
    """The error for a response other than a success. Never fails, whatever the body is."""
    endpoint, status = raw.endpoint, raw.reply.status
    schema = expected_error(raw) or endpoint.api.problem
    redaction = redaction_of(raw)
    raw = evolve(raw, headers=redaction.headers(raw.headers))
    body = _error_body(raw, schema, redaction)
    fields = {key: _text(body, name) for key, name in endpoint.api.error_fields.items()}
    parts = [part for key in ("title", "detail") if (part := fields.get(key))]
    error = class_for(status)(
        error_text(raw, body, ": ".join([*(part.rstrip(".") for part in parts[:-1]), *parts[-1:]])),
        status=status,
        code=_code(body, endpoint.api.error_fields.get("code")),
        title=fields.get("title"),
        detail=fields.get("detail"),
        problem=_problem(schema, body),
        request_id=raw.request_id,
        headers=raw.headers,
        body=body,
        operation=endpoint.id,
        retry_at=retry_at(raw.headers.get("retry-after"), raw.headers.get("date"), now),
        attempts=raw.attempts,
    )
    error.method, error.url = endpoint.method, raw.url
    return error


_MAX_ERROR_BODY = 64 * 1024


def _error_body(raw: RawResponse, schema: Schema | None, redaction: Redaction) -> Any:
    body = raw.reply.body
    if not body.strip():
        return None
    try:
        return redaction.value(schema or {}, loads(body))
    except ValueError:
        return redaction.text(body.decode("utf-8", "replace"))[:_MAX_ERROR_BODY]


def _problem(schema: Schema | None, body: Any) -> Any:
    if schema is None or not is_object(body) or "ref" not in schema:
        return None
    return resolve(schema["ref"]).__decode__(body, Notes())


def _code(body: Any, name: str | None) -> str | int | None:
    code = body.get(name) if name and is_object(body) else None
    return code if isinstance(code, (str, int)) else None


def _text(body: Any, name: str) -> str | None:
    found = body.get(name) if is_object(body) else None
    if is_array(found):
        found = "; ".join(one for one in found if isinstance(one, str))
    return one_line(found) if isinstance(found, str) and found else None
