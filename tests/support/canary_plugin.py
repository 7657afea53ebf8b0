"""Looks for the secrets that tests share in whatever any test of the run brings to light."""

from __future__ import annotations

import logging
from collections.abc import Generator
from typing import Any

import pytest
from subkit._errors import SubkitError

from .canary_guard import CANARIES


class Guard(logging.Handler):
    """A plugin: a test fails if a shared secret was logged, and the report of a failed test says if it shows one."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self._records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self) -> Generator[None]:
        self._records.clear()
        logging.root.addHandler(self)
        try:
            yield
        finally:
            logging.root.removeHandler(self)
        assert CANARIES.hits(*self._records) == []

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, call: pytest.CallInfo[Any]) -> Generator[None, Any, Any]:
        report = yield
        error = call.excinfo.value if call.excinfo else None
        if isinstance(error, SubkitError) and (hits := CANARIES.hits(error)):
            report.sections.append(("a secret shows", "\n".join(map(str, hits))))
        return report
