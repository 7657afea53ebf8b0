"""Where a response ends: h11, whose own view nobody can see from outside, is the oracle."""

from __future__ import annotations

from itertools import pairwise

import h11
import pytest
from hypothesis import given
from hypothesis import strategies as st
from subkit._transport.framing import ResponseFraming
from subkit._transport.responses import index_headers

HEADS = st.sampled_from([b"", b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n" * 2])
TRAILERS = st.sampled_from([b"", b"X-Checksum: 1\r\n", b"A: b\r\nC: d\r\n"])
EXTENSIONS = st.sampled_from([b"", b";a=b", b'; name="v;w"'])


@st.composite
def chunked(draw: st.DrawFn) -> bytes:
    """A body in chunks."""
    chunks = draw(st.lists(st.binary(min_size=1, max_size=40), max_size=6))
    parts = [b"%x%s\r\n%s\r\n" % (len(one), draw(EXTENSIONS), one) for one in chunks]
    return b"".join(parts) + b"0\r\n" + draw(TRAILERS) + b"\r\n"


@st.composite
def responses(draw: st.DrawFn) -> bytes:
    """A response, with informational ones before it."""
    if draw(st.booleans()):
        body = draw(chunked())
        header = b"transfer-encoding: chunked"
    else:
        body = draw(st.binary(max_size=60))
        header = b"Content-Length: %d" % len(body)
    return draw(HEADS) + b"HTTP/1.1 200 OK\r\nX-A: b\r\n" + header + b"\r\n\r\n" + body


def pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    """Data in parts."""
    places = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    return [data[start:end] for start, end in pairwise(places) if start < end]


def follow(parts: list[bytes]) -> tuple[bool, bool]:
    """Whether a response ended exactly with the last of the parts: as told by the framing, and by h11."""
    parser = h11.Connection(h11.CLIENT)
    parser.send(h11.Request(method="GET", target="/", headers=[("Host", "a")]))
    parser.send(h11.EndOfMessage())
    framing, ended = ResponseFraming(), False
    for part in parts:
        framing.feed(part)
        parser.receive_data(part)
        while not ended and (event := parser.next_event()) is not h11.NEED_DATA:
            if isinstance(event, h11.Response):
                framing.start_body(index_headers(event.headers.raw_items()))
            ended = isinstance(event, h11.EndOfMessage)
    return framing.exact, ended and parser.trailing_data[0] == b""


@given(responses(), st.sampled_from([b"", b"", b"x", b"\r\n", b"HTTP/1.1 200 OK\r\n\r\n", b"0\r\n\r\n"]), st.data())
def test_the_end_is_where_h11_finds_it(response: bytes, surplus: bytes, data: st.DataObject) -> None:
    """However a response is cut into pieces, and whatever follows: it is exact if h11 has ended and holds nothing."""
    parts = pieces(response + surplus, data.draw(st.lists(st.integers(0, 400), max_size=8)))
    exact, oracle = follow(parts)
    assert exact is oracle
    assert exact is (surplus == b"")


@given(responses(), st.data())
def test_a_part_is_not_the_whole(response: bytes, data: st.DataObject) -> None:
    """A response that lacks its last bytes has not ended."""
    lacks = data.draw(st.integers(1, 3))
    exact, oracle = follow(pieces(response[:-lacks], []))
    assert exact is oracle


@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.0 200 OK\r\nA: b\r\n\r\n"])
def test_a_body_until_the_end_of_the_connection(head: bytes) -> None:
    """A body without a length ends with its connection, which serves for nothing more."""
    assert follow([head, b"body"]) == (False, False)


def test_what_is_no_size_of_a_chunk() -> None:
    """Where h11 will refuse the bytes, nothing is claimed of them."""
    framing = ResponseFraming()
    framing.feed(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    framing.start_body({b"transfer-encoding": b"chunked"})
    framing.feed(b"no size\r\n0\r\n\r\n")
    assert not framing.exact
