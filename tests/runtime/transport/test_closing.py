"""Transports that are closed, also while they are used."""

from __future__ import annotations

import asyncio
import threading

import pytest
import subkit._errors as errors
from subkit import AsyncHttpTransport, HttpTransport
from support.live import live_transport
from support.scripted import MODES
from support.servers import Connection, echo, serving
from support.transports import get

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]


@pytest.mark.fault(76)
def test_closed_transport_refuses(mode: str) -> None:
    """After closing, twice if you like, a call raises ClientClosed and nothing goes out."""
    with serving(echo) as server, live_transport(mode) as live:
        live(lambda transport: transport.send(get(server.url), timeout=5))
        live.close()
        live.close()
        with pytest.raises(errors.ClientClosed):
            live(lambda transport: transport.send(get(server.url), timeout=5))
        assert len(server.requests) == 1


@pytest.mark.fault(76)
def test_close_during_a_call_leaves_nothing_open(mode: str) -> None:
    """Closing while a call is under way ends the call with an error of subkit's, and nothing stays open."""
    asked = threading.Event()

    def script(connection: Connection) -> None:
        connection.request()
        asked.set()
        connection.wait()

    async def close_async(carrier: AsyncHttpTransport, url: str) -> None:
        task = asyncio.ensure_future(carrier.send(get(url), timeout=0.4))
        while not asked.is_set():
            await asyncio.sleep(0.01)
        await carrier.aclose()
        await task

    def close_sync(carrier: HttpTransport, url: str) -> None:
        threading.Thread(target=lambda: (asked.wait(), carrier.close())).start()
        carrier.send(get(url), timeout=0.4)

    close = close_async if mode == "async" else close_sync
    with serving(script) as server, live_transport(mode) as live:
        with pytest.raises(errors.TransportError):
            live(lambda carrier: close(carrier, server.url))
