"""The secrets that tests share, and what must not show them: see also `canary_plugin`.

Tests start processes that import this. Without pytest, they take half the time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from subkit._errors import SubkitError

from .canary import Canaries

CANARIES = Canaries()


def shared(name: str, text: str) -> str:
    """A secret that many tests use; the guard looks for it all through the run."""
    return CANARIES.watch(name, text)


@contextmanager
def guarded() -> Iterator[None]:
    """Whatever error of subkit leaves the block shows none of the shared secrets."""
    try:
        yield
    except SubkitError as error:
        if hits := CANARIES.hits(error):
            raise AssertionError(f"a secret shows: {hits}") from None
        raise
