"""Whether and when a request is retried. Pure: time and random numbers are passed in."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from math import inf
from typing import TYPE_CHECKING, Any, Final

from .._errors import InvalidArgument
from .._forks import watch_forks
from .._formats.dates import parse_http_date
from .._portable import Portable
from .._public import public
from .._values import field, frozen

if TYPE_CHECKING:
    from attrs import Attribute

    from .clock import Clock

RETRIED: Final = frozenset({408, 429, 500, 502, 503, 504})
"""Statuses after which a call is retried if that is safe."""
EARNED: Final = 10
"""The number of successful calls that earn one retry."""
_DAY: Final = 86_400


def _is_whole(_: Any, attribute: Attribute[int], value: object) -> None:
    _check_whole(attribute.name, value, least=0)


def _is_positive(_: Any, attribute: Attribute[int], value: object) -> None:
    _check_whole(attribute.name, value, least=1)


def _check_whole(name: str, value: object, least: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise InvalidArgument(f"{name}: must be a whole number, at least {least}")


def _is_duration(_: Any, attribute: Attribute[float], value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < inf:
        raise InvalidArgument(f"{attribute.name}: must be a number of seconds, at least 0")


@public
@frozen
class Retry(Portable):
    """How often a call is retried, and how long to wait before each retry.

    Any call is retried after 429, and when its request provably never left. After a lost response, 408, 500, 502, 503
    and 504 a call is retried only if sending it twice has the same effect as sending it once.

    `attempts` includes the first request (1 turns retries off). The wait before the n-th retry is a random part
    ("full jitter") of `base * 2**(n - 1)` seconds, at most `cap` seconds. A `Retry-After` of the server takes
    precedence and is never shortened, but up to `base` seconds are added at random; if it would end after the call's
    timeout, the error is raised immediately.

    `budget` is the number of retries that all calls of one client share; ten successful calls earn one back. During an
    outage a client therefore stops adding load and fails immediately. Waiting as a 429 with `Retry-After` asks does not
    count. It is set when the client is created.
    """

    attempts: int = field(default=3, validator=_is_positive)
    base: float = field(default=0.5, validator=_is_duration)
    cap: float = field(default=20.0, validator=_is_duration)
    budget: int = field(default=50, validator=_is_whole)

    def wait(self, attempt: int, chance: float) -> float:
        """Seconds to wait after the `attempt`-th request failed; `chance` is in [0, 1)."""
        return min(self.cap, self.base * 2.0 ** min(attempt - 1, 32)) * chance


class Budget:
    """The retries that a client has left. Threads may share it, and it may be used on both sides of a fork."""

    __slots__ = ("__weakref__", "_left", "_lock", "_most", "size")

    def __init__(self, retries: int) -> None:
        self.size: Final = retries
        """How many retries there are at most."""
        self._most = self._left = retries * EARNED
        self.after_fork()
        watch_forks(self)

    def after_fork(self) -> None:
        """Take a new lock: another thread of the parent may hold the old one."""
        self._lock = threading.RLock()  # a signal handler may take it again

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

    __slots__ = ("_budget", "_clock", "_failed", "_retry", "_timeout", "ended", "until")

    def __init__(self, retry: Retry, budget: Budget, clock: Clock, timeout: float) -> None:
        self._retry = retry
        self._timeout = timeout
        self._budget = budget
        self._clock = clock
        self.until: Final = clock.monotonic() + timeout
        """The deadline, by the monotonic clock."""
        self._failed = 0
        self.ended = ""
        """Why there is no other attempt, once `wait` has returned None."""

    def left(self) -> float:
        """Seconds until the deadline; negative after it."""
        return self.until - self._clock.monotonic()

    def wait(self, retry_at: datetime | None, *, paced: bool = False) -> float | None:
        """Seconds to wait after a failure, or None if that was the last attempt.

        Nothing is sent before `retry_at`, which is what the server asked for. A server that is `paced` is not failing:
        to wait as it asks does not spend the budget.
        """
        self._failed += 1
        if self._failed >= self._retry.attempts:
            self.ended = f"gave up after {self._failed} attempts" if self._failed > 1 else ""
            return None
        wait, left = self._seconds(retry_at), self.left()
        if wait >= left:
            self.ended = self._too_late(retry_at)
            return None
        if not (paced and retry_at is not None) and not self._budget.spend():
            self.ended = f"not retried: the budget of {self._budget.size} retries is spent"
            return None
        return wait

    def _seconds(self, retry_at: datetime | None) -> float:
        random = self._clock.random()
        wait = self._retry.wait(self._failed, random)
        if retry_at is None:
            return wait
        asked = (retry_at - self._clock.now()).total_seconds()
        # Spread a little, or all the clients that were told the same moment would come back at once.
        spread = min(self._retry.base, max(0.0, self.left() - asked) / 2)
        return max(wait, asked + random * spread)

    def _too_late(self, retry_at: datetime | None) -> str:
        if retry_at is None:
            return f"no time for another attempt within the timeout of {self._timeout:g} s"
        soon = (retry_at - self._clock.now()).total_seconds() < _DAY
        moment = f"{retry_at:%H:%M:%SZ}" if soon else f"{retry_at:%Y-%m-%dT%H:%M:%SZ}"
        return f"may be called again at {moment}, after the timeout of {self._timeout:g} s"


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
