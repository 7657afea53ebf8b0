"""What takes long to make is made once per run, by the worker that needs it first."""

from __future__ import annotations

import os
import pickle
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

T = TypeVar("T")


def once_per_run(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], T]) -> T:
    """What `make` returns, and writes into the folder that it is given; whoever asks later gets a copy.

    Each of xdist's workers has a folder of its own, below one that they share.
    """
    own = factory.getbasetemp()
    place = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    result = place / f"{name}.pickle"
    with _alone(place / f"{name}.lock"):
        if not result.exists():
            folder = place / name
            folder.mkdir()
            result.write_bytes(pickle.dumps(make(folder)))
    found: T = pickle.loads(result.read_bytes())
    return found


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    while True:
        try:
            lock.mkdir()
            break
        except FileExistsError:
            time.sleep(0.02)
    try:
        yield
    finally:
        lock.rmdir()
