"""The fault table: which rows there are, which tests name them, and, with `pytest --faults`, how each row fared.

Rows and mode of a test travel in the user properties of its reports, because under xdist only reports travel.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import define, field, frozen

TESTS = Path(__file__).resolve().parent.parent
MODES = ("sync", "async")
BOTH = "both"
"""The mode of a test of code that sync and async share."""


@frozen
class Row:
    """One row of tests/faults/rows.toml."""

    number: int
    fault: str
    promise: str
    left_out: str | None = None
    partly: str | None = None

    @property
    def reason(self) -> str:
        """What is said about it where it is not done, or not all of it."""
        if self.left_out is not None:
            return f" [left out: {self.left_out}]"
        return "" if self.partly is None else f" [without {self.partly}]"


def rows() -> dict[int, Row]:
    """The rows by number."""
    tables = tomllib.loads((TESTS / "faults" / "rows.toml").read_text("utf-8"))
    return {int(number): Row(int(number), **table) for number, table in tables.items()}


def marked(source: str) -> Iterator[object]:
    """What stands in the fault markers of a test file: numbers, if all is well."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "fault":
            yield from (one.value if isinstance(one, ast.Constant) else ast.unparse(one) for one in node.args)


def noted(item: pytest.Item) -> list[tuple[str, object]]:
    """What reports of a test say about it: its rows and its mode. Nothing if it names no row."""
    numbers = sorted({number for mark in item.iter_markers("fault") for number in mark.args})
    mode = getattr(getattr(item, "callspec", None), "params", {}).get("mode")
    return [("faults", numbers), ("mode", mode if mode in MODES else BOTH)] if numbers else []


_RANK = ("passed", "skipped", "failed")


@define
class Tried:
    """The tests of one row that ran."""

    modes: dict[str, str] = field(factory=dict[str, str])
    """By node id."""
    outcomes: dict[str, str] = field(factory=dict[str, str])
    """By node id: the worst of set-up, call and tear-down."""

    def add(self, report: pytest.TestReport, mode: str) -> None:
        known = self.outcomes.get(report.nodeid, "passed")
        self.modes[report.nodeid] = mode
        self.outcomes[report.nodeid] = max(known, report.outcome, key=_RANK.index)

    def counts(self) -> str:
        """How many there are: sync, async, of shared code."""
        return "/".join(str(list(self.modes.values()).count(mode)) for mode in (*MODES, BOTH))

    def passed(self, mode: str) -> bool:
        """Whether a test of a mode passed."""
        return "passed" in self._found(mode)

    def outcome(self, mode: str) -> str:
        """How a mode fared; "-" where nothing was tried."""
        found = self._found(mode)
        return "FAILED" if "failed" in found else next((one for one in _RANK if one in found), "-")

    def _found(self, mode: str) -> set[str]:
        return {self.outcomes[one] for one, its in self.modes.items() if its in (mode, BOTH)}


class Table:
    """Collects the reports of a run, prints the table, and makes the run fail for what is missing in it."""

    def __init__(self) -> None:
        self.rows = rows()
        self.tried = {number: Tried() for number in self.rows}
        self.strange: set[int] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        properties: dict[str, Any] = dict(report.user_properties)
        for number in properties.get("faults", ()):
            if number in self.rows:
                self.tried[number].add(report, properties["mode"])
            else:
                self.strange.add(number)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.problems() and session.exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        terminalreporter.section("faults")
        for line in (*self.lines(), *self.problems()):
            terminalreporter.write_line(line)

    def lines(self) -> Iterator[str]:
        """A line for each row: number, tests, how both modes fared, the fault, and what is left out of it."""
        yield "row  sync/async/both  sync     async    fault"
        for number, row in self.rows.items():
            tried = self.tried[number]
            fared = "  ".join(f"{tried.outcome(mode):7}" for mode in MODES)
            yield f"{number:3}  {tried.counts():15}  {fared}  {row.fault}{row.reason}"

    def problems(self) -> list[str]:
        """Rows without a test that passed, in either mode, and without a reason; and numbers that are no rows."""
        found: dict[str, Iterable[int]] = {"no rows of tests/faults/rows.toml": self.strange}
        for mode in MODES:
            found[f"no {mode} test that passed, and no reason"] = [
                number
                for number, row in self.rows.items()
                if row.left_out is None and not self.tried[number].passed(mode)
            ]
        return [f"{what}: {_listed(numbers)}" for what, numbers in found.items() if numbers]


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(numbers)))
