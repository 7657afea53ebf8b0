"""From what a server answered to a reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .decompression import BodyDecoder
from .messages import Reply

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Pairs = Sequence[tuple[bytes, bytes]]

_ENCODING = b"content-encoding"


def index_headers(pairs: Pairs) -> dict[bytes, bytes]:
    """The headers that say how to read a body, among others, by name in lower case."""
    found = {name.lower(): value for name, value in pairs}
    if len(found) < len(pairs):
        found[_ENCODING] = b", ".join(value for name, value in pairs if name.lower() == _ENCODING)
    return found


def body_for(method: bytes, status: int, headers: Mapping[bytes, bytes], limit: int) -> BodyDecoder | None:
    """A place for the body, or None where HTTP has none.

    There nothing is read, and so httpcore drops the connection. Else bytes that a server sends after a 204 would be
    taken for the next response.
    """
    if method.upper() == b"HEAD" or status < 200 or status in (204, 304):
        return None
    encoding = headers.get(_ENCODING, b"").decode("latin-1")
    length = headers.get(b"content-length", b"").decode("latin-1")
    return BodyDecoder(status, encoding=encoding, length=length, limit=limit)


def make_reply(status: int, pairs: Pairs, body: bytes) -> Reply:
    """The reply."""
    headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in pairs)
    return Reply(status, headers, body)
