"""The timeout of a call over all its attempts, waits and tokens, by a clock on the wall."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest
import subkit
from support.live import live_client
from support.scripted import MODES, AsyncScriptedTransport, ClientClock, Driven, ScriptedTransport, package_of, reply
from support.servers import always, answer, serving
from support.transports import OUTLIVED

ENS = "illumina-ens"
TIMEOUT = 0.2
"""Seconds that the calls here have."""
GET = package_of(ENS).operations.get_subscription("s1")
pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]


class Busy(ScriptedTransport):
    """Takes a while to say 503, and notes when it was asked."""

    def __init__(self) -> None:
        super().__init__(lambda _: reply(503))
        self.asked: list[float] = []

    def send(self, request: subkit.Request, *, timeout: float) -> subkit.Reply:
        self.asked.append(time.monotonic())
        time.sleep(0.01)
        return super().send(request, timeout=timeout)


class AsyncBusy(AsyncScriptedTransport):
    """As `Busy`."""

    def __init__(self) -> None:
        super().__init__(lambda _: reply(503))
        self.asked: list[float] = []

    async def send(self, request: subkit.Request, *, timeout: float) -> subkit.Reply:
        self.asked.append(time.monotonic())
        await asyncio.sleep(0.01)
        return await super().send(request, timeout=timeout)


def token() -> str:
    time.sleep(0.01)
    return "t"


async def async_token() -> str:
    await asyncio.sleep(0.01)
    return "t"


def busy(mode: str, **options: Any) -> Driven:
    """A client of such a server, whose tokens take a while too."""
    auth = subkit.BearerToken(async_token if mode == "async" else token)
    driven = Driven(ENS, mode, auth=auth, **options)
    driven.transport = AsyncBusy() if mode == "async" else Busy()
    driven.client._connections.transport = driven.transport
    return driven


def failed(driven: Any, call: Any) -> tuple[Any, float, float]:
    """The error of a call, and when it began and ended."""
    began = time.monotonic()
    with pytest.raises(subkit.SubkitError) as caught:
        driven(call)
    return caught.value, began, time.monotonic()


@pytest.mark.fault(26)
def test_attempts_waits_and_tokens(mode: str) -> None:
    """A call that could go on for ever ends with its timeout, and begins no attempt after it."""
    driven = busy(mode, timeout=TIMEOUT, retry=subkit.Retry(attempts=500, base=0.02, cap=0.02, budget=500))
    error, began, ended = failed(driven, lambda client: client.send(GET))
    assert isinstance(error, (subkit.ServerError, subkit.DeadlineExceeded))
    assert len(driven.transport.asked) >= 2
    assert ended - began < OUTLIVED
    assert driven.transport.asked[-1] - began < OUTLIVED
    assert driven.transport.timeouts == sorted(driven.transport.timeouts, reverse=True)


def test_a_token_that_never_comes(mode: str) -> None:
    """A function that gives no token is given up when the time is up; one that is not async cannot be cut short."""

    async def never() -> str:
        await asyncio.sleep(60)
        return "t"

    def late() -> str:
        time.sleep(TIMEOUT * 1.5)
        return "t"

    driven = Driven(ENS, mode, timeout=TIMEOUT, auth=subkit.BearerToken(never if mode == "async" else late))
    error, began, ended = failed(driven, lambda client: client.send(GET))
    assert (type(error), error.sent, driven.requests) == (subkit.DeadlineExceeded, False, [])
    assert TIMEOUT * 0.9 < ended - began < OUTLIVED


@pytest.mark.fault(26)
def test_waits_are_waited(mode: str) -> None:
    """Between two requests a client really waits as long as was decided."""
    driven = busy(mode, retry=subkit.Retry(base=0.05))
    context = driven.client._context
    context.clock = ClientClock(random=lambda: 1.0)
    failed(driven, lambda client: client.send(GET))
    first, second, third = driven.transport.asked
    assert second - first >= 0.05
    assert third - second >= 0.1


@pytest.mark.fault(23)
def test_a_wait_that_is_too_long(mode: str) -> None:
    """A server that asks for a minute, where there is half of one, is not waited for at all."""
    busy_server = always(answer(status="503 Busy\r\nRetry-After: 60"))
    with serving(busy_server) as server, live_client(mode, server.url) as live:
        error, began, ended = failed(live, lambda client: client.send(GET))
        assert server.connections == 1
    assert isinstance(error, subkit.ServerError)
    assert error.retry_at is not None
    assert 50 < error.retry_at.timestamp() - time.time() <= 60
    assert ended - began < OUTLIVED
