"""What an observer is told of each call, and what goes to the log. Neither ever holds a URL, a header or a body."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Final, Literal

from attrs import frozen

from .._errors import ApiError, SubkitError
from .._portable import Portable
from .._public import public

log: Final = logging.getLogger("subkit")
Kind = Literal["request", "response", "retry", "refresh"]


@public
@frozen(kw_only=True)
class Event(Portable):
    """Something that happened in a call."""

    kind: Kind
    """A request goes out; an answer, or none, came of it; it is about to be sent again; a token was renewed, or not."""
    api: str
    """Slug of the API."""
    operation: str
    """Id of the operation, such as `get_subscription`."""
    attempt: int
    """Which request of the call this is about, from 1 on."""
    status: int | None = None
    """HTTP status of the answer, or None where none came."""
    duration: float | None = None
    """Seconds that the request took, or renewing the token; None before it went out."""
    error: str | None = None
    """Name of the class of error that it ended with, such as `OutcomeUnknown`; None if an answer came."""
    wait: float | None = None
    """Seconds until it is sent again; `retry` only."""


Observer = Callable[[Event], None]

_LEVELS: Final[Mapping[Kind, int]] = {
    "request": logging.DEBUG,
    "response": logging.DEBUG,
    "retry": logging.INFO,
    "refresh": logging.INFO,
}


class Teller:
    """Tells of one call, to the observer and to the log. An observer that fails is logged, and the call goes on."""

    __slots__ = ("_api", "_observer", "_operation")

    def __init__(self, observer: Observer | None, api: str, operation: str) -> None:
        self._observer = observer
        self._api = api
        self._operation = operation

    def tell(
        self,
        kind: Kind,
        attempt: int,
        *,
        status: int | None = None,
        error: SubkitError | None = None,
        took: float | None = None,
        wait: float | None = None,
    ) -> None:
        """Make an event, if anybody listens. `status` may be left out where `error` has one."""
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
            log.log(_LEVELS[kind], "%s %s: %s", self._api, self._operation, _words(event))
        if self._observer is not None:
            self._pass_on(self._observer, event)

    def _pass_on(self, observer: Observer, event: Event) -> None:
        try:
            observer(event)
        except Exception:
            log.exception("%s %s: the observer failed", self._api, self._operation)


def _words(event: Event) -> str:
    came = "" if event.duration is None else f": {_outcome(event)} after {event.duration:.3f} s"
    again = "" if event.wait is None else f" after {_outcome(event)}, again in {event.wait:.3f} s"
    return f"{event.kind} {event.attempt}{came}{again}"


def _outcome(event: Event) -> str:
    return " ".join(str(one) for one in (event.error, event.status) if one is not None) or "done"
