"""One token for any number of callers: whoever finds that it has to be renewed does so, and the others wait for that,
or go on with the old one as long as it is good."""

from __future__ import annotations

import copy
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, Final, cast
from weakref import WeakSet

from attrs import evolve

from ._errors import AuthError
from ._flow import Await
from ._token import Token, need

if TYPE_CHECKING:
    from ._auth import Occasion
    from ._flow import Flow

LIMIT: Final = 10.0
"""Seconds that renewing a token may take, however much time the call has."""
REST: Final = 10.0
"""Seconds for which nobody tries again, after a renewal ahead of time failed."""

Outcome = Token | AuthError | None
"""What renewing came to. None: whoever was at it had to give up, and another goes on."""
Buy = Callable[["Occasion", Token | None, float], "Flow[Token]"]
"""Buys a token: for this occasion, with the old one, until that moment."""


class Renewal:
    """The token for one origin. Threads, tasks and event loops may share it."""

    def __init__(self, buy: Buy) -> None:
        self._buy = buy
        self._token: Token | None = None
        self._resting_until = float("-inf")
        self.start_anew()
        _living.add(self)

    def start_anew(self) -> None:
        """Forget who is at it: a fork takes along neither them nor whoever held the lock."""
        self._lock = threading.Lock()
        self._flight: Future[Outcome] | None = None

    def token(self, occasion: Occasion) -> Flow[Token]:
        """A token that is good. Raises `AuthError`, or `DeadlineExceeded` when the call has no time left."""
        while True:
            token, flight, leads = self._board(occasion)
            if flight is None:
                return cast(Token, token)
            if leads:
                return (yield from self._lead(occasion, token, flight))
            outcome = yield Await(flight, occasion.left())
            occasion.left()
            if isinstance(outcome, AuthError):
                raise copy.copy(outcome)

    def _board(self, occasion: Occasion) -> tuple[Any, Future[Outcome] | None, bool]:
        """The token; and, if it has to be renewed first, the future of that, and whether it is upon this caller."""
        now = occasion.clockwork.monotonic()
        with self._lock:
            if self._token is not None and self._token.grant is occasion.refused:
                self._token = evolve(self._token, lifetime=0.0)
            needed = need(self._token, now)
            if needed == "none" or (needed == "advisory" and (self._flight or now < self._resting_until)):
                return self._token, None, False
            if self._flight is not None:
                return self._token, self._flight, False
            self._flight = Future()
            self._flight.set_running_or_notify_cancel()  # a task that waits for it cannot cancel it for the others
            return self._token, self._flight, True

    def _lead(self, occasion: Occasion, old: Token | None, flight: Future[Outcome]) -> Flow[Token]:
        began = occasion.clockwork.monotonic()
        spare = old if need(old, began) == "advisory" else None
        limit = LIMIT if spare is None else min(LIMIT, occasion.left() / 2)
        token: Token | None = None
        error: AuthError | None = None
        try:
            token = yield from self._buy(occasion, old, began + limit)
        except AuthError as refusal:
            error = refusal
            if spare is None:
                raise
            self._resting_until = occasion.clockwork.monotonic() + REST
        finally:
            self._land(flight, token or spare or error)
            if token or error:
                occasion.tell(occasion.clockwork.monotonic() - began, error)
        return cast(Token, token or spare)

    def _land(self, flight: Future[Outcome], outcome: Outcome) -> None:
        """Tell everybody who waits. Nobody is left behind, however the leader ended."""
        with self._lock:
            if isinstance(outcome, Token) and self._flight is flight:
                self._token = outcome
            if self._flight is flight:
                self._flight = None
        flight.set_result(outcome)


_living: WeakSet[Renewal] = WeakSet()


def _after_fork() -> None:
    for renewal in list(_living):
        renewal.start_anew()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
