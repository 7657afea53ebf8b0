"""Connections that are kept: only good ones are used again, and no bytes go from one call to another."""

from __future__ import annotations

import asyncio
import inspect
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import subkit._errors as errors
from support.certificates import server_context
from support.live import live_transport, pool_of
from support.scripted import MODES
from support.servers import Connection, TcpServer, answer, echo, serving
from support.transports import OUTLIVED, exchange, get

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]


@pytest.mark.fault(10)
@pytest.mark.parametrize("tls", [False, True], ids=["plain", "tls"])
def test_what_comes_while_a_connection_is_idle(mode: str, tls: bool) -> None:
    """Bytes that come unasked after a call has ended are no part of the next answer: that call goes another way."""
    sent, late = threading.Event(), threading.Event()

    def script(connection: Connection) -> None:
        first = True
        while request := connection.request():
            connection.send(answer(request.split(b" ")[1]))
            if first and late.wait(5):
                connection.send(answer(b"/stray"))
                sent.set()
            first = False

    with serving(script, server_context() if tls else None) as server, live_transport(mode, verify=False) as live:
        assert live(lambda carrier: carrier.send(get(server.url, "/one"), timeout=5)).body == b"/one"
        late.set()
        assert sent.wait(5)
        time.sleep(0.05)
        assert live(lambda carrier: carrier.send(get(server.url, "/two"), timeout=5)).body == b"/two"
        assert server.connections == 2


def test_a_connection_that_the_server_closed(mode: str) -> None:
    """A write over a kept connection that the server has closed goes over a new one: nothing was sent before."""

    def script(connection: Connection) -> None:
        connection.send(answer(connection.request().split(b" ")[1]))

    with serving(script) as server, live_transport(mode) as live:
        for number in range(4):
            request = get(server.url, f"/{number}", method="POST", body=b"x")
            reply = live(lambda carrier, one=request: carrier.send(one, timeout=5))
            assert reply.body == f"/{number}".encode()
            server.wait_for_ends(1)
            time.sleep(0.01)
        assert (server.connections, len(server.requests)) == (4, 4)


@pytest.mark.fault(10, 74)
def test_a_connection_is_handed_on_after_its_call(mode: str) -> None:
    """Whoever waits for a connection gets it after the call that has it has looked at all that came, surplus too."""

    def script(connection: Connection) -> None:
        while request := connection.request():
            target = request.split(b" ")[1]
            connection.send(answer(target) + (answer(b"/stray") if target == b"/first" else b""))

    with serving(script) as server, live_transport(mode, max_connections=1) as live:
        calls = [get(server.url, path) for path in ("/first", "/second", "/third")]
        assert live(lambda carrier: both(carrier, calls)) == [b"/first", b"/second", b"/third"]
        assert server.connections == 2


def both(carrier: Any, calls: list[Any]) -> Any:
    """All calls at once: the later ones wait for the first one's connection."""

    async def tasks() -> list[bytes]:
        return [reply.body for reply in await asyncio.gather(*(carrier.send(one, timeout=5) for one in calls))]

    if inspect.iscoroutinefunction(carrier.send):
        return tasks()
    with ThreadPoolExecutor(len(calls)) as pool:
        return [reply.body for reply in pool.map(lambda one: carrier.send(one, timeout=5), calls)]


def test_a_server_that_wants_no_more(mode: str) -> None:
    """`Connection: close` is obeyed: each call has its own connection, and nothing is kept."""

    def script(connection: Connection) -> None:
        connection.request()
        connection.send(answer(b"x", "Connection: close"))
        connection.wait()

    with serving(script) as server, live_transport(mode) as live:
        for _ in range(3):
            assert live(lambda carrier: carrier.send(get(server.url), timeout=5)).body == b"x"
        assert server.connections == 3
        assert [place.connection for place in pool_of(live.subject)._places] == [None]


def test_many_idle_connections_expire(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the connections that a burst needed, those that stay idle are closed while calls go on over one."""
    monkeypatch.setattr("subkit._transport.pools.KEEP_ALIVE", 0.2)
    with serving(slow_echo) as server, live_transport(mode) as live:
        live(lambda carrier: both(carrier, [get(server.url, f"/{number}") for number in range(10)]))
        assert server.connections > 5
        until = time.monotonic() + OUTLIVED
        while open_connections(live) > 1 and time.monotonic() < until:
            live(lambda carrier: carrier.send(get(server.url), timeout=5))
        assert open_connections(live) == 1


def slow_echo(connection: Connection) -> None:
    while request := connection.request():
        time.sleep(0.05)
        connection.send(answer(request.split(b" ")[1]))


def open_connections(live: Any) -> int:
    return sum(place.connection is not None for place in pool_of(live.subject)._places)


def test_closing_ends_a_call_at_once(mode: str) -> None:
    """A call that waits for its answer when the transport is closed ends then, not at its timeout."""
    asked = threading.Event()

    def script(connection: Connection) -> None:
        connection.request()
        asked.set()
        connection.wait()

    def closed_under(carrier: Any, server: TcpServer) -> None:
        closer = threading.Thread(target=lambda: (asked.wait(5), carrier.close()))
        closer.start()
        carrier.send(get(server.url), timeout=60)

    async def closed_under_async(carrier: Any, server: TcpServer) -> None:
        call = asyncio.ensure_future(carrier.send(get(server.url), timeout=60))
        await asyncio.to_thread(asked.wait, 5)
        await carrier.aclose()
        await call

    start = time.monotonic()
    close = closed_under_async if mode == "async" else closed_under
    for tls in (None, server_context()):
        asked.clear()
        with serving(script, tls) as server, live_transport(mode, verify=False) as live:
            with pytest.raises(errors.OutcomeUnknown):
                live(lambda carrier, server=server: close(carrier, server))
    assert time.monotonic() - start < 30


def test_a_part_of_a_body_that_is_refused(mode: str) -> None:
    """A response that is refused half way leaves no connection that another call could use."""

    def script(connection: Connection) -> None:
        while connection.request():
            connection.send(answer(bytes(5000)))

    with serving(script) as server, live_transport(mode, max_body=1000) as live:
        for _ in range(3):
            with pytest.raises(errors.DecodeError):
                live(lambda carrier: carrier.send(get(server.url), timeout=5))
        assert (server.connections, pool_of(live.subject).busy) == (3, 0)


def test_an_error_that_is_no_failure(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake in a program stays what it is, and leaves the transport in order."""

    def wrong(*_: object) -> None:
        raise TypeError("a mistake")

    module = "connections" if mode == "sync" else "async_connections"
    with serving(echo) as server, live_transport(mode) as live:
        with monkeypatch.context() as patched:
            patched.setattr(f"subkit._transport.{module}.make_reply", wrong)
            with pytest.raises(TypeError, match="a mistake"):
                live(lambda carrier: carrier.send(get(server.url), timeout=5))
        assert live(lambda carrier: carrier.send(get(server.url, "/x"), timeout=5)).body == b"/x"
        assert pool_of(live.subject).busy == 0


def test_one_connection_for_one_call_after_another(mode: str) -> None:
    """Calls one after the other, with bodies and without, go over one connection."""
    with serving(echo) as server:
        calls = [get(server.url, f"/{n}", method="POST" if n % 2 else "GET", body=b"x" * n or None) for n in range(6)]
        assert [reply.body for reply in exchange(mode, *calls)] == [f"/{n}".encode() for n in range(6)]
        assert server.connections == 1
