"""Whether and when a request is retried. Pure: time and random numbers are passed in."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from .._forks import watch_forks
from .._formats.dates import parse_http_date
from .._portable import Portable
from .._public import public
from .._values import at_least, field, frozen

if TYPE_CHECKING:
    from .clock import Clock

RETRIED: Final = frozenset({408, 429, 500, 502, 503, 504})
"""Statuses after which a call is retried if that is safe."""
EARNED: Final = 10
"""The number of successful calls that earn one retry."""


@public
@frozen
class Retry(Portable):
    """How often a call is retried, and how long to wait before each retry.

    Any call is retried after 429, and when its request provably never left. After a lost response, 408, 500, 502, 503
    and 504 a call is retried only if sending it twice has the same effect as sending it once.

    `attempts` includes the first request (1 turns retries off). The wait before the n-th retry is a random part
    ("full jitter") of `base * 2**(n - 1)` seconds, at most `cap` seconds. A `Retry-After` of the server takes
    precedence and is never shortened; if it would end after the call's timeout, the error is raised immediately.

    `budget` is the number of retries that all calls of one client share; ten successful calls earn one back. During an
    outage a client therefore stops adding load and fails immediately. It is set when the client is created.
    """

    attempts: int = field(default=3, validator=at_least(1))
    base: float = field(default=0.5, validator=at_least(0))
    cap: float = field(default=20.0, validator=at_least(0))
    budget: int = field(default=50, validator=at_least(0))

    def wait(self, attempt: int, chance: float) -> float:
        """Seconds to wait after the `attempt`-th request failed; `chance` is in [0, 1)."""
        return min(self.cap, self.base * 2.0 ** min(attempt - 1, 32)) * chance


class Budget:
    """The retries that a client has left. Threads may share it, and it may be used on both sides of a fork."""

    __slots__ = ("__weakref__", "_left", "_lock", "_most")

    def __init__(self, retries: int) -> None:
        self._most = self._left = retries * EARNED
        self.after_fork()
        watch_forks(self)

    def after_fork(self) -> None:
        """Take a new lock: another thread of the parent may hold the old one."""
        self._lock = threading.Lock()

    def spend(self) -> bool:
        """Take one retry, if there is one left."""
        with self._lock:
            if self._left < EARNED:
                return False
            self._left -= EARNED
            return True

    def earn(self) -> None:
        """Count a successful call."""
        with self._lock:
            self._left = min(self._most, self._left + 1)


class Attempts:
    """Counts attempts, and says whether and when another one may follow."""

    __slots__ = ("_budget", "_clock", "_failed", "_retry", "until")

    def __init__(self, retry: Retry, budget: Budget, clock: Clock, timeout: float) -> None:
        self._retry = retry
        self._budget = budget
        self._clock = clock
        self.until: Final = clock.monotonic() + timeout
        """The deadline, by the monotonic clock."""
        self._failed = 0

    def left(self) -> float:
        """Seconds until the deadline; negative after it."""
        return self.until - self._clock.monotonic()

    def wait(self, retry_at: datetime | None) -> float | None:
        """Seconds to wait after a failure, or None if that was the last attempt.

        Nothing is sent before `retry_at`, which is what the server asked for.
        """
        self._failed += 1
        if self._failed >= self._retry.attempts:
            return None
        wait = self._retry.wait(self._failed, self._clock.random())
        if retry_at is not None:
            wait = max(wait, (retry_at - self._clock.now()).total_seconds())
        return wait if wait < self.left() and self._budget.spend() else None


def retry_at(header: str | None, server_date: str | None, now: datetime) -> datetime | None:
    """The moment that a `Retry-After` header names (RFC 9110, 10.2.3), or None if it names none.

    A date is taken relative to the server's own `Date`, so that a wrong local clock does no harm.
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
