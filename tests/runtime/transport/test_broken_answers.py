"""Answers that break on the way, and bytes that nobody asked for."""

from __future__ import annotations

import pytest
import subkit._errors as errors
from support.broken import OTHERS, ROWS
from support.scripted import MODES
from support.servers import CHUNKED, Connection, Script, answer, once, serving
from support.transports import exchange, failure, get

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]


@pytest.mark.parametrize("script", [*ROWS, *OTHERS])
def test_broken_answer_leaves_the_outcome_unknown(mode: str, script: Script) -> None:
    """The request went out and no whole answer came: never a reply, never a claim that nothing happened."""
    failure(mode, script, errors.OutcomeUnknown)


STRAY = answer(b"stray")
GULP = 2**16  # the most that is read at once
ENDS = {
    "204": b"HTTP/1.1 204 No Content\r\n\r\n",
    "304": b"HTTP/1.1 304 Not Modified\r\n\r\n",
    "HEAD": b"HTTP/1.1 200 OK\r\n\r\n",
    "length": answer(b"one"),
    "chunks": CHUNKED + b"3\r\none\r\n0\r\n\r\n",
    "gulp": answer(bytes(2 * GULP - len(answer(bytes(GULP))))),
}


@pytest.mark.fault(10, 11)
@pytest.mark.parametrize("stray", [STRAY, STRAY[:20], b"\r\n"], ids=["answer", "part", "line"])
@pytest.mark.parametrize("first", ENDS)
def test_stray_bytes_are_not_the_next_answer(mode: str, first: str, stray: bytes) -> None:
    """What follows an answer, with a body or without one, is never taken for the next answer or a part of it."""

    def script(connection: Connection) -> None:
        while request := connection.request():
            connection.send(ENDS[first] + stray if b"/first" in request else answer(b"own"))

    method = "HEAD" if first == "HEAD" else "GET"
    with serving(script) as server:
        one, two = exchange(mode, get(server.url, "/first", method=method), get(server.url, "/next"))
    assert one.status == int(ENDS[first][9:12])
    assert (one.body in ENDS[first], two.body) == (True, b"own")


@pytest.mark.fault(11)
def test_body_of_a_304_is_ignored(mode: str) -> None:
    """A 304 has no body, whatever comes with it, and the next call has its own answer."""

    def script(connection: Connection) -> None:
        while request := connection.request():
            connection.send(answer(b"body", status="304 Not Modified") if b"/first" in request else answer(b"own"))

    with serving(script) as server:
        one, two = exchange(mode, get(server.url, "/first"), get(server.url, "/next"))
    assert (one.status, one.body, two.body) == (304, b"", b"own")


def test_head_may_declare_any_length(mode: str) -> None:
    """The length in an answer to HEAD is no body to refuse."""
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n"
    with serving(once(head)) as server:
        [reply] = exchange(mode, get(server.url, method="HEAD"), max_body=10)
    assert reply.body == b""
