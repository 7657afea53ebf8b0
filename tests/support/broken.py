"""Servers whose answers break on the wire, by the rows of the fault table, and servers that break only at first."""

from __future__ import annotations

import gzip
import time
import zlib
from itertools import count

import pytest

from .servers import CHUNKED, Connection, Script, answer, once
from .transports import SECRET

_HEADERS = b"".join(b"X-%d: %s\r\n" % (n, b"a" * 1000) for n in range(300))
_TWO_LENGTHS = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc"


def reset_in_body(connection: Connection) -> None:
    """A part of a body, then an RST."""
    connection.request()
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc")
    time.sleep(0.05)
    connection.reset()


def endless_headers(connection: Connection) -> None:
    """Headers for as long as somebody listens."""
    connection.request()
    connection.send(b"HTTP/1.1 200 OK\r\n")
    while True:
        connection.send(b"X-More: %s\r\n" % (b"a" * 1000))


def _packed(encoding: str, body: bytes) -> bytes:
    """An answer that is whole for HTTP: it says that the connection ends, or the next request might be too fast."""
    return answer(body, f"Content-Encoding: {encoding}", "Connection: close")


ROWS = [
    pytest.param(reset_in_body, marks=pytest.mark.fault(1), id="reset"),
    pytest.param(once(b""), marks=pytest.mark.fault(2), id="nothing"),
    pytest.param(once(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"), marks=pytest.mark.fault(3), id="short"),
    pytest.param(once(CHUNKED + b"3\r\nabc\r\n"), marks=pytest.mark.fault(4), id="unfinished"),
    pytest.param(once(b"SSH-2.0-OpenSSH_9.6\r\n"), marks=pytest.mark.fault(9), id="ssh"),
    pytest.param(once(_TWO_LENGTHS), marks=pytest.mark.fault(12), id="lengths"),
    pytest.param(once(b"HTTP/1.1 200 OK\r\n" + _HEADERS + b"\r\n"), marks=pytest.mark.fault(13), id="headers"),
    pytest.param(endless_headers, marks=pytest.mark.fault(13, 15), id="endless-headers"),
]
OTHERS = [
    pytest.param(once(b"HTTP/1.1 200 OK\r\nContent-"), id="head"),
    pytest.param(once(f"HTTP/1.1 200 OK\r\nSet-Cookie\x01 {SECRET}\r\n\r\n".encode()), id="ill-header"),
    pytest.param(once(_packed("gzip", gzip.compress(b"abc" * 1000)[:-12])), id="cut-gzip"),
    pytest.param(once(_packed("gzip", b"not gzip")), id="no-gzip"),
    pytest.param(once(_packed("deflate", zlib.compress(b"abc") + b"more")), id="after-deflate"),
]


def at_first(broken: Script, well: Script) -> Script:
    """The first connection is treated one way, every other one another way."""
    number = count()

    def script(connection: Connection) -> None:
        (well if next(number) else broken)(connection)

    return script
