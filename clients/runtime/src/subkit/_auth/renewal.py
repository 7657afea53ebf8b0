"""One token for any number of callers: the first one that finds it about to expire refreshes it. The others wait for
that, or use the old one as long as it is valid."""

from __future__ import annotations

import copy
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Final

from .._errors import AuthError
from .._flow.steps import WaitFor
from .._forks import watch_forks
from .._values import evolve
from .token import Token, need

if TYPE_CHECKING:
    from .._flow.steps import Flow
    from .credentials import AuthContext

LIMIT: Final = 10.0
"""Maximum duration of a token refresh in seconds, however much time the call has."""
COOLDOWN: Final = 10.0
"""Seconds without another attempt after an early refresh failed."""
GRACE: Final = 1.0
"""Seconds after that limit when those who wait stop waiting for the leader."""

Outcome = Token | AuthError | None
"""The result of a refresh. None: the leader had to give up, and another caller takes over."""
RequestToken = Callable[["AuthContext", Token | None, float], "Flow[Token]"]
"""Requests a token: for this context, with the old token, until that moment."""


class Refresh(Future[Outcome]):
    """A refresh in progress. Its leader is the caller that created it."""

    def __init__(self, until: float) -> None:
        super().__init__()
        self.until = until
        """When it is done or lost, by the monotonic clock."""
        self._thread = threading.get_ident()
        self.set_running_or_notify_cancel()  # a task that waits for it cannot cancel it for the others

    def result(self, timeout: float | None = None) -> Outcome:
        """As `Future.result`. In the leader's own thread it gives up at once: a task that leads could not go on there
        before this returns."""
        if not self.done() and self._thread == threading.get_ident():
            self.until = float("-inf")
            raise TimeoutError
        return super().result(timeout)


class TokenCache:
    """The token for one base URL. Threads, tasks and event loops may share it."""

    def __init__(self) -> None:
        self._token: Token | None = None
        self._cooldown_until = float("-inf")
        self.after_fork()
        watch_forks(self)

    def after_fork(self) -> None:
        """Forget the refresh in progress: neither its leader nor the holder of the lock exists in the child."""
        self._lock = threading.RLock()  # a signal handler may take it again
        self._running: Refresh | None = None

    def token(self, context: AuthContext, request_token: RequestToken) -> Flow[Token]:
        """A valid token. Raises `AuthError`, or `DeadlineExceeded` when the call has no time left."""
        while True:
            token, refresh, leads = self._acquire(context)
            if refresh is None and token is not None:
                return token
            if refresh is not None and leads:
                return (yield from self._refresh(context, request_token, token, refresh))
            if refresh is not None:
                outcome = yield from self._wait(context, refresh)
                if outcome is not None:
                    return outcome

    def _acquire(self, context: AuthContext) -> tuple[Token | None, Refresh | None, bool]:
        """The token; the refresh, if the token has to be refreshed first; and whether this caller leads it."""
        now = context.clock.monotonic()
        with self._lock:
            if self._token is not None and self._token.authorization is context.refused:
                self._token = evolve(self._token, lifetime=0.0)
            needed = need(self._token, now)
            if needed == "none" or (needed == "advisory" and (self._running or now < self._cooldown_until)):
                return self._token, None, False
            if self._running is not None:
                return self._token, self._running, False
            self._running = Refresh(now + LIMIT + GRACE)
            return self._token, self._running, True

    def _refresh(
        self, context: AuthContext, request_token: RequestToken, old: Token | None, refresh: Refresh
    ) -> Flow[Token]:
        clock = context.clock.monotonic
        token: Token | None = None
        spare: Token | None = None
        failure: AuthError | None = None
        began = clock()
        try:
            spare = old if need(old, began) == "advisory" else None
            limit = LIMIT if spare is None else min(LIMIT, context.left() / 2)
            token = yield from request_token(context, old, began + limit)
            if token.lifetime == 0:  # the last second of a token that the server issues as long as it is valid
                token = yield from request_token(context, token, began + limit)
            return token
        except AuthError as error:
            failure = copy.copy(error)  # without its traceback, whose frames it would be part of
            if spare is None:
                raise
            self._cooldown_until = clock() + COOLDOWN
            return spare
        finally:
            self._complete(refresh, token, None if spare else failure)
            if token or failure:
                context.notify(clock() - began, failure)

    def _wait(self, context: AuthContext, refresh: Refresh) -> Flow[Token | None]:
        """The token that another caller requested; None if there is none, and somebody has to try again."""
        clock = context.clock.monotonic
        yield WaitFor(refresh, min(context.left(), max(0.0, refresh.until - clock())))
        context.left()
        if clock() >= refresh.until:
            self._clear(refresh)
        outcome = refresh.result() if refresh.done() else None
        if isinstance(outcome, AuthError):
            raise copy.copy(outcome)
        return outcome

    def _complete(self, refresh: Refresh, token: Token | None, failure: AuthError | None) -> None:
        """Notify everybody who waits, however the leader ended."""
        self._clear(refresh, token)
        refresh.set_result(token or failure)

    def _clear(self, refresh: Refresh, token: Token | None = None) -> None:
        """Make room for another refresh and keep the token of this one, unless that was done before."""
        with self._lock:
            if self._running is refresh:
                self._running = None
                self._token = token or self._token
