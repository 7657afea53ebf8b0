"""A pytest plugin for many runs in one process: every test finds the caches of the runtime empty, as if it were the first
one, chance is the same each time, and so are the names of tests."""

from __future__ import annotations

import gc
import sys

import hypothesis
import pytest
import subkit
from subkit._models import schema
from subkit._responses import success

hypothesis.settings.register_profile("cold", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("cold")

_models: list[type[subkit.Model]] = []
_modules: set[int] = set()


def pytest_runtest_setup() -> None:
    if len(sys.modules) not in _modules:
        _modules.add(len(sys.modules))
        gc.unfreeze()  # what is frozen is not listed
        _models[:] = [one for one in gc.get_objects() if isinstance(one, type) and issubclass(one, subkit.Model)]
    for model in _models:
        model.__init_subclass__()  # it has no decoder yet
    success._decoder.cache_clear()
    success._is_recursive.cache_clear()
    schema.open_enum.cache_clear()


@pytest.hookimpl(tryfirst=True)
def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Names of tests are made anew: those that pytest remembers it would escape once more at each collection."""
    for mark in metafunc.definition.iter_markers("parametrize"):
        if mark._param_ids_from is not None:
            object.__setattr__(mark._param_ids_from, "_param_ids_generated", None)
