"""Logs drift, each kind of it once in a process. Fields and values that a vendor adds are only INFO."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from .._responses.provenance import each_once

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .._meta import Drift

log: Final = logging.getLogger("subkit.drift")
_ADDITIONS: Final = frozenset({"unknown_field", "unknown_value"})


def log_drift(api: str, operation: str, drift: Iterable[Drift]) -> None:
    """Log what was not logged before. Without any logging set up, a warning is printed, so it names its origin."""
    for one in each_once(drift, f"{api} {operation}"):
        level = logging.INFO if one.kind in _ADDITIONS else logging.WARNING
        words = one.path, one.kind, one.expected, one.got
        log.log(level, "subkit: %s %s: %s: %s, expected %s, got %s", api, operation, *words)
