"""The timeout of a call, measured by a clock on the wall: no server stretches it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
import subkit
from support.broken import at_first
from support.certificates import server_context
from support.live import live_client
from support.relay import dripping
from support.scripted import MODES
from support.servers import Connection, Script, always, answer, drip_body, drip_chunks, drip_headers, serving, silence
from support.transports import OUTLIVED

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]
SLOW = [
    pytest.param(drip_headers, marks=pytest.mark.fault(14, 15), id="headers"),
    pytest.param(drip_body, marks=pytest.mark.fault(14), id="body"),
    pytest.param(drip_chunks, marks=pytest.mark.fault(14), id="chunks"),
    pytest.param(silence, marks=pytest.mark.fault(15), id="silence"),
]
QUEUE = {"awsSqsQueue": {"queueUrl": "q"}}
CALLS: dict[str, Callable[[Any], Any]] = {
    "get": lambda client: client.subscriptions.get("s1"),
    "create": lambda client: client.subscriptions.create(name="n", type="a", delivery_target=QUEUE),
    "list": lambda client: client.subscriptions.list().first(),
    "derived": lambda client: client.with_options(timeout=0.3).subscriptions.get("s1"),
}


def took(call: Callable[[], Any], expected: type[BaseException]) -> tuple[Any, float]:
    """The error of a call, and how long it took, in seconds."""
    start = time.monotonic()
    with pytest.raises(expected) as caught:
        call()
    return caught.value, time.monotonic() - start


@pytest.mark.parametrize("script", SLOW)
def test_no_server_stretches_the_timeout(mode: str, script: Script) -> None:
    """Neither a drip nor silence outlives the timeout of a call, which is not begun again after it."""
    check_timeout(mode, "get", script)


@pytest.mark.fault(14)
@pytest.mark.parametrize("name", [name for name in CALLS if name != "get"])
def test_no_call_outlives_its_timeout(mode: str, name: str) -> None:
    """The same for a create, a list, and a client with a timeout of its own."""
    check_timeout(mode, name, drip_chunks)


def check_timeout(mode: str, name: str, script: Script) -> None:
    """Assert that a call ends in time, with the error that says so."""
    timeout = 60.0 if name == "derived" else 0.3
    with serving(script) as server, live_client(mode, server.url, timeout=timeout) as live:
        error, seconds = took(lambda: live(CALLS[name]), subkit.DeadlineExceeded)
        assert server.connections == 1
    assert 0.25 < seconds < OUTLIVED
    assert error.sent is True
    assert error.operation.startswith(name.replace("derived", "get"))


@pytest.mark.fault(14)
@pytest.mark.parametrize("after", [1, 2], ids=["handshake", "answer"])
def test_a_drip_under_tls(mode: str, after: int) -> None:
    """Records that come byte by byte, in the handshake or after it, stretch nothing either."""
    with serving(always(answer(b'{"id": "s1"}')), server_context()) as server, serving(
        dripping(server.port, after=after)
    ) as relay, live_client(mode, relay.url.replace("http:", "https:"), timeout=0.6, verify=False) as live:  # fmt: skip
        error, seconds = took(lambda: live(CALLS["get"]), subkit.DeadlineExceeded)
    assert 0.5 < seconds < OUTLIVED
    assert error.sent is (after == 2)


@pytest.mark.fault(1, 14)
def test_the_timeout_counts_all_attempts(mode: str) -> None:
    """Attempts that each break after some time have one timeout between them."""

    def slowly_broken(connection: Connection) -> None:
        connection.request()
        connection.drip(b"HTTP", pause=0.02)

    retry = subkit.Retry(attempts=1000, base=0)
    with serving(slowly_broken) as server, live_client(mode, server.url, timeout=0.8, retry=retry) as live:
        _, seconds = took(lambda: live(CALLS["get"]), subkit.TransportError)
        assert 2 <= server.connections <= 10
    assert seconds < OUTLIVED


@pytest.mark.fault(15)
def test_a_slow_repeat_has_only_what_is_left(mode: str) -> None:
    """When the first attempt took most of the time, the second one gets the rest, and no more."""

    def at_last_reset(connection: Connection) -> None:
        connection.request()
        time.sleep(0.3)
        connection.reset()

    with serving(at_first(at_last_reset, silence)) as server, live_client(mode, server.url, timeout=1.0) as live:
        error, seconds = took(lambda: live(CALLS["get"]), subkit.DeadlineExceeded)
        assert server.connections == 2
    assert 0.9 < seconds < OUTLIVED
    assert error.sent is True
