"""Looks for the secrets that tests share in whatever any test of the run brings to light."""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from subkit._errors import SubkitError

from .canary import Canaries

_canaries = Canaries()


def shared(name: str, text: str) -> str:
    """A secret that many tests use; the guard looks for it all through the run."""
    return _canaries.watch(name, text)


@contextmanager
def guarded() -> Iterator[None]:
    """Whatever error of subkit leaves the block shows none of the shared secrets."""
    try:
        yield
    except SubkitError as error:
        if hits := _canaries.hits(error):
            raise AssertionError(f"a secret shows: {hits}") from None
        raise


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
        assert _canaries.hits(*self._records) == []

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, call: pytest.CallInfo[Any]) -> Generator[None, Any, Any]:
        report = yield
        error = call.excinfo.value if call.excinfo else None
        if isinstance(error, SubkitError) and (hits := _canaries.hits(error)):
            report.sections.append(("a secret shows", "\n".join(map(str, hits))))
        return report
