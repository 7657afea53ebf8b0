"""What all tests share: `--faults`, which prints how each row of the fault table fared."""

from __future__ import annotations

import pytest
from support.canary_guard import Guard
from support.faults import Table, noted


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--faults", action="store_true", help="print how each row of the fault table fared")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Guard())
    if config.getoption("--faults") and not hasattr(config, "workerinput"):  # xdist's workers only send their reports
        config.pluginmanager.register(Table())


def pytest_itemcollected(item: pytest.Item) -> None:
    item.user_properties += noted(item)
