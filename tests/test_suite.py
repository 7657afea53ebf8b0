"""The suite itself: what it leaves out leaves no gap."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from support import surroundings
from support.modes import FEW, MODES, chosen, thinned
from support.once import once_per_run
from support.pairwise import pairwise


@pytest.mark.parametrize("sizes", [(9, 2, 28), (5, 4, 5), (3, 3, 3, 3), (4, 3), (1, 1, 6), (2, 2, 2, 2, 2)], ids=str)
def test_each_pair_of_values_meets(sizes: Sequence[int]) -> None:
    """In pairwise rows any two values of different axes stand side by side, and no row is there twice."""
    axes = [[f"{axis}-{number}" for number in range(size)] for axis, size in enumerate(sizes)]
    rows = pairwise(*axes)
    assert len(rows) == len(set(rows))
    for left, right in combinations(range(len(axes)), 2):
        assert {(row[left], row[right]) for row in rows} == {
            (one, other) for one in axes[left] for other in axes[right]
        }


def item(function: str, case: str, mode: str | None, *marks: str) -> Any:
    """What pytest collects for a case of a test."""
    params = {} if mode is None else {"mode": mode}
    name = f"{function}[{case}-{mode}]" if mode else function
    return SimpleNamespace(
        name=name,
        nodeid=f"tests/test_it.py::{name}",
        callspec=SimpleNamespace(params=params),
        get_closest_marker=lambda mark: mark if mark in marks else None,
    )


def cases(function: str, count: int, *marks: str) -> list[Any]:
    return [item(function, str(number), mode, *marks) for mode in MODES for number in range(count)]


def test_a_large_table_runs_in_one_mode() -> None:
    """Each case of a large table runs once, whichever its mode; a good part of them in each mode."""
    items = cases("test_many", 40)
    kept, left_out = thinned(items)
    assert sorted(one.name for one in kept + left_out) == sorted(one.name for one in items)
    assert sorted(one.name.partition("-")[0] for one in kept) == sorted(f"test_many[{number}" for number in range(40))
    assert all(10 < sum(one.callspec.params["mode"] == mode for one in kept) < 30 for mode in MODES)


@pytest.mark.parametrize(
    "items",
    [
        cases("test_few", FEW),
        cases("test_many", FEW + 1, "both_modes"),
        [item("test_async", str(number), "async") for number in range(40)],
        [item("test_none", "", None)] * 40,
    ],
    ids=["few", "both modes", "one mode", "no mode"],
)
def test_other_tests_all_run(items: list[Any]) -> None:
    """Small tables, those where the modes differ, and tests without a mode are left alone."""
    assert thinned(items) == (items, [])


def test_the_mode_of_a_case_is_its_own() -> None:
    """It does not depend on the file, on other cases, nor on which of its two names is asked."""
    assert chosen("test_it[a-sync]") == chosen("test_it[a-async]")
    assert {chosen(f"test_it[{number}-sync]") for number in range(20)} == set(MODES)


def test_what_is_shared_is_made_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whoever asks second gets what the first one made."""
    made: list[Path] = []

    def make(folder: Path) -> str:
        made.append(folder)
        (folder / "file").write_text("x", "utf-8")
        return "made"

    assert [once_per_run(tmp_path_factory, "test-of-once", make) for _ in range(2)] == ["made", "made"]
    assert [folder.name for folder in made] == ["test-of-once"]


def test_the_surroundings_decide_nothing() -> None:
    """No proxy, no authority and no setting of a client comes from where the run was started."""
    found = [name for name in os.environ if name.upper().endswith("_PROXY") or name.startswith(("SSL_CERT", "SUBKIT_"))]
    assert found == []
    assert surroundings.GIVEN["PATH"] == os.environ["PATH"]


ROOT = Path(__file__).parents[1]
MIRRORED = {"runtime": ROOT / "clients" / "runtime" / "src" / "subkit", "generator": ROOT / "generator"}


@pytest.mark.parametrize("name", MIRRORED)
def test_tests_mirror_the_folders(name: str) -> None:
    """Tests lie in folders that are called like those of the code; what is about a module beside them lies beside them."""
    code, tests = MIRRORED[name], ROOT / "tests" / name
    folders = {path.parent.name.strip("_") for path in code.glob("*/__init__.py")}
    assert {path.parent.name for path in tests.glob("*/test_*.py")} <= folders
    assert len(folders) > 2
