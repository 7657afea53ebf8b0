"""The three stages of the generator: which of them may know which, and the page that describes them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

GENERATOR = Path(__file__).resolve().parents[2] / "generator"
STAGES = ["diagnostics", "spec", "ir", "render", "draft", "pipeline", "scaffold", "__main__"]
"""From the bottom to the top: each may import those before it."""
MODULES = [path.relative_to(GENERATOR).with_suffix("").parts for path in sorted(GENERATOR.rglob("*.py"))]
FOLDERS = sorted({parts[0] for parts in MODULES if len(parts) > 1})


def stages_imported_by(parts: tuple[str, ...]) -> Iterator[str]:
    """The stages that a module imports, for types or at any place too."""
    tree = ast.parse((GENERATOR / "/".join(parts)).with_suffix(".py").read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level == len(parts):
            yield from [node.module.split(".")[0]] if node.module else (alias.name for alias in node.names)


@pytest.mark.parametrize("parts", MODULES, ids="/".join)
def test_stages_import_one_way(parts: tuple[str, ...]) -> None:
    """A module imports modules of its own stage and of those below it."""
    below = STAGES[: STAGES.index(parts[0])] if parts[0] in STAGES else []
    assert set(stages_imported_by(parts)) <= {*below, parts[0]} - {"__init__"}


def test_imports_are_seen() -> None:
    """The search finds the imports between stages, so it cannot pass for want of them."""
    assert {"spec", "ir", "render", "diagnostics"} == set(stages_imported_by(("pipeline",)))
    assert {"spec", "diagnostics"} == set(stages_imported_by(("ir", "completeness")))


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_says_what_is_in_it(folder: str) -> None:
    """The `__init__` of a folder holds one sentence and nothing else."""
    tree = ast.parse((GENERATOR / folder / "__init__.py").read_text("utf-8"))
    text = ast.get_docstring(tree) or ""
    assert (len(tree.body), text.count("."), text[-1:]) == (1, 1, ".")


def test_the_page_has_a_row_for_each_module() -> None:
    """The tables of the README name every module, under its folder, and no other."""
    page = (GENERATOR / "README.md").read_text("utf-8")
    named: set[tuple[str, ...]] = set()
    folder: tuple[str, ...] = ()
    for line in page.splitlines():
        if heading := re.match(r"## (?:`(\w+)/`)?", line):
            folder = (heading[1],) if heading[1] else ()
        elif line.startswith("| `"):
            named |= {(*folder, name) for name in re.findall(r"`(\w+)`", line.split("|")[1])}
    assert named == {parts for parts in MODULES if parts[-1] != "__init__"}
