"""How many sockets this process has open."""

from __future__ import annotations

import gc
import os
import socket
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_FOLDER = Path("/proc/self/fd")


def count_sockets() -> int:
    """Open sockets: by their descriptors where the system lists them, else by the objects."""
    gc.collect()
    if _FOLDER.is_dir():
        return sum(_is_socket(int(name)) for name in os.listdir(_FOLDER))
    return sum(isinstance(one, socket.socket) and one.fileno() >= 0 for one in gc.get_objects())


def _is_socket(number: int) -> bool:
    with suppress(OSError):
        return stat.S_ISSOCK(os.fstat(number).st_mode)
    return False


@contextmanager
def open_sockets() -> Iterator[Callable[[], int]]:
    """A function that says how many more sockets are open than at the start."""
    before = count_sockets()
    yield lambda: count_sockets() - before
