"""`pytest --faults`: what it prints, and when it makes a run fail."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from support.faults import BOTH, TESTS, Row, Table, Tried, marked, rows

SUITE = """
import pytest

@pytest.mark.fault(1)
@pytest.mark.parametrize("mode", ["sync", "async"])
def test_one(mode):
    assert mode == "sync"

@pytest.mark.parametrize("case", [pytest.param(1, marks=pytest.mark.fault(2, 3))])
def test_two(case):
    pass

@pytest.mark.fault(4)
def test_three():
    pytest.skip("not here")

@pytest.mark.fault(999)
def test_four():
    pass

def test_five():
    pass
"""


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["0", "2"])
def test_a_run(tmp_path: Path, workers: str) -> None:
    """Each row says how both modes fared, whoever ran the tests; what is missing fails the run and is listed."""
    (tmp_path / "conftest.py").write_text((TESTS / "conftest.py").read_text("utf-8"), "utf-8")
    (tmp_path / "test_it.py").write_text(SUITE, "utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = fault\n", "utf-8")
    command = [sys.executable, "-m", "pytest", "--faults", "-q", "-n", workers, "-p", "no:cacheprovider", "."]
    environment = {**os.environ, "PYTHONPATH": str(TESTS), "PYTEST_ADDOPTS": ""}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    lines = {
        line[:3].strip(): line[5:38].split() for line in done.stdout.splitlines() if re.match(r" *\d+  \d+/", line)
    }
    assert done.returncode == 1
    assert lines["1"] == ["1/1/0", "passed", "FAILED"]
    assert lines["2"] == lines["3"] == ["0/0/1", "passed", "passed"]
    assert lines["4"] == ["0/0/1", "skipped", "skipped"]
    assert lines["5"] == ["0/0/0", "-", "-"]
    assert list(lines) == [str(number) for number in rows()]
    assert "no rows of tests/faults/rows.toml: 999" in done.stdout
    assert "no sync test that passed, and no reason: 4, 5, 6" in done.stdout
    assert "no async test that passed, and no reason: 1, 4, 5, 6" in done.stdout
    assert "[without a helper that creates only what is absent" in done.stdout


def test_nothing_is_missing_when_all_passed() -> None:
    """With a passing test for each row, or a reason, there is no complaint."""
    table = Table()
    for row in table.rows.values():
        if row.left_out is None:
            table.tried[row.number] = Tried({"one": BOTH}, {"one": "passed"})
    assert table.problems() == []
    table.tried[1] = Tried({"one": "sync"}, {"one": "passed"})
    assert table.problems() == ["no async test that passed, and no reason: 1"]


def test_a_row_may_be_left_out() -> None:
    """A row that is left out needs no test, and its line says why."""
    table = Table()
    table.rows = {1: Row(1, "rain", "umbrella", left_out="indoors")}
    assert table.problems() == []
    assert list(table.lines())[1].endswith("rain [left out: indoors]")


def test_the_worst_phase_counts() -> None:
    """A test that passes and fails in its tear-down has failed."""
    tried = Tried()
    for outcome in ("passed", "passed", "failed"):
        tried.add(pytest.TestReport("one", ("", 0, ""), {}, outcome, None, "call"), "sync")  # type: ignore[arg-type]
    assert (tried.counts(), tried.outcome("sync"), tried.outcome("async")) == ("1/0/0", "FAILED", "-")


def test_markers_are_found() -> None:
    """Numbers are found wherever a marker stands; what is no number is handed out as text."""
    source = (
        "pytestmark = [mark.fault(1)]\nx = param(1, marks=pytest.mark.fault(2, 3))\n@pytest.mark.fault(N)\ndef f(): 0"
    )
    assert sorted(marked(source), key=str) == [1, 2, 3, "N"]
