"""Hosts with several addresses: one that is dead or slow costs little, and nothing is left of those not chosen."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from typing import Any

import pytest
import subkit._errors as errors
from subkit._transport import dialing
from support.scripted import MODES
from support.servers import echo, refused_port, serving
from support.sockets import open_sockets
from support.transports import exchange, get

DEAD, SILENT, LIVE = "127.0.0.9", "127.0.0.8", "127.0.0.1"


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    """No socket outlives a test."""
    with open_sockets() as left:
        yield
        assert left() == 0


def resolve(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    """Give the host `several.invalid` these addresses."""
    whole = socket.getaddrinfo

    def found(host: Any, port: Any, *more: Any, **options: Any) -> Any:
        if host not in ("several.invalid", b"several.invalid"):
            return whole(host, port, *more, **options)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", found)


@pytest.mark.both_modes
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("addresses", [(DEAD, LIVE), (LIVE, DEAD), (DEAD, DEAD, LIVE), (LIVE, LIVE)])
def test_a_dead_address_is_passed_over(mode: str, addresses: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever of the addresses is alive, the host is reached."""
    resolve(monkeypatch, *addresses)
    with serving(echo) as server:
        [reply] = exchange(mode, get(f"http://several.invalid:{server.port}", "/x"))
    assert reply.body == b"/x"


@pytest.mark.both_modes
@pytest.mark.parametrize("mode", MODES)
def test_all_addresses_are_dead(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """If none is alive, nothing was sent, and the reason of the last one is told."""
    resolve(monkeypatch, DEAD, SILENT)
    with pytest.raises(errors.NotSent, match=r"could not connect: .*(refused|failed)"):
        exchange(mode, get(f"http://several.invalid:{refused_port()}"))


class Attempts:
    """Connecting, as a test says: an address answers after a while, or never."""

    def __init__(self, loop: asyncio.AbstractEventLoop, delays: dict[str, float]) -> None:
        self.begun: list[str] = []
        self.open: list[str] = []
        self._delays = delays
        self._connect = loop.create_connection

    async def create_connection(self, make: Any, host: str, port: int) -> Any:
        self.begun.append(host)
        await asyncio.sleep(self._delays[host])
        return await self._connect(make, LIVE, port)


async def dial(port: int, delays: dict[str, float], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Connect to a host with these addresses, and hang up. Returns which of them were tried."""
    loop = asyncio.get_running_loop()
    attempts = Attempts(loop, delays)
    monkeypatch.setattr(loop, "create_connection", attempts.create_connection)
    resolve(monkeypatch, *delays)
    protocol = await dialing.dial(Closing, "several.invalid", port)
    protocol.transport.abort()
    await asyncio.sleep(0.05)
    return attempts.begun


class Closing(asyncio.Protocol):
    """Only keeps its transport."""

    transport: Any

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport


def test_the_next_address_is_tried_beside_a_silent_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address that does not answer soon does not hold up the next one."""
    with serving(echo) as server:
        begun = asyncio.run(dial(server.port, {SILENT: 60.0, LIVE: 0.0}, monkeypatch))
        assert begun == [SILENT, LIVE]


def test_a_quick_address_is_the_only_one_that_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other addresses are not even tried where the first one answers."""
    with serving(echo) as server:
        assert asyncio.run(dial(server.port, {LIVE: 0.0, SILENT: 60.0}, monkeypatch)) == [LIVE]


def test_a_late_winner_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a second address answers first, the connection to the first is given up, made or not."""
    with serving(echo) as server:
        assert asyncio.run(dial(server.port, {SILENT: 0.26, LIVE: 0.0}, monkeypatch)) == [SILENT, LIVE]


def test_cancelled_while_addresses_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A task that is cancelled while addresses are tried leaves no connection."""

    async def cancelled(port: int, after: float) -> None:
        task = asyncio.ensure_future(dial(port, {SILENT: 0.01, LIVE: 0.01}, monkeypatch))
        await asyncio.sleep(after)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await asyncio.sleep(0.05)

    with serving(echo) as server:
        for milliseconds in range(0, 16, 2):
            asyncio.run(cancelled(server.port, milliseconds / 1000))
