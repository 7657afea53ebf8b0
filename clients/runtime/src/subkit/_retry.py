"""When a request is sent again, and after how long. Pure: time and chance come as arguments."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from attrs import field, frozen, validators

from ._dates import parse_http_date

RETRIED: Final = frozenset({408, 429, 500, 502, 503, 504})
"""Statuses after which a call that may be repeated is repeated."""


@frozen
class Retry:
    """How often and how patiently a call is repeated.

    `attempts` counts the first one too (1 switches repeats off). The wait before the n-th repeat is a random part
    ("full jitter") of `base * 2**(n - 1)` seconds, at most `cap` seconds. A `Retry-After` of the server goes before
    that and is never cut short; if it would end after the call's timeout, the error is raised at once.
    """

    attempts: int = field(default=3, validator=validators.ge(1))
    base: float = field(default=0.5, validator=validators.ge(0))
    cap: float = field(default=20.0, validator=validators.ge(0))

    def wait(self, attempt: int, chance: float) -> float:
        """Seconds to wait after the `attempt`-th request failed; `chance` is in [0, 1)."""
        return min(self.cap, self.base * 2.0 ** min(attempt - 1, 32)) * chance


def retry_at(header: str | None, server_date: str | None, now: datetime) -> datetime | None:
    """The moment that a `Retry-After` header names (RFC 9110, 10.2.3), or None where it names none.

    A date counts from the server's own `Date`, so that a clock that is off does no harm.
    """
    if header is None:
        return None
    text = header.strip()
    if text.isascii() and text.isdigit():
        return _later(now, int(text) if len(text) < 12 else 10**11)
    then = parse_http_date(text)
    if then is None:
        return None
    here = parse_http_date(server_date) if server_date else None
    return _later(now, max(0.0, (then - (here or now)).total_seconds()))


def _later(now: datetime, seconds: float) -> datetime:
    try:
        return now + timedelta(seconds=seconds)
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC)
