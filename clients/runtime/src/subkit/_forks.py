"""Forks. Locks that other threads held, and connections of the parent, must not be used in the child."""

from __future__ import annotations

import os
from typing import Protocol
from weakref import WeakSet


class ForkAware(Protocol):
    """Something that holds locks, or belongs to one process."""

    def after_fork(self) -> None:
        """Start anew. Called in the child, where no other thread is running."""


_living: WeakSet[ForkAware] = WeakSet()


def watch_forks(one: ForkAware) -> None:
    """Call `after_fork` of an object in the child of each fork, as long as the object exists."""
    _living.add(one)


def _after_fork() -> None:
    for one in list(_living):
        one.after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
