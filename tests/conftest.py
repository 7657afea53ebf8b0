"""What all tests share.

`--faults` prints how each row of the fault table fared. `--both-modes` runs each case sync and async. `--fresh` has
property tests draw new examples.
"""

from __future__ import annotations

import gc

import pytest
from support import properties, surroundings
from support.canary_plugin import Guard
from support.faults import Table, noted
from support.modes import thinned


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--faults", action="store_true", help="print how each row of the fault table fared")
    parser.addoption("--both-modes", action="store_true", help="run each case in both modes")
    parser.addoption("--fresh", action="store_true", help="have property tests draw new examples, and more of them")


def pytest_configure(config: pytest.Config) -> None:
    surroundings.forget()
    properties.FRESH = config.getoption("--fresh")
    config.pluginmanager.register(Guard())
    if config.getoption("--faults") and not hasattr(config, "workerinput"):  # xdist's workers only send their reports
        config.pluginmanager.register(Table())


def pytest_itemcollected(item: pytest.Item) -> None:
    item.user_properties += noted(item)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--both-modes"):
        items[:], left_out = thinned(items)
        config.hook.pytest_deselected(items=left_out)


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()  # many tests collect garbage, which takes the longer the more there is that is none
