"""In which mode a test runs: most code is shared by both clients, so that a large table needs each row only once.

A function with more than `FEW` cases runs each of them in one mode, which a hash of the case's id decides: it stays the
same when other cases come and go. Functions with few cases run in both, and so does everything whose subject differs
from mode to mode: `pytestmark = pytest.mark.both_modes`. With `--both-modes` all cases run in both.
"""

from __future__ import annotations

import re
from collections import Counter
from zlib import crc32

import pytest

MODES = ("sync", "async")
FEW = 4


def thinned(items: list[pytest.Item]) -> tuple[list[pytest.Item], list[pytest.Item]]:
    """The tests that run, and those that need not."""
    cases = Counter((_function(item), _mode(item)) for item in items)
    runs: list[pytest.Item] = []
    left_out: list[pytest.Item] = []
    for item in items:
        many = all(cases[_function(item), mode] > FEW for mode in MODES)
        (left_out if many and _can_be_left_out(item) else runs).append(item)
    return runs, left_out


def chosen(case: str) -> str:
    """The mode of a case, by its id in either mode."""
    return MODES[crc32(re.sub(r"\ba?sync\b", "", case).encode()) % 2]


def _can_be_left_out(item: pytest.Item) -> bool:
    mode = _mode(item)
    return mode is not None and item.get_closest_marker("both_modes") is None and mode != chosen(item.name)


def _mode(item: pytest.Item) -> str | None:
    mode = getattr(getattr(item, "callspec", None), "params", {}).get("mode")
    return mode if mode in MODES else None


def _function(item: pytest.Item) -> str:
    return item.nodeid.partition("[")[0]
