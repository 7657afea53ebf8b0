"""The fault table itself: every row is tested or says why not."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.faults import TESTS, marked, rows

ROWS = rows()
FILES = sorted(path for path in TESTS.rglob("*.py") if path != Path(__file__))
MARKED = {one: path for path in FILES for one in marked(path.read_text("utf-8"))}


def test_rows_are_complete() -> None:
    """The table has the rows from 1 on in order, each with the fault and the promise in a few words."""
    assert list(ROWS) == sorted(ROWS)
    assert [row.number for row in ROWS.values() if not (row.fault and row.promise)] == []


@pytest.mark.parametrize("number", ROWS)
def test_each_row_is_tested_or_left_out(number: int) -> None:
    """A row names its tests through their markers, or says why there are none; never both."""
    assert (number in MARKED) == (ROWS[number].left_out is None)


def test_markers_name_rows() -> None:
    """What stands in a marker is the number of a row, written out."""
    assert {one: path.name for one, path in MARKED.items() if one not in ROWS} == {}
