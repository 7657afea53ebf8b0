"""The recipes of `docs/testing.md`, each run as it stands."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).resolve().parents[3] / "docs" / "testing.md"


def test_recipes(tmp_path: Path) -> None:
    """Every block of Python on the page is a file of tests, and all of them pass."""
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    for number, block in enumerate(blocks):
        (tmp_path / f"test_recipe_{number}.py").write_text(block, "utf-8")
    tests = sum(len(re.findall(r"^def test_", block, re.MULTILINE)) for block in blocks)
    assert tests > 10
    arguments = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", str(tmp_path)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert f"{tests} passed" in done.stdout, done.stdout
