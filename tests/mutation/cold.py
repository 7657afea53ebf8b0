"""A pytest plugin: every test finds the caches of the runtime empty, as if it were the first one, and chance is the same
each time."""

from __future__ import annotations

import gc
import sys

import hypothesis
from subkit import _convert, _reply

hypothesis.settings.register_profile("cold", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("cold")

_readers: list[_convert.Reader] = []
_modules: set[int] = set()


def pytest_runtest_setup() -> None:
    if len(sys.modules) not in _modules:
        _modules.add(len(sys.modules))
        _readers[:] = [one for one in gc.get_objects() if type(one) is _convert.Reader]
    for reader in _readers:
        reader._read = None
    _reply._reader.cache_clear()
    _convert.open_enum.cache_clear()
