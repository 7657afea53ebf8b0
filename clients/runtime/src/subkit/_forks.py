"""What has to hold when the process forks: the one hook for it.

A fork takes along the thread that calls it and no other. What another thread was at in that moment stays in the child
for ever as it was: a lock held, an import begun.
"""

from __future__ import annotations

import os
import time
from threading import get_ident
from typing import TYPE_CHECKING, Final, Protocol
from weakref import WeakSet

if TYPE_CHECKING:
    from types import TracebackType


class Survivor(Protocol):
    """Something that has to begin anew in the child of a fork."""

    def after_fork(self) -> None:
        """Forget what belongs to the parent."""
        ...


_LONGEST: Final = 10.0  # seconds for which a fork waits for imports
_STEP: Final = 0.001
_survivors: Final[WeakSet[Survivor]] = WeakSet()
_loading: Final[dict[int, int]] = {}
"""How deep each thread is in `loading`. Nothing here is locked: the child of a fork would find it so."""
_forking: Final[set[int]] = set()
"""The threads that are about to fork."""


def survive_forks(one: Survivor) -> None:
    """Have `after_fork` called in the child of each fork, as long as the object lives."""
    _survivors.add(one)


class _Loading:
    """Around imports in the middle of a call: the fork of another thread waits until they are done.

    Else the child would find the module locked by a thread that it does not have.
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
        _loading[own] -= 1
        if not _loading[own]:
            del _loading[own]


loading: Final = _Loading()


def _before() -> None:
    own = get_ident()
    _forking.add(own)
    until = time.monotonic() + _LONGEST
    while _loading.keys() - {own} and time.monotonic() < until:
        time.sleep(_STEP)


def _in_parent() -> None:
    _forking.discard(get_ident())


def _in_child() -> None:
    _forking.clear()
    for thread in _loading.keys() - {get_ident()}:
        del _loading[thread]
    for one in list(_survivors):
        one.after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_before, after_in_parent=_in_parent, after_in_child=_in_child)
