"""Validators of responses, and conditional requests (RFC 9110, 13). Only what the specification declares."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import datetime

from .._formats.dates import format_http_date, parse_http_date
from .refusal import Refused

_tags = re.compile(r'(?:W/)?"[^"]*"').findall


def etag_of(*parts: object) -> str:
    """A strong entity tag, another one for other parts."""
    return f'"{hashlib.md5(repr(parts).encode(), usedforsecurity=False).hexdigest()}"'


def check_preconditions(declared: tuple[str, ...], headers: Mapping[str, str], etag: str, modified: datetime) -> None:
    """Refuse a write whose precondition does not hold: 13.2.2, steps 1 and 2."""
    if "If-Match" in declared and "if-match" in headers:
        if not _matches(headers["if-match"], etag, weak=False):
            raise Refused(412, "precondition", f"If-Match does not have the current entity tag {etag}")
    elif "If-Unmodified-Since" in declared and "if-unmodified-since" in headers:
        date = parse_http_date(headers["if-unmodified-since"])
        if date is not None and modified.replace(microsecond=0) > date:
            changed = format_http_date(modified)
            raise Refused(412, "precondition", f"changed on {changed}, which is after If-Unmodified-Since")


def is_unmodified(declared: tuple[str, ...], headers: Mapping[str, str], etag: str, modified: datetime | None) -> bool:
    """Whether a read is answered with 304: 13.2.2, steps 3 and 4."""
    if "If-None-Match" in declared and "if-none-match" in headers:
        return _matches(headers["if-none-match"], etag, weak=True)
    if "If-Modified-Since" in declared and "if-modified-since" in headers and modified is not None:
        date = parse_http_date(headers["if-modified-since"])
        return date is not None and modified.replace(microsecond=0) <= date
    return False


def _matches(header: str, etag: str, *, weak: bool) -> bool:
    """Weak or strong comparison of entity tags (8.8.3.2). `*` matches whatever exists."""
    if header.strip() == "*":
        return True
    tags = _tags(header)
    return etag in ([one.removeprefix("W/") for one in tags] if weak else tags)
