"""`SUBKIT_LOG`: sets up the log for a program that does not, and with `debug` logs bodies, their secrets removed."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any, Final, Literal
from urllib.parse import parse_qsl

from .._errors import ConfigurationError
from .._formats.json import is_json, loads
from .._responses.error_text import expected_error, one_line
from .._responses.redaction import redaction_of
from .events import log

if TYPE_CHECKING:
    from .._models.schema import Schema
    from .._responses.redaction import Redaction
    from .._responses.response import RawResponse

BodyKind = Literal["request", "response"]
LONGEST: Final = 10_000
"""Maximum number of characters of a logged body."""
_LEVELS: Final = {
    "debug": logging.DEBUG,
    "info": logging.INFO,
    "warning": logging.WARNING,
    "error": logging.ERROR,
}


class _OwnHandler(logging.StreamHandler[Any]):
    """Prints to standard error, as long as the program has no logging of its own."""

    def emit(self, record: logging.LogRecord) -> None:
        if not logging.root.handlers:
            super().emit(record)


def start_logging(wanted: str) -> bool:
    """Set the level of the log, and print it. Returns whether bodies are wanted too.

    Raises `ConfigurationError` for a level that does not exist.
    """
    level = _LEVELS.get(wanted.strip().lower())
    if level is None:
        raise ConfigurationError(f"SUBKIT_LOG: must be one of {', '.join(_LEVELS)}")
    log.setLevel(level)
    if not any(isinstance(one, _OwnHandler) for one in log.handlers):
        handler = _OwnHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        log.addHandler(handler)
    return level == logging.DEBUG


def log_body(kind: BodyKind, raw: RawResponse) -> None:
    """Log the body of a request or of its response, if it has one."""
    body = (raw.prepared.body if kind == "request" else raw.reply.body) or b""
    if body and log.isEnabledFor(logging.DEBUG):
        endpoint = raw.endpoint
        text = _request_text(raw, body) if kind == "request" else _response_text(raw, body)
        log.debug("%s %s: %s %d body: %s", endpoint.api.slug, endpoint.id, kind, raw.attempts, _shortened(text))


def _request_text(raw: RawResponse, body: bytes) -> str:
    declared = raw.endpoint.body
    return _text(redaction_of(raw), declared.schema if declared else {}, declared.media_type if declared else "", body)


def _response_text(raw: RawResponse, body: bytes) -> str:
    return _text(redaction_of(raw), _response_schema(raw), raw.media_type, body)


def _response_schema(raw: RawResponse) -> Schema:
    status = raw.reply.status
    if not 200 <= status < 300:
        return expected_error(raw) or {}
    table = raw.endpoint.success
    return table.get(status) or table.get(f"{status // 100}XX") or table.get("default") or {}


def _text(redaction: Redaction, schema: Schema, media_type: str, body: bytes) -> str:
    """A body as text. What claims to be JSON and is not may hold secrets in fields, so only its size is given."""
    try:
        if media_type == "application/x-www-form-urlencoded":
            pairs = parse_qsl(body.decode(), keep_blank_values=True)
            return _dumped([redaction.value(schema, {name: value}) for name, value in pairs])
        if is_json(media_type) or body.lstrip()[:1] in (b"{", b"["):
            return _dumped(redaction.value(schema, loads(body)))
        return one_line(redaction.text(body.decode())) if media_type.startswith("text/") else _sized(media_type, body)
    except ValueError:
        return _sized(media_type, body)


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _sized(media_type: str, body: bytes) -> str:
    return f"<{len(body)} bytes of {one_line(media_type)[:80] or 'no known type'}>"


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}… ({len(text) - LONGEST} characters more)"
