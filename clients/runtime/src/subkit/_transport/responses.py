"""From what a server answered to a reply."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, TypeVar

from .._errors import DecodeError
from .decompression import BodyDecoder, UnreadableBody
from .messages import Reply

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Pairs = Sequence[tuple[bytes, bytes]]

T = TypeVar("T")
_ENCODING = b"content-encoding"


def index_headers(pairs: Pairs) -> dict[bytes, bytes]:
    """The headers that say how to read a body, among others, by name in lower case."""
    found = {name.lower(): value for name, value in pairs}
    if len(found) < len(pairs):
        found[_ENCODING] = b", ".join(value for name, value in pairs if name.lower() == _ENCODING)
    return found


class ResponseBody:
    """The body of one response while it arrives. That of an error may be unreadable, because its status is enough.

    For a success it raises `DecodeError`, or `zlib.error` if the body is damaged.
    """

    def __init__(self, status: int, *, encoding: str, length: str, limit: int) -> None:
        self.unreadable = ""
        """Why it could not be read."""
        self._status = status
        self._limit = limit
        self._received = 0
        self._decoder: BodyDecoder | None = None
        self._decoder = self._attempt(lambda: BodyDecoder(encoding=encoding, length=length, limit=limit), None)

    def feed(self, chunk: bytes) -> bool:
        """Take the next bytes from the network. Returns whether the rest is worth reading."""
        self._received += len(chunk)
        decoder = self._decoder
        if decoder is not None:
            self._attempt(lambda: decoder.feed(chunk), None)
        return self._received <= self._limit

    def finish(self) -> bytes:
        """The complete body, decompressed; empty if it could not be read."""
        return b"" if self._decoder is None else self._attempt(self._decoder.finish, b"")

    def _attempt(self, read: Callable[[], T], otherwise: T) -> T:
        try:
            return read()
        except (UnreadableBody, zlib.error) as error:
            what = f"the body {error if isinstance(error, UnreadableBody) else 'is damaged'}"
            if not 200 <= self._status < 300:
                self._decoder, self.unreadable = None, what
                return otherwise
            if isinstance(error, zlib.error):
                raise
            raise DecodeError(f"{what} (HTTP status {self._status})", status=self._status) from None


def body_for(method: bytes, status: int, headers: Mapping[bytes, bytes], limit: int) -> ResponseBody | None:
    """A place for the body, or None where HTTP has none.

    There nothing is read, and so httpcore drops the connection. Else bytes that a server sends after a 204 would be
    taken for the next response.
    """
    if method.upper() == b"HEAD" or status < 200 or status in (204, 304):
        return None
    encoding = headers.get(_ENCODING, b"").decode("latin-1")
    length = headers.get(b"content-length", b"").decode("latin-1")
    return ResponseBody(status, encoding=encoding, length=length, limit=limit)


def make_reply(status: int, pairs: Pairs, body: ResponseBody | None, content: bytes = b"") -> Reply:
    """The reply, when all of the body has come. `content` is what was read otherwise."""
    headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in pairs)
    if body is None:
        return Reply(status, headers, content)
    content = body.finish()
    return Reply(status, headers, content, body.unreadable)
