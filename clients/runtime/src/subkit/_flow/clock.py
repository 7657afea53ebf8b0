"""Time, random numbers, new ids and waiting, so that everything that depends on them can be driven from outside."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from .._public import public


@public
class Clock:
    """Where a client gets the time from, and how it waits. Pass an object of a subclass as `clock=` to control both.

    With this one, a test goes through waits, retries and token lifetimes without delay:

        class TestClock(subkit.Clock):
            seconds = 0.0

            def monotonic(self) -> float:
                return self.seconds

            def now(self) -> datetime:
                return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=self.seconds)

            def sleep(self, seconds: float) -> None:
                self.seconds += seconds

            async def asleep(self, seconds: float) -> None:
                self.seconds += seconds

    A clock may be shared by clients and threads. What takes place outside subkit, such as a response that does not
    come, still takes its time: how long a transport waits for it is decided by the transport.
    """

    def monotonic(self) -> float:
        """Seconds that never go back, for deadlines and lifetimes."""
        return time.monotonic()

    def now(self) -> datetime:
        """The current date and time (aware, UTC), for comparison with dates that a server sends."""
        return datetime.now(UTC)

    def random(self) -> float:
        """A number in [0, 1), for the jitter of waits."""
        import random  # noqa: PLC0415 - only retries need it

        return random.random()  # noqa: S311 - not for secrets

    def new_id(self) -> str:
        """A unique id, for idempotency keys and assertions."""
        import uuid  # noqa: PLC0415 - only few calls need it

        return str(uuid.uuid4())

    def sleep(self, seconds: float) -> None:
        """Wait, on a synchronous client."""
        time.sleep(seconds)

    async def asleep(self, seconds: float) -> None:
        """Wait, on an asynchronous client."""
        import asyncio  # noqa: PLC0415 - synchronous programs do not need it

        await asyncio.sleep(seconds)
