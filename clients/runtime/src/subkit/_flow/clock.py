"""Time and chance, as values that are handed in: whatever decides takes them from here."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import UTC, datetime
from uuid import uuid4

from attrs import frozen


@frozen
class Clockwork:
    """Time and chance, so that tests can bring their own."""

    monotonic: Callable[[], float] = time.monotonic
    """Seconds that never go back: for deadlines and lifetimes."""
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    """What the calendar says (aware, UTC): only for what names a moment."""
    chance: Callable[[], float] = random.random
    key: Callable[[], str] = lambda: str(uuid4())
    """An identifier that nobody else has."""
