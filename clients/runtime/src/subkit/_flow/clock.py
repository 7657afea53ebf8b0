"""Time, random numbers and new ids, passed in as values, so that everything that decides can be tested."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime

from .._values import frozen


def _random() -> float:
    import random  # noqa: PLC0415 - only retries need it

    return random.random()  # noqa: S311 - not for secrets


def _new_id() -> str:
    import uuid  # noqa: PLC0415 - only few calls need it

    return str(uuid.uuid4())


@frozen
class Clock:
    """Where time, random numbers and new ids come from. Tests use their own."""

    monotonic: Callable[[], float] = time.monotonic
    """Seconds that never go back, for deadlines and lifetimes."""
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    """The current date and time (aware, UTC), for comparison with dates that a server sends."""
    random: Callable[[], float] = _random
    """A number in [0, 1)."""
    new_id: Callable[[], str] = _new_id
    """A unique id."""
