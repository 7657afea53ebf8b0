"""Checks of options that clients and transports have in common."""

from __future__ import annotations

from .._errors import ConfigurationError


def check_count(name: str, value: object, what: str) -> None:
    """Refuse what is no number of something."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ConfigurationError(f"{name}: must be a number of {what} greater than 0")
