"""The line that an `ApiError` prints: which request failed, what the server said, and what that means. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urljoin, urlsplit

from .._formats.json import is_array, is_object
from .._models.schema import resolve

if TYPE_CHECKING:
    from .._models.schema import Schema
    from .response import RawResponse

_WRONG_ADDRESS: Final = frozenset({404, 405, 410, 501})
"""Statuses with which a server says that it knows no such path."""


def error_text(raw: RawResponse, body: Any, vendor: str) -> str:
    """The line, but for the operation. `vendor` is what the API's own error model says."""
    return f"{raw.reply.status} {_phrase(raw.reply.status)}: {raw.endpoint.method} {raw.url}{_rest(raw, body, vendor)}"


def is_own_error(raw: RawResponse, body: Any) -> bool:
    """Whether an error response can be the API's own, and not that of a proxy or a load balancer in front of it."""
    if raw.reply.unreadable:
        return False
    expected = expected_error(raw)
    if not raw.reply.body.strip():
        return expected is None
    schema = expected or raw.endpoint.api.problem or {}
    if "ref" in schema:
        return is_object(body) and not resolve(schema["ref"]).__schema__.get("properties", {}).keys().isdisjoint(body)
    return is_object(body) or is_array(body)


def expected_error(raw: RawResponse) -> Schema | None:
    """The schema of the error body that the specification documents for a status, or None if there is no body."""
    errors, status = raw.endpoint.errors, raw.reply.status
    return errors[status] if status in errors else errors.get("default", raw.endpoint.api.problem)


def one_line(text: str) -> str:
    """A text of a server on one line, and not too long."""
    line = "".join(c for c in " ".join(text[:5000].split()) if c.isprintable())
    return line if len(line) <= 500 else line[:499] + "…"


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown Status"


def _rest(raw: RawResponse, body: Any, vendor: str) -> str:
    if 300 <= raw.reply.status < 400:
        return _redirect(raw)
    if isinstance(body, str):
        return _foreign(raw)
    texts = [text for text in (vendor, raw.reply.unreadable, *_meaning(raw)) if text]
    return f": {'; '.join(texts)}" if texts else ""


def _redirect(raw: RawResponse) -> str:
    target = _target(raw.url, raw.headers.get("location", ""))
    if target in ("", raw.url):
        return ": redirects are not followed"
    return f" redirected to {target}, which is not followed; base_url has to be the API's own address"


def _target(url: str, location: str) -> str:
    """Where a redirect leads, without query and user part: there may be a secret in them."""
    try:
        parts = urlsplit(urljoin(url, location))
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    host = parts.hostname or ""
    name = f"[{host}]" if ":" in host else host
    return one_line(f"{parts.scheme}://{name}{port}{parts.path}") if host else ""


def _foreign(raw: RawResponse) -> str:
    kind = one_line(raw.media_type)[:80] or "a body of no known type"
    question = ": is base_url right?" if raw.reply.status in _WRONG_ADDRESS else ""
    texts = "".join(f"; {text}" for text in _meaning(raw))
    return f" answered {kind}, not the API's own error{question}{texts}"


def _meaning(raw: RawResponse) -> Iterator[str]:
    """What a status means for the request that was sent."""
    if raw.reply.status == 401:
        yield _challenge(raw.headers.get("www-authenticate", ""))
        yield "" if _has_credential(raw) else "no credential was sent"
    elif raw.reply.status == 412 and any(
        name in ("If-Match", "If-Unmodified-Since") for name, _ in raw.prepared.headers
    ):
        yield "it changed since it was fetched; get it again, then decide"


def _has_credential(raw: RawResponse) -> bool:
    return raw.authorization is not None and bool(raw.authorization.headers or raw.authorization.query)


_PARAMETER: Final = re.compile(r'\b(error|error_description)="([^"\\]{1,500})"', re.IGNORECASE)


def _challenge(header: str) -> str:
    """What a challenge says is wrong (RFC 6750, 3)."""
    found = {name.lower(): one_line(text) for name, text in _PARAMETER.findall(header[:5000])}
    return ", ".join(found[name] for name in ("error", "error_description") if name in found)
