"""One token for any number of callers: whoever finds that it has to be renewed does so, and the others wait for that,
or go on with the old one as long as it is good."""

from __future__ import annotations

import copy
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Final
from weakref import WeakSet

from attrs import evolve

from .._errors import AuthError
from .._flow.steps import Await
from .token import Token, need

if TYPE_CHECKING:
    from .._flow.steps import Flow
    from .credentials import Occasion

LIMIT: Final = 10.0
"""Seconds that renewing a token may take, however much time the call has."""
REST: Final = 10.0
"""Seconds for which nobody tries again, after a renewal ahead of time failed."""
GRACE: Final = 1.0
"""Seconds after that limit when whoever waits goes on without the leader."""

Outcome = Token | AuthError | None
"""What renewing came to. None: whoever was at it had to give up, and another goes on."""
Buy = Callable[["Occasion", Token | None, float], "Flow[Token]"]
"""Buys a token: for this occasion, with the old one, until that moment."""


class Flight(Future[Outcome]):
    """A renewal under way. Its leader is the caller that made it."""

    def __init__(self, until: float) -> None:
        super().__init__()
        self.until = until
        """When it is over or lost, by the monotonic clock."""
        self._thread = threading.get_ident()
        self.set_running_or_notify_cancel()  # a task that waits for it cannot cancel it for the others

    def result(self, timeout: float | None = None) -> Outcome:
        """As `Future.result`. It gives up at once in the leader's own thread: a task that leads could not go on there
        before this returns."""
        if not self.done() and self._thread == threading.get_ident():
            self.until = float("-inf")
            raise TimeoutError
        return super().result(timeout)


class Renewal:
    """The token for one base URL. Threads, tasks and event loops may share it."""

    def __init__(self) -> None:
        self._token: Token | None = None
        self._resting_until = float("-inf")
        self.start_anew()
        _living.add(self)

    def start_anew(self) -> None:
        """Forget who is at it: a fork takes along neither them nor whoever held the lock."""
        self._lock = threading.Lock()
        self._flight: Flight | None = None

    def token(self, occasion: Occasion, buy: Buy) -> Flow[Token]:
        """A token that is good. Raises `AuthError`, or `DeadlineExceeded` when the call has no time left."""
        while True:
            token, flight, leads = self._board(occasion)
            if flight is None and token is not None:
                return token
            if flight is not None and leads:
                return (yield from self._lead(occasion, buy, token, flight))
            if flight is not None:
                outcome = yield from self._follow(occasion, flight)
                if outcome is not None:
                    return outcome

    def _board(self, occasion: Occasion) -> tuple[Token | None, Flight | None, bool]:
        """The token; and, if it has to be renewed first, the flight, and whether this caller leads it."""
        now = occasion.clockwork.monotonic()
        with self._lock:
            if self._token is not None and self._token.grant is occasion.refused:
                self._token = evolve(self._token, lifetime=0.0)
            needed = need(self._token, now)
            if needed == "none" or (needed == "advisory" and (self._flight or now < self._resting_until)):
                return self._token, None, False
            if self._flight is not None:
                return self._token, self._flight, False
            self._flight = Flight(now + LIMIT + GRACE)
            return self._token, self._flight, True

    def _lead(self, occasion: Occasion, buy: Buy, old: Token | None, flight: Flight) -> Flow[Token]:
        clock = occasion.clockwork.monotonic
        token: Token | None = None
        spare: Token | None = None
        failure: AuthError | None = None
        began = clock()
        try:
            spare = old if need(old, began) == "advisory" else None
            limit = LIMIT if spare is None else min(LIMIT, occasion.left() / 2)
            token = yield from buy(occasion, old, began + limit)
            return token
        except AuthError as error:
            failure = copy.copy(error)  # without its traceback, whose frames it would be part of
            if spare is None:
                raise
            self._resting_until = clock() + REST
            return spare
        finally:
            self._land(flight, token, None if spare else failure)
            if token or failure:
                occasion.tell(clock() - began, failure)

    def _follow(self, occasion: Occasion, flight: Flight) -> Flow[Token | None]:
        """The token that another caller bought; None if it did not come to that, and somebody has to try again."""
        clock = occasion.clockwork.monotonic
        yield Await(flight, min(occasion.left(), max(0.0, flight.until - clock())))
        occasion.left()
        if clock() >= flight.until:
            self._clear(flight)
        outcome = flight.result() if flight.done() else None
        if isinstance(outcome, AuthError):
            raise copy.copy(outcome)
        return outcome

    def _land(self, flight: Flight, token: Token | None, failure: AuthError | None) -> None:
        """Tell everybody who waits. Nobody is left behind, however the leader ended."""
        self._clear(flight, token)
        flight.set_result(token or failure)

    def _clear(self, flight: Flight, token: Token | None = None) -> None:
        """Make room for another, and keep what this one brought, unless that has been done."""
        with self._lock:
            if self._flight is flight:
                self._flight = None
                self._token = token or self._token


_living: WeakSet[Renewal] = WeakSet()


def _after_fork() -> None:
    for renewal in list(_living):
        renewal.start_anew()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
