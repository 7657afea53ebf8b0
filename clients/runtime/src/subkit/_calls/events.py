"""What is reported of each call to its observer and to the log: never a query or a header. Only `SUBKIT_LOG=debug`
logs bodies; see `body_log`."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, Literal

from .._errors import ApiError
from .._portable import Portable
from .._public import public
from .._values import frozen

if TYPE_CHECKING:
    from .._flow.clock import Clock
    from .._flow.steps import Flow
    from .._responses.response import Response

log: Final = logging.getLogger("subkit")
Kind = Literal["call", "request", "response", "retry", "refresh", "done"]


@public
@frozen(kw_only=True)
class Event(Portable):
    """Something that happened in a call."""

    kind: Kind
    """A call begins; a request is sent; a response arrived or failed to; the request is about to be retried; a token
    refresh ended; the call ended (`done`, always the last event of a call)."""
    api: str
    """Slug of the API."""
    operation: str
    """Id of the operation, such as `get_subscription`."""
    attempt: int
    """The number of the request within the call, starting at 1. For `call` 0, for `done` how many were sent."""
    status: int | None = None
    """HTTP status of the response, or None if there was none."""
    duration: float | None = None
    """Seconds that the request, the token refresh or the call took; None before a request was sent."""
    error: str | None = None
    """Class name of the error that it ended with, such as `OutcomeUnknown`; None if there was a response. For `done`,
    of whatever the call raised."""
    wait: float | None = None
    """Seconds until the request is retried; `retry` only."""
    method: str = ""
    """HTTP method of the call's requests."""
    url: str = ""
    """URL of the call's requests, without the query."""
    call: str = ""
    """An id that the events of one call have in common."""
    path_template: str = ""
    """Path of the operation as the specification has it, such as `/subscriptions/{subscriptionId}`. The same for all
    calls of an operation, so it suits metrics."""
    server: str = ""
    """Scheme, host and port of the base URL, such as `https://api.example:443`."""


Observer = Callable[[Event], None]

_LEVELS: Final[Mapping[Kind, int]] = {
    "call": logging.DEBUG,
    "request": logging.DEBUG,
    "response": logging.DEBUG,
    "retry": logging.INFO,
    "refresh": logging.INFO,
    "done": logging.DEBUG,
}


class CallTracer:
    """An observer that accompanies whole calls: it can add to their requests, and set a context around them."""

    def __call__(self, event: Event) -> None:
        """Nothing to do."""

    def trace(self, about: Mapping[str, str], clock: Clock, flow: Flow[Response[Any]]) -> Flow[Response[Any]]:
        """The same call, accompanied. `about` is what all its events say."""
        raise NotImplementedError


class EventEmitter:
    """Notifies the observer and the log of the events of one call. If an observer fails, that is logged and the call
    goes on."""

    __slots__ = ("_clock", "_observer", "about")

    def __init__(self, observer: Observer | None, clock: Clock, about: dict[str, str]) -> None:
        self._observer = observer
        self._clock = clock
        self.about = about

    def emit(
        self,
        kind: Kind,
        attempt: int,
        *,
        status: int | None = None,
        error: BaseException | None = None,
        began: float | None = None,
        took: float | None = None,
        wait: float | None = None,
    ) -> None:
        """Emit an event, if anybody listens. `status` may be left out if `error` has one, and `took` if it ends now."""
        logged = log.isEnabledFor(_LEVELS[kind])
        if self._observer is None and not logged:
            return
        if "call" not in self.about:
            self.about["call"] = self._clock.new_id()
        event = Event(
            kind=kind,
            attempt=attempt,
            status=getattr(error, "status", status),
            duration=took if began is None else self._clock.monotonic() - began,
            error=_name(kind, error),
            wait=wait,
            **self.about,
        )
        if logged:
            log.log(_LEVELS[kind], "%s %s: %s", event.api, event.operation, _summary(event))
        if self._observer is not None:
            self._notify(self._observer, event)

    def _notify(self, observer: Observer, event: Event) -> None:
        try:
            observer(event)
        except Exception:
            log.exception("subkit: %s %s: the observer failed", event.api, event.operation)


def _name(kind: Kind, error: BaseException | None) -> str | None:
    if error is None or (isinstance(error, ApiError) and kind != "done"):
        return None
    return "Cancelled" if isinstance(error, GeneratorExit) else type(error).__name__


def _summary(event: Event) -> str:
    came = "" if event.duration is None else f": {_outcome(event)} after {event.duration:.3f} s"
    again = "" if event.wait is None else f" after {_outcome(event)}, next attempt in {event.wait:.3f} s"
    number = f" {event.attempt}" if event.attempt else ""
    return f"{event.kind}{number}, {event.method} {event.url}{came}{again}"


def _outcome(event: Event) -> str:
    return " ".join(str(one) for one in (event.error, event.status) if one is not None) or "done"
