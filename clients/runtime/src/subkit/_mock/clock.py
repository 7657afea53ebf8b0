"""The clock of a fake, which its clients share: a test moves it, or it runs."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from random import Random
from threading import Lock
from typing import Final
from uuid import UUID

from .._flow.clock import Clock

START: Final = datetime(2026, 1, 1, tzinfo=UTC)


class FakeClock(Clock):
    """A clock that stands still until it is moved. Waiting moves it, and takes no time.

    Random numbers and new ids come from its seed, so that runs repeat.
    """

    __module__ = "subkit.mock"

    def __init__(self, start: datetime = START, *, seed: int = 0) -> None:
        self._start = start
        self._seconds = 0.0
        self._lock = Lock()
        self._random = Random(seed)  # noqa: S311 - not for secrets

    def advance(self, seconds: float) -> None:
        """Move the clock forward: tokens age, and whoever waits in the meantime has waited."""
        if seconds < 0:
            raise ValueError("a clock moves forward only: seconds must not be negative")
        with self._lock:
            self._seconds += seconds

    def monotonic(self) -> float:
        """Seconds since the start."""
        return self._seconds

    def now(self) -> datetime:
        """The date and time (aware, UTC)."""
        return self._start + timedelta(seconds=self.monotonic())

    def random(self) -> float:
        """A number in [0, 1)."""
        return self._random.random()

    def new_id(self) -> str:
        """A UUID."""
        return str(UUID(int=self._random.getrandbits(128), version=4))

    def sleep(self, seconds: float) -> None:
        """Move the clock instead of waiting."""
        self.advance(max(seconds, 0.0))

    async def asleep(self, seconds: float) -> None:
        """As `sleep`, and let other tasks run."""
        import asyncio  # noqa: PLC0415 - synchronous programs do not need it

        self.advance(max(seconds, 0.0))
        await asyncio.sleep(0)


class RunningClock(FakeClock):
    """A clock that runs, and can be moved forward besides. Waiting takes its time."""

    __module__ = "subkit.mock"

    def __init__(self, *, seed: int = 0) -> None:
        super().__init__(datetime.now(UTC), seed=seed)
        self._began = time.monotonic()

    def monotonic(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self._began + self._seconds

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)

    async def asleep(self, seconds: float) -> None:
        """Wait, and let other tasks run."""
        import asyncio  # noqa: PLC0415 - synchronous programs do not need it

        await asyncio.sleep(seconds)
