"""What is said while something runs: all logs at DEBUG, warnings, standard output and standard error."""

from __future__ import annotations

import io
import logging
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from typing import Any
from unittest.mock import patch

from subkit._responses import provenance


class Overheard(logging.Handler):
    """All that was said."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.records: list[logging.LogRecord] = []
        self.warnings: list[warnings.WarningMessage] = []
        self.printed = io.StringIO()

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    @property
    def all(self) -> list[Any]:
        """Everything, for `Canaries.hits`."""
        return [*self.records, *self.warnings, self.printed.getvalue()]


@contextmanager
def overhearing() -> Iterator[Overheard]:
    """Listen to everything for the length of a `with` block."""
    heard = Overheard()
    with ExitStack() as stack:
        stack.enter_context(redirect_stdout(heard.printed))
        stack.enter_context(redirect_stderr(heard.printed))
        stack.enter_context(_talkative(heard))
        # The log names each departure once in a process; here it is to name it again.
        stack.enter_context(patch.object(provenance, "_reported", set()))
        heard.warnings = stack.enter_context(warnings.catch_warnings(record=True))  # type: ignore[assignment]
        warnings.simplefilter("always")
        yield heard


@contextmanager
def _talkative(handler: logging.Handler) -> Iterator[None]:
    """Every logger there is says everything, and the handler hears it."""
    known = [one for one in logging.root.manager.loggerDict.values() if isinstance(one, logging.Logger)]
    before = [(one, one.level, one.disabled, one.propagate) for one in (logging.root, *known)]
    for one, *_ in before:
        one.setLevel(logging.DEBUG)
        one.disabled, one.propagate = False, True
    logging.root.addHandler(handler)
    try:
        yield
    finally:
        logging.root.removeHandler(handler)
        for one, level, disabled, propagate in before:
            one.setLevel(level)
            one.disabled, one.propagate = disabled, propagate
