"""When a request is sent again, and after how long. Pure: time and chance come as arguments."""

from __future__ import annotations

import os
import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from attrs import field, frozen, validators

from .._formats.dates import parse_http_date
from .._portable import Portable
from .._public import public

if TYPE_CHECKING:
    from .clock import Clockwork

RETRIED: Final = frozenset({408, 429, 500, 502, 503, 504})
"""Statuses after which a call that may be repeated is repeated."""
EARNED: Final = 10
"""So many calls that succeed earn one repeat."""


@public
@frozen
class Retry(Portable):
    """How often and how patiently a call is repeated.

    Whatever the call, it is repeated after 429 and where the request provably never left. After a lost answer, 408,
    500, 502, 503 and 504 it is repeated only if sending it twice does what sending it once does.

    `attempts` counts the first one too (1 switches repeats off). The wait before the n-th repeat is a random part
    ("full jitter") of `base * 2**(n - 1)` seconds, at most `cap` seconds. A `Retry-After` of the server goes before
    that and is never cut short; if it would end after the call's timeout, the error is raised at once.

    `budget` is how many repeats all calls of one client may spend together; ten calls that succeed earn one
    back. In an outage a client so stops adding to the load, and fails at once. It is set when the client is made.
    """

    attempts: int = field(default=3, validator=validators.ge(1))
    base: float = field(default=0.5, validator=validators.ge(0))
    cap: float = field(default=20.0, validator=validators.ge(0))
    budget: int = field(default=50, validator=validators.ge(0))

    def wait(self, attempt: int, chance: float) -> float:
        """Seconds to wait after the `attempt`-th request failed; `chance` is in [0, 1)."""
        return min(self.cap, self.base * 2.0 ** min(attempt - 1, 32)) * chance


class Budget:
    """The repeats that a client may still spend. Threads may share it, and it may be used on both sides of a fork."""

    __slots__ = ("_left", "_locks", "_most")

    def __init__(self, repeats: int) -> None:
        self._most = self._left = repeats * EARNED
        self._locks: dict[int, threading.Lock] = {}

    def spend(self) -> bool:
        """Take one repeat, if there is one."""
        with self._lock():
            if self._left < EARNED:
                return False
            self._left -= EARNED
            return True

    def earn(self) -> None:
        """Note that a call succeeded."""
        with self._lock():
            self._left = min(self._most, self._left + 1)

    def _lock(self) -> threading.Lock:
        """One for each process: a fork may leave that of the parent held for ever."""
        return self._locks.setdefault(os.getpid(), threading.Lock())


class Attempts:
    """How often something was tried, and whether and when it may be tried again."""

    __slots__ = ("_budget", "_clockwork", "_failed", "_retry", "until")

    def __init__(self, retry: Retry, budget: Budget, clockwork: Clockwork, timeout: float) -> None:
        self._retry = retry
        self._budget = budget
        self._clockwork = clockwork
        self.until: Final = clockwork.monotonic() + timeout
        """The deadline, by the monotonic clock."""
        self._failed = 0

    def left(self) -> float:
        """Seconds until the deadline; negative after it."""
        return self.until - self._clockwork.monotonic()

    def wait(self, retry_at: datetime | None) -> float | None:
        """Seconds to wait after a failure, or None if that was the last attempt.

        `retry_at` is when the server asked to be called again; before that nothing is sent.
        """
        self._failed += 1
        if self._failed >= self._retry.attempts:
            return None
        wait = self._retry.wait(self._failed, self._clockwork.chance())
        if retry_at is not None:
            wait = max(wait, (retry_at - self._clockwork.now()).total_seconds())
        return wait if wait < self.left() and self._budget.spend() else None


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
    if then is None or "," in text.partition(" ")[2]:  # several, joined
        return None
    here = parse_http_date(server_date or "")
    return _later(now, max(0.0, (then - (here or now)).total_seconds()))


def _later(now: datetime, seconds: float) -> datetime:
    try:
        return now + timedelta(seconds=seconds)
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC)
