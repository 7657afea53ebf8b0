"""What both networks share: one deadline for a whole request, whether any of it was written, and who was asked.

httpcore's own timeouts start anew with every read, so a server that sends one byte at a time outlives them. The
backends in `sockets` and `streams` stand between httpcore and the network, and keep the deadline of the request.
"""

from __future__ import annotations

import logging
import select
import time
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

from .framing import ResponseFraming

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST: Final = 10**6  # seconds; the system's calls refuse infinity


class StaleConnection(Exception):
    """The server closed a kept connection, or sent something unasked. Nothing was written, so another one serves."""


class RequestTracker:
    """One request on its way."""

    written: bool | None = None
    """Whether a byte of it was written; None as long as no connection was asked for anything."""

    peer: str | None = None
    """Who was connected to for it, as host:port; None if a connection was at hand."""

    queued = False
    """Whether it waits for a connection to become free."""

    def __init__(self, timeout: float) -> None:
        self.timeout: Final = timeout
        self._until = time.monotonic() + min(timeout, _LONGEST)

    def left(self) -> float:
        """Seconds until the deadline; negative after it."""
        return self._until - time.monotonic()

    def left_or(self, error: type[Exception]) -> float:
        """Seconds until the deadline; raises `error` after it."""
        left = self.left()
        if left <= 0:
            raise error("the deadline has passed")
        return left


class Wire:
    """What the streams of one connection, one over the other, note of the request at hand."""

    tracker: RequestTracker
    closed = False

    def __init__(self) -> None:
        self._framing: ResponseFraming | None = None
        self._connected = False
        self._to_check = False

    def start(self, tracker: RequestTracker) -> None:
        """Note that a request is about to use the connection."""
        self.tracker = tracker
        self._to_check = self._connected
        if self._connected:
            tracker.written = False

    def connects(self, host: str, port: int) -> None:
        """Note that a connection is about to be made."""
        self.closed = False
        self._connected = True
        self._to_check = False
        self.tracker.written = False
        self.tracker.peer = f"{host}:{port}"

    def begins(self) -> bool:
        """Whether a kept connection is about to be written to for the first time in this request."""
        begins, self._to_check = self._to_check, False
        return begins

    def encrypts(self) -> None:
        """Note that TLS has begun. What went before was for a proxy."""
        self.tracker.written = False
        self._framing = None

    def writes(self, data: bytes) -> None:
        """Note that data are about to go out. A CONNECT only asks a proxy for a tunnel; no request is in it."""
        self._framing = None
        if not data.startswith(b"CONNECT "):
            self.tracker.written = True

    def reads(self, data: bytes) -> None:
        """Note what has come."""
        if self._framing is None:
            self._framing = ResponseFraming()
        self._framing.feed(data)

    def start_body(self, headers: Mapping[bytes, bytes]) -> None:
        """Note that the head of the response has come."""
        if self._framing is not None:
            self._framing.start_body(headers)

    @property
    def clean(self) -> bool:
        """Whether all of the response has come, and nothing else."""
        return self._framing is not None and self._framing.exact


under_way: ContextVar[bool] = ContextVar("subkit_request_under_way", default=False)


def _tersely(record: logging.LogRecord) -> bool:
    # httpcore logs what a server answered, and that may repeat a secret: a redirect does, if a key is in the query.
    if under_way.get():
        record.msg = str(record.msg).partition(" ")[0]
    return True


for _name in ("http11", "socks"):  # the latter would log the password of a proxy
    logging.getLogger(f"httpcore.{_name}").addFilter(_tersely)


def is_readable(descriptor: int) -> bool:
    """Whether a socket has something to read: where nothing was asked, an end, or what nobody wants."""
    if descriptor < 0:
        return True
    if not hasattr(select, "poll"):
        return bool(select.select([descriptor], [], [], 0)[0])
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(0))
