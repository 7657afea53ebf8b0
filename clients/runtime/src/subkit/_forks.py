"""Forks. Locks that other threads held, imports that they began, and connections of the parent must not be used in
the child."""

from __future__ import annotations

import os
import time
from threading import get_ident
from typing import TYPE_CHECKING, Final, Protocol
from weakref import WeakSet

if TYPE_CHECKING:
    from types import TracebackType


class ForkAware(Protocol):
    """Something that holds locks, or belongs to one process."""

    def after_fork(self) -> None:
        """Start anew. Called in the child, where no other thread is running."""


_LONGEST: Final = 10.0  # seconds for which a fork waits for imports
_STEP: Final = 0.001
_living: WeakSet[ForkAware] = WeakSet()
_loading: Final[dict[int, int]] = {}
"""How deep each thread is in `loading`. There is no lock here, because a fork might leave it held."""
_forking: Final[set[int]] = set()
"""The threads that are about to fork."""


def watch_forks(one: ForkAware) -> None:
    """Call `after_fork` of an object in the child of each fork, as long as the object exists."""
    _living.add(one)


class _Loading:
    """Around imports during a call: a fork in another thread waits until they are done.

    Otherwise the child would find the module locked by a thread that it does not have.
    """

    __slots__ = ()

    def __enter__(self) -> None:
        own = get_ident()
        _loading[own] = _loading.get(own, 0) + 1
        while _loading[own] == 1 and _forking - {own}:
            del _loading[own]
            time.sleep(_STEP)
            _loading[own] = 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        own = get_ident()
        left = _loading[own] - 1  # a signal handler may load something here, too
        if left:
            _loading[own] = left
        else:
            _loading.pop(own)


loading: Final = _Loading()


def _before_fork() -> None:
    own = get_ident()
    _forking.add(own)
    until = time.monotonic() + _LONGEST
    while _loading.keys() - {own} and time.monotonic() < until:
        time.sleep(_STEP)


def _after_fork_in_parent() -> None:
    _forking.discard(get_ident())


def _after_fork() -> None:
    _forking.clear()
    for thread in _loading.keys() - {get_ident()}:
        del _loading[thread]
    for one in list(_living):
        one.after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_before_fork, after_in_parent=_after_fork_in_parent, after_in_child=_after_fork)
