"""One timeout for a whole exchange, whatever the server does with its time."""

from __future__ import annotations

import time

import pytest
import subkit._errors as errors
from support.live import live_transport
from support.scripted import MODES
from support.servers import Connection, Script, answer, drip_body, drip_chunks, drip_headers, echo, serving, silence
from support.transports import OUTLIVED, exchange, failure, fetch, get

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]


SLOW = [
    pytest.param(drip_headers, marks=pytest.mark.fault(14, 15), id="headers"),
    pytest.param(drip_body, marks=pytest.mark.fault(14), id="body"),
    pytest.param(drip_chunks, marks=pytest.mark.fault(14), id="chunks"),
    pytest.param(silence, marks=pytest.mark.fault(15), id="silence"),
]


@pytest.mark.parametrize("script", SLOW)
def test_deadline_holds_against_a_slow_server(mode: str, script: Script) -> None:
    """Neither a drip nor silence outlives the total timeout, and the error says that the request went out."""
    start = time.monotonic()
    error = failure(mode, script, errors.DeadlineExceeded, timeout=0.4)
    assert time.monotonic() - start < OUTLIVED
    assert error.sent is True


def test_deadline_holds_for_a_body_that_nobody_reads(mode: str) -> None:
    """A server that takes the request drop by drop cannot stretch the timeout."""

    def script(connection: Connection) -> None:
        connection.sip(2048, pause=0.01)

    start = time.monotonic()
    with serving(script) as server, pytest.raises(errors.DeadlineExceeded) as caught:
        exchange(mode, get(server.url, method="POST", body=bytes(30_000_000)), timeout=0.4)
    assert time.monotonic() - start < OUTLIVED
    assert caught.value.sent is True


def test_nothing_is_sent_after_the_deadline(mode: str) -> None:
    """A timeout that is over before the start sends nothing and says so."""
    with serving(echo) as server:
        with pytest.raises(errors.DeadlineExceeded) as caught:
            exchange(mode, get(server.url), timeout=0.0)
        assert caught.value.sent is False
        assert server.requests == []


def test_endless_timeout_is_allowed(mode: str) -> None:
    """Infinity is a timeout like any other."""
    assert fetch(mode, echo, timeout=float("inf")).status == 200


def test_connection_after_a_deadline_is_not_used_again(mode: str) -> None:
    """The late answer to a call that was given up is never taken for the next call's answer."""

    def script(connection: Connection) -> None:
        while request := connection.request():
            target = request.split(b" ")[1]
            time.sleep(0.3 if target == b"/slow" else 0)
            connection.send(answer(target))

    with serving(script) as server, live_transport(mode) as live:
        with pytest.raises(errors.DeadlineExceeded):
            live(lambda transport: transport.send(get(server.url, "/slow"), timeout=0.15))
        time.sleep(0.3)
        reply = live(lambda transport: transport.send(get(server.url, "/next"), timeout=5))
    assert reply.body == b"/next"


@pytest.mark.fault(15)
def test_silent_handshake_meets_the_deadline(mode: str) -> None:
    """A server that accepts and never shakes hands costs no more than the timeout, and got nothing."""
    start = time.monotonic()
    with serving(silence) as server, pytest.raises(errors.DeadlineExceeded) as caught:
        exchange(mode, get(server.url.replace("http:", "https:")), timeout=0.3, verify=False)
    assert time.monotonic() - start < OUTLIVED
    assert caught.value.sent is False
