"""What is reported of each call to its observer and to the log: never a URL, a header or a body."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Final, Literal

from .._errors import ApiError, SubkitError
from .._portable import Portable
from .._public import public
from .._values import frozen

log: Final = logging.getLogger("subkit")
Kind = Literal["request", "response", "retry", "refresh"]


@public
@frozen(kw_only=True)
class Event(Portable):
    """Something that happened in a call."""

    kind: Kind
    """A request is sent; a response arrived or failed to; the request is about to be retried; a token refresh ended."""
    api: str
    """Slug of the API."""
    operation: str
    """Id of the operation, such as `get_subscription`."""
    attempt: int
    """The number of the request within the call, starting at 1."""
    status: int | None = None
    """HTTP status of the response, or None if there was none."""
    duration: float | None = None
    """Seconds that the request or the token refresh took; None before it was sent."""
    error: str | None = None
    """Class name of the error that it ended with, such as `OutcomeUnknown`; None if there was a response."""
    wait: float | None = None
    """Seconds until the request is retried; `retry` only."""


Observer = Callable[[Event], None]

_LEVELS: Final[Mapping[Kind, int]] = {
    "request": logging.DEBUG,
    "response": logging.DEBUG,
    "retry": logging.INFO,
    "refresh": logging.INFO,
}


class EventEmitter:
    """Notifies the observer and the log of the events of one call. If an observer fails, that is logged and the call
    goes on."""

    __slots__ = ("_api", "_observer", "_operation")

    def __init__(self, observer: Observer | None, api: str, operation: str) -> None:
        self._observer = observer
        self._api = api
        self._operation = operation

    def emit(
        self,
        kind: Kind,
        attempt: int,
        *,
        status: int | None = None,
        error: SubkitError | None = None,
        took: float | None = None,
        wait: float | None = None,
    ) -> None:
        """Emit an event, if anybody listens. `status` may be left out if `error` has one."""
        logged = log.isEnabledFor(_LEVELS[kind])
        if self._observer is None and not logged:
            return
        event = Event(
            kind=kind,
            api=self._api,
            operation=self._operation,
            attempt=attempt,
            status=getattr(error, "status", status),
            duration=took,
            error=None if error is None or isinstance(error, ApiError) else type(error).__name__,
            wait=wait,
        )
        if logged:
            log.log(_LEVELS[kind], "%s %s: %s", self._api, self._operation, _summary(event))
        if self._observer is not None:
            self._notify(self._observer, event)

    def _notify(self, observer: Observer, event: Event) -> None:
        try:
            observer(event)
        except Exception:
            log.exception("%s %s: the observer failed", self._api, self._operation)


def _summary(event: Event) -> str:
    came = "" if event.duration is None else f": {_outcome(event)} after {event.duration:.3f} s"
    again = "" if event.wait is None else f" after {_outcome(event)}, next attempt in {event.wait:.3f} s"
    return f"{event.kind} {event.attempt}{came}{again}"


def _outcome(event: Event) -> str:
    return " ".join(str(one) for one in (event.error, event.status) if one is not None) or "done"
