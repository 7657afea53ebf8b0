"""What goes out over the transports and what comes back, when all is well."""

from __future__ import annotations

import gzip

import httpx
import pytest
import respx
import subkit._errors as errors
from support.scripted import MODES
from support.servers import always, answer, echo, serving
from support.transports import exchange, get

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]


def test_answer_arrives_whole(mode: str) -> None:
    """The request goes out as given, plus Host and length; status, headers and body come back."""
    with serving(always(answer(b'{"a":1}', "X-One: 1", "x-two: \xe9", status="201 Created"))) as server:
        [reply] = exchange(mode, get(server.url, "/a%2Fb?c=%20d", method="POST", body=b"{}"))
        [request] = server.requests
    assert (reply.status, reply.body) == (201, b'{"a":1}')
    assert ("X-One", "1") in reply.headers
    head, _, body = request.partition(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    assert lines[0] == b"POST /a%2Fb?c=%20d HTTP/1.1"
    assert sorted(line.split(b":")[0].lower() for line in lines[1:]) == [
        b"accept-encoding",
        b"content-length",
        b"host",
        b"x-key",
    ]
    assert f"Host: 127.0.0.1:{server.port}".encode() in lines
    assert body == b"{}"


@pytest.mark.fault(50, 62)
def test_redirect_and_cookie_are_left_alone(mode: str) -> None:
    """A redirect is handed back as it is, and no cookie is kept."""
    moved = answer(b"", "Location: /elsewhere", "Set-Cookie: a=b", status="302 Found")
    with serving(always(moved)) as server:
        replies = exchange(mode, get(server.url), get(server.url))
        assert [reply.status for reply in replies] == [302, 302]
        assert not any(b"cookie" in request.lower() for request in server.requests)


def test_connection_is_kept_alive(mode: str) -> None:
    """Calls one after the other share one connection."""
    with serving(echo) as server:
        replies = exchange(mode, *(get(server.url, f"/{n}") for n in range(5)))
        assert [reply.body for reply in replies] == [b"/0", b"/1", b"/2", b"/3", b"/4"]
        assert server.connections == 1


def test_respx_intercepts(mode: str) -> None:
    """Users' tests may mock with respx in its default mode: answers, gzip ones too, and failures."""
    with respx.mock() as mock:
        packed = httpx.Response(200, content=gzip.compress(b"mocked"), headers={"Content-Encoding": "gzip"})
        route = mock.post("https://service.invalid/x").mock(return_value=packed)
        mock.get("https://service.invalid/y").mock(side_effect=httpx.ReadError)
        mock.get("https://service.invalid/z").mock(side_effect=httpx.ConnectError)
        [reply] = exchange(mode, get("https://service.invalid", "/x", method="POST", body=b"sent"))
        assert reply.body == b"mocked"
        assert route.calls.last.request.content == b"sent"
        with pytest.raises(errors.OutcomeUnknown):
            exchange(mode, get("https://service.invalid", "/y"))
        with pytest.raises(errors.NotSent):
            exchange(mode, get("https://service.invalid", "/z"))
