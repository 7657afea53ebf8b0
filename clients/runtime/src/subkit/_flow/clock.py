"""Time, random numbers and new ids, passed in as values, so that everything that decides can be tested."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from random import random as random_number
from uuid import uuid4

from attrs import frozen


@frozen
class Clock:
    """Where time, random numbers and new ids come from. Tests use their own."""

    monotonic: Callable[[], float] = time.monotonic
    """Seconds that never go back, for deadlines and lifetimes."""
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    """The current date and time (aware, UTC), for comparison with dates that a server sends."""
    random: Callable[[], float] = random_number
    """A number in [0, 1)."""
    new_id: Callable[[], str] = lambda: str(uuid4())
    """A unique id."""
