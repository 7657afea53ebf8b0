"""Fewer cases than the product of all axes, and yet each value of an axis meets each value of every other one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product
from typing import Any

Place = tuple[int, int]
"""An axis, and the number of a value on it."""
Pair = tuple[Place, Place]


def pairwise(*axes: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Rows of a value from each axis, in which any two values of different axes stand side by side at least once."""
    sizes = [len(axis) for axis in axes]
    missing: dict[Pair, None] = {
        ((left, one), (right, other)): None
        for left, right in combinations(range(len(sizes)), 2)
        for one, other in product(range(sizes[left]), range(sizes[right]))
    }
    rows: list[tuple[Any, ...]] = []
    while missing:
        row = _filled(dict(next(iter(missing))), sizes, missing)
        for pair in combinations(sorted(row.items()), 2):
            missing.pop(pair, None)
        rows.append(tuple(axis[row[number]] for number, axis in enumerate(axes)))
    return rows


def _filled(row: dict[int, int], sizes: list[int], missing: dict[Pair, None]) -> dict[int, int]:
    """The row with a value for each axis that has none: one that meets as many others as possible for the first time."""

    def news(axis: int, one: int) -> int:
        place = (axis, one)
        return sum((min(place, other), max(place, other)) in missing for other in row.items())

    for axis, size in enumerate(sizes):
        if axis not in row:
            row[axis] = max(range(size), key=lambda one: news(axis, one))
    return row
