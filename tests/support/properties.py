"""How property tests draw their examples: the same ones in each run, or, with `--fresh`, others and ten times as many.

What `--hypothesis-seed` says decides which others; `nox -s properties` prints it.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

FRESH = False
"""Set by conftest.py, before it imports any test."""


def examples(count: int) -> settings:
    """The settings of a property test that has so many examples in an ordinary run."""
    return settings(
        derandomize=not FRESH,
        max_examples=count * 10 if FRESH else count,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
