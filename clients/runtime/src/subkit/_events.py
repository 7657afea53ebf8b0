"""What an observer is told of each call, and what goes to the log. Neither ever holds a header, a query or a body."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Final, Literal

from attrs import frozen

log: Final = logging.getLogger("subkit")
Kind = Literal["request", "response", "retry", "refresh"]


@frozen(kw_only=True)
class Event:
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
    """Seconds that the request took; None before it went out."""
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


def heeded(kind: Kind, observer: Observer | None) -> bool:
    """Whether anybody listens."""
    return observer is not None or log.isEnabledFor(_LEVELS[kind])


def tell(observer: Observer | None, event: Event) -> None:
    """Pass an event to the observer and to the log. An observer that fails is logged, and the call goes on."""
    log.log(_LEVELS[event.kind], "%s %s: %s", event.api, event.operation, _words(event))
    if observer is None:
        return
    try:
        observer(event)
    except Exception:
        log.exception("the observer failed")


def _words(event: Event) -> str:
    came = "" if event.duration is None else f": {_outcome(event)} after {event.duration:.3f} s"
    again = "" if event.wait is None else f" after {_outcome(event)}, again in {event.wait:.3f} s"
    return f"{event.kind} {event.attempt}{came}{again}"


def _outcome(event: Event) -> str:
    return " ".join(str(one) for one in (event.error, event.status) if one is not None) or "done"
