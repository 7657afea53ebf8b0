"""Where a response ends among the bytes that come.

h11 keeps what follows a response, takes it for the next one, and shows it to nobody. So the bytes are counted here: a
connection on which more came than its response is tainted, and serves for nothing more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

    Steps = Generator[None, None, bool]
    """Goes on whenever more has come; says at last whether the end was found."""

_END_OF_HEAD = re.compile(rb"\n\r?\n")
_SIZE = re.compile(rb"[0-9A-Fa-f]{1,20}")
_STATUS = len(b"HTTP/1.1 ")


class ResponseFraming:
    """Follows one response from the first byte of its head. h11 checks what this takes for granted."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._at = 0
        self._steps: Steps | None = None
        self._ended = False

    @property
    def exact(self) -> bool:
        """Whether the response has ended, and nothing came after it."""
        return self._ended and not self._data

    def feed(self, data: bytes) -> None:
        """Take the next bytes."""
        self._data += data
        if self._steps is not None:
            self._go_on()

    def start_body(self, headers: Mapping[bytes, bytes]) -> None:
        """Follow the body too. The head has come; these are its headers, with names in lower case."""
        self._steps = self._follow(headers)
        self._go_on()

    def _go_on(self) -> None:
        if self._steps is None:
            return
        try:
            next(self._steps)
        except StopIteration as stop:
            self._ended = bool(stop.value) or self._ended
        del self._data[: self._at]
        self._at = 0

    def _follow(self, headers: Mapping[bytes, bytes]) -> Steps:
        self._skip_heads()
        if b"transfer-encoding" in headers:
            return (yield from self._chunks())
        if b"content-length" in headers:
            yield from self._skip(int(headers[b"content-length"]))
            return True
        return False  # it lasts as long as the connection

    def _skip_heads(self) -> None:
        """The head, and those of informational responses before it."""
        informational = True
        while informational and (found := _END_OF_HEAD.search(self._data, self._at)):
            informational = self._data[self._at + _STATUS] == ord("1")
            self._at = found.end()

    def _chunks(self) -> Steps:
        size = -1
        while size:
            line = yield from self._line()
            if (found := _SIZE.match(line)) is None:
                return False
            size = int(found[0], 16)
            if size:
                yield from self._skip(size)
                yield from self._line()
        while (yield from self._line()).strip():  # trailers
            pass
        return True

    def _skip(self, count: int) -> Generator[None]:
        while (there := len(self._data) - self._at) < count:
            count -= there
            self._at += there
            yield
        self._at += count

    def _line(self) -> Generator[None, None, bytes]:
        seen = self._at
        while (end := self._data.find(b"\n", seen)) < 0:
            seen = len(self._data) - self._at  # what comes before this place is gone when more has come
            yield
        line = bytes(self._data[self._at : end])
        self._at = end + 1
        return line
