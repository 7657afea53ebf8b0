"""Clients and transports of httpx, and of its forks, as transports of subkit's clients."""

from __future__ import annotations

import gzip
import inspect
import sys
import time
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import httpx
import pytest
import subkit
from support.live import Live, client
from support.scripted import MODES, TOKEN
from support.servers import Connection, answer, refused_port, serving

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]
FOUND = {"id": "s1"}
Handler = Callable[[httpx.Request], httpx.Response]


def found(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json=FOUND)


def httpx_client(mode: str, **options: Any) -> Any:
    """A client of httpx for the mode."""
    return (httpx.AsyncClient if mode == "async" else httpx.Client)(trust_env=False, **options)


def using(mode: str, transport: Any, url: str = "https://api.example", **options: Any) -> Live:
    """A client on a transport."""
    own = {"trust_env": True, "retry": subkit.Retry(attempts=1), **options}
    return Live(client(mode, url, transport=transport, **own), mode)


def test_a_client_of_httpx(mode: str) -> None:
    """Its own transport is used, with its hooks; its authorization, its redirects and its netrc are not."""
    seen: list[httpx.Request] = []

    def redirecting(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(302, headers={"Location": "https://elsewhere.example"})

    own = httpx_client(
        mode, transport=httpx.MockTransport(redirecting), auth=("user", "password"), follow_redirects=True
    )
    with using(mode, own) as live:
        with pytest.raises(subkit.UnexpectedRedirect):
            live(lambda subject: subject.subscriptions.get("s1"))
    [request] = seen
    assert request.headers["authorization"] == f"Bearer {TOKEN}"
    assert request.headers["accept-encoding"] == "gzip"
    assert not own.is_closed


def test_a_transport_of_httpx(mode: str) -> None:
    """A bare transport, a double for instance, is given whole requests, and its answers are read."""
    seen: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return found(request)

    with using(mode, httpx.MockTransport(handler)) as live:
        assert live(lambda subject: subject.subscriptions.get("s1")).id == "s1"
    assert (seen[0].method, seen[0].url.path, seen[0].headers["host"]) == ("GET", "/v1/subscriptions/s1", "api.example")


@pytest.mark.parametrize("kind", ["client", "transport"])
def test_over_real_connections(mode: str, kind: str) -> None:
    """httpx's own connections carry the calls; whoever made them closes them."""
    packed = answer(gzip.compress(b'{"id": "s1"}'), "Content-Type: application/json", "Content-Encoding: gzip")

    def script(connection: Connection) -> None:
        while connection.request():
            connection.send(packed)

    with serving(script) as server:
        if kind == "client":
            own: Any = httpx_client(mode)
        else:
            own = (httpx.AsyncHTTPTransport if mode == "async" else httpx.HTTPTransport)()
        with using(mode, own, server.url) as live:
            for _ in range(3):
                assert live(lambda subject: subject.subscriptions.get("s1")).id == "s1"
            live(lambda _: own.aclose() if mode == "async" else own.close())
        assert server.connections == 1


class Broken:
    """A transport of no library, that only has the method of one."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        raise self.error

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        raise self.error


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (httpx.ConnectError("x"), subkit.NotSent),
        (httpx.PoolTimeout("x"), subkit.NotSent),
        (httpx.UnsupportedProtocol("x"), subkit.NotSent),
        (httpx.ReadError("x"), subkit.OutcomeUnknown),
        (httpx.ReadTimeout("x"), subkit.OutcomeUnknown),
        (httpx.RemoteProtocolError("x"), subkit.OutcomeUnknown),
        (ConnectionResetError("x"), subkit.OutcomeUnknown),
        (AssertionError("not mocked"), AssertionError),
        (TypeError("x"), TypeError),
    ],
)
def test_errors_are_told_by_their_kind(mode: str, error: Exception, expected: type[Exception]) -> None:
    """What cannot have been sent is NotSent, other failures leave the outcome open, and mistakes stay what they are."""
    with using(mode, Broken(error)) as live, pytest.raises(expected) as caught:
        live(lambda subject: subject.subscriptions.disable("s1"))
    assert isinstance(error, (AssertionError, TypeError)) is (caught.value is error)


def test_a_refused_connection(mode: str) -> None:
    """The same over real connections."""
    own = httpx_client(mode)
    with using(mode, own, f"http://127.0.0.1:{refused_port()}") as live:
        with pytest.raises(subkit.NotSent, match="could not connect"):
            live(lambda subject: subject.subscriptions.get("s1"))
        live(lambda _: own.aclose() if mode == "async" else own.close())


def test_a_silent_server(mode: str) -> None:
    """The call's timeout is given on to httpx."""

    def silent(connection: Connection) -> None:
        connection.request()
        connection.wait()

    own = httpx_client(mode, timeout=60)
    start = time.monotonic()
    with serving(silent) as server, using(mode, own, server.url, timeout=0.3) as live:
        with pytest.raises(subkit.DeadlineExceeded, match=r"within the timeout of 0\.[23]\d* s") as caught:
            live(lambda subject: subject.subscriptions.get("s1"))
        live(lambda _: own.aclose() if mode == "async" else own.close())
    assert (caught.value.sent, time.monotonic() - start < 5) == (True, True)


def test_a_long_body(mode: str) -> None:
    """`max_body` ends a response that is too long while it comes."""
    sent = []

    def endless() -> Iterator[bytes]:
        for number in range(1000):
            sent.append(number)
            yield bytes(1000)

    class Endless(httpx.SyncByteStream, httpx.AsyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            return endless()

        async def __aiter__(self) -> Any:
            for part in endless():
                yield part

    transport = httpx.MockTransport(lambda request: httpx.Response(200, stream=Endless()))
    with using(mode, transport, max_body=5000) as live, pytest.raises(subkit.DecodeError, match="5000 bytes"):
        live(lambda subject: subject.subscriptions.get("s1"))
    assert len(sent) < 10


def test_a_fork_of_httpx(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A transport of another library of the same shape gets that library's requests: it is known by what it can do."""
    fork = ModuleType("httpx_of_tomorrow")

    class Request(httpx.Request):
        pass

    class BaseTransport:
        def handle_request(self, request: Any) -> Any:
            assert type(request) is Request
            return found(request)

        async def handle_async_request(self, request: Any) -> Any:
            return self.handle_request(request)

    BaseTransport.__module__ = "httpx_of_tomorrow._transports.base"
    for one in (Request, BaseTransport, httpx.Response):
        setattr(fork, one.__name__, one)
    monkeypatch.setitem(sys.modules, "httpx_of_tomorrow", fork)

    class Own(BaseTransport):
        pass

    with using(mode, Own()) as live:
        assert live(lambda subject: subject.subscriptions.get("s1")).id == "s1"
    assert inspect.getmodule(Own) is not fork
