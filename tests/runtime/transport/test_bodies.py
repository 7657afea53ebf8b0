"""Bodies: inflated by small steps, and never larger than allowed."""

from __future__ import annotations

import gzip
import os
import tracemalloc
import zlib

import pytest
import subkit._errors as errors
from support.scripted import MODES
from support.servers import CHUNKED, Connection, answer, once
from support.transports import failure, fetch

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]


def inflated_by(kind: str, data: bytes) -> bytes:
    if kind == "gzip":
        return gzip.compress(data)
    if kind == "members":
        return gzip.compress(data[:10]) + gzip.compress(data[10:])
    packer = zlib.compressobj(wbits=15 if kind == "zlib" else -15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize("kind", ["gzip", "members", "zlib", "raw"])
def test_compressed_body_is_inflated(mode: str, kind: str) -> None:
    """gzip (in one or several members) and both kinds of deflate come back as plain bytes, across chunks too."""
    data = os.urandom(50_000) + b"x" * 700_000
    packed = inflated_by(kind, data)
    encoding = "gzip" if kind in ("gzip", "members") else "deflate"
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (packed[:1], packed[1:777], packed[777:]))
    head = CHUNKED[:-2] + f"Content-Encoding: {encoding}\r\n\r\n".encode()
    assert fetch(mode, once(head + chunks + b"0\r\n\r\n")).body == data


def test_output_held_back_by_the_inflater_is_not_lost(mode: str) -> None:
    """Sizes around the step of the inflater come out whole."""
    for size in (2**16 - 1, 2**16, 2**16 + 1, 2**17):
        assert fetch(mode, once(answer(gzip.compress(bytes(size)), "Content-Encoding: gzip"))).body == bytes(size)


def test_empty_body_may_claim_to_be_compressed(mode: str) -> None:
    """No bytes inflate to no bytes."""
    assert fetch(mode, once(answer(b"", "Content-Encoding: gzip"))).body == b""


def bomb(megabytes: int) -> bytes:
    packer = zlib.compressobj(9, wbits=31)
    return b"".join(packer.compress(bytes(2**20)) for _ in range(megabytes)) + packer.flush()


@pytest.mark.fault(65)
def test_bomb_stops_early(mode: str) -> None:
    """A body that inflates a thousandfold is refused after about a megabyte, not after the size limit."""
    packed = bomb(200)
    tracemalloc.start()
    try:
        error = failure(mode, once(answer(packed, "Content-Encoding: gzip")), errors.DecodeError, max_body=2**30)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert error.status == 200
    assert "100 times" in str(error)
    assert peak < 8 * 2**20


@pytest.mark.fault(65)
def test_inflated_size_counts(mode: str) -> None:
    """The limit is on what the body inflates to."""
    packed = answer(gzip.compress(os.urandom(3000) * 10), "Content-Encoding: gzip")
    error = failure(mode, once(packed), errors.DecodeError, max_body=20_000)
    assert "20000 bytes" in str(error)


@pytest.mark.fault(65)
def test_empty_members_without_end_are_refused(mode: str) -> None:
    """Compressed bytes count too: gzip members that hold nothing must not keep the client busy."""
    packed = answer(gzip.compress(b"") * 1000, "Content-Encoding: gzip")
    failure(mode, once(packed), errors.DecodeError, max_body=10_000)


@pytest.mark.fault(65)
@pytest.mark.parametrize("encoding", ["gzip, gzip", "br", "deflate,gzip,gzip"])
def test_other_encodings_are_refused(mode: str, encoding: str) -> None:
    """One layer of gzip or deflate is all that is inflated."""
    error = failure(mode, once(answer(b"abc", f"Content-Encoding: {encoding}")), errors.DecodeError)
    assert error.status == 200


@pytest.mark.fault(64)
def test_long_body_is_refused_unread(mode: str) -> None:
    """A declared length above the limit is refused before the body is read."""

    def script(connection: Connection) -> None:
        connection.request()
        connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n")
        connection.wait()

    assert "1000 bytes" in str(failure(mode, script, errors.DecodeError, max_body=1000))


@pytest.mark.fault(64)
def test_undeclared_long_body_is_refused(mode: str) -> None:
    """A body without a length is cut off at the limit, and the connection with it."""

    def script(connection: Connection) -> None:
        connection.request()
        connection.send(CHUNKED)
        while True:
            connection.send(b"400\r\n" + bytes(1024) + b"\r\n")

    failure(mode, script, errors.DecodeError, max_body=100_000)


def test_body_of_the_very_limit_passes(mode: str) -> None:
    """The limit itself is allowed."""
    assert len(fetch(mode, once(answer(bytes(1000))), max_body=1000).body) == 1000
