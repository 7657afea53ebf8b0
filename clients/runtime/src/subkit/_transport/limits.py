"""Limits that clients and transports have in common."""

from __future__ import annotations

from typing import Final

from .._errors import ConfigurationError

MAX_BODY: Final = 16 * 2**20
MAX_CONNECTIONS: Final = 100


def check_count(name: str, value: object, what: str) -> None:
    """Refuse what is no number of something."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ConfigurationError(f"{name}: must be a number of {what} greater than 0")
