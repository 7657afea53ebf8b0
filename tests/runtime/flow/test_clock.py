"""`clock=`: time and waits of a client come from one object, which tests can drive by public names alone."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import subkit
from subkit_wso2_publisher import AsyncWso2Publisher, PasswordGrant, Wso2Publisher
from support.scripted import reply

START = datetime(2026, 1, 1, tzinfo=UTC)
BODY = {"subscriptionId": "s1", "applicationId": "a", "apiIdentifier": "i", "tier": "t"}


class Driven(subkit.Clock):
    """The clock of the documentation, with notes of the waits."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.waits: list[float] = []

    def monotonic(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return START + timedelta(seconds=self.seconds)

    def random(self) -> float:
        return 0.5

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.seconds += seconds

    async def asleep(self, seconds: float) -> None:
        self.sleep(seconds)


class Server:
    """Answers in turn, and counts tokens."""

    def __init__(self, *replies: subkit.Reply) -> None:
        self.replies = list(replies)
        self.tokens = 0

    def send(self, request: subkit.Request, *, timeout: float) -> subkit.Reply:
        if request.url.endswith("/token"):
            self.tokens += 1
            return reply(200, {"access_token": f"t{self.tokens}", "token_type": "Bearer", "expires_in": 3600})
        return self.replies.pop(0) if self.replies else reply(200, BODY)

    def close(self) -> None:
        pass


class AsyncServer(Server):
    """The same for the other client."""

    async def send(self, request: subkit.Request, *, timeout: float) -> subkit.Reply:  # type: ignore[override]
        return super().send(request, timeout=timeout)

    async def aclose(self) -> None:
        pass


def made(server: Server, clock: subkit.Clock, **options: Any) -> Wso2Publisher:
    options = {"auth": subkit.BearerToken("t"), "timeout": 300.0, **options}
    return Wso2Publisher(base_url="https://wso2.example/p", clock=clock, transport=server, **options)


BUSY = reply(503, {"code": 503, "message": "m"}, retry_after="60")


def test_waits() -> None:
    """A wait that the server asks for takes no real time, and back-off is as random as the clock says."""
    clock, before = Driven(), time.monotonic()
    server = Server(BUSY, reply(503, {"code": 503, "message": "m"}))
    assert made(server, clock).subscriptions.get("s1").subscription_id == "s1"
    assert clock.waits == [60.25, 0.5]
    assert time.monotonic() - before < 5


def test_waits_of_the_asynchronous_client() -> None:
    """The same for the asynchronous client."""
    clock, server = Driven(), AsyncServer(BUSY)

    async def main() -> None:
        client = AsyncWso2Publisher(
            base_url="https://wso2.example/p", auth=None, timeout=300.0, clock=clock, transport=server
        )
        await client.subscriptions.get("s1")

    asyncio.run(main())
    assert clock.waits == [60.25]


def test_deadline() -> None:
    """The timeout of a call is measured by the clock."""
    clock = Driven()
    with pytest.raises(subkit.ServerError) as caught:
        made(Server(BUSY), clock, timeout=30.0).subscriptions.get("s1")
    assert caught.value.retry_at == START + timedelta(seconds=60)
    assert clock.waits == []


def test_tokens() -> None:
    """A token is as old as the clock says."""
    clock, server = Driven(), Server()
    auth = PasswordGrant("https://wso2.example/token", "c", "s", "u", "p")
    client = made(server, clock, auth=auth)
    for seconds, tokens in [(0.0, 1), (3000.0, 1), (3600.0, 2)]:
        clock.seconds = seconds
        client.subscriptions.get("s1")
        assert server.tokens == tokens


def test_derived_clients() -> None:
    """A client derived with `with_options` has the same clock."""
    clock = Driven()
    client = made(Server(), clock)
    assert client.clock is client.with_options(timeout=1.0).clock is clock


def test_no_clock() -> None:
    """What is no clock is refused when the client is created."""
    with pytest.raises(subkit.ConfigurationError, match=r"clock: must be a subkit\.Clock"):
        made(Server(), time)  # type: ignore[arg-type]  # the test is that it is refused


def test_the_real_clock() -> None:
    """Without `clock=`, time is the computer's."""
    clock = subkit.Clock()
    before = clock.monotonic()
    clock.sleep(0.01)
    asyncio.run(clock.asleep(0.01))
    assert clock.monotonic() - before >= 0.02
    assert abs((datetime.now(UTC) - clock.now()).total_seconds()) < 60
    assert clock.now().tzinfo is UTC
    assert 0 <= clock.random() < 1
    assert clock.new_id() != clock.new_id()
