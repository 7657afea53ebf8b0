"""What docs/promises.md says is what the fault table tests."""

import re
from pathlib import Path

from support.faults import rows

PAGE = Path(__file__).resolve().parents[2] / "docs" / "promises.md"


def promised() -> list[list[int]]:
    """The rows that each promise names."""
    cells = re.findall(r"^\| \*\*.*\| ([\d, ]+) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    return [[int(number) for number in cell.split(",")] for cell in cells]


def test_each_promise_is_tested() -> None:
    """Every promise names rows, and each of them exists and is not left out."""
    lines = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| **")]
    assert len(lines) == len(promised()) > 20
    tested = {number for number, row in rows().items() if row.left_out is None}
    assert {number for numbers in promised() for number in numbers} <= tested


def test_each_row_is_promised() -> None:
    """Whatever the fault table tests is promised in words."""
    tested = {number for number, row in rows().items() if row.left_out is None}
    assert tested == {number for numbers in promised() for number in numbers}
