"""Formats files, and puts them in place or says how what is there differs."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

_RULES = ("--select", "F401,I001,TC005,UP", "--unfixable", "UP007")
# Temporary files may be where git ignores everything, and what git ignores ruff passes over.
_EVERYWHERE = ("--config", "respect-gitignore = false")
_ARGUMENTS = ("--isolated", "--no-cache", "--line-length", "120", "--target-version", "py311", *_EVERYWHERE)
_IGNORED = {"__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", "dist", "build"}


def format_files(files: Files) -> Files:
    """The files, Python formatted by the pinned ruff, whose configuration elsewhere does not matter."""
    with tempfile.TemporaryDirectory() as place:
        write_files(files, Path(place))
        _ruff("check", "--fix-only", "--quiet", *_RULES, *_ARGUMENTS, place)
        _ruff("format", "--quiet", *_ARGUMENTS, place)
        return read_files(Path(place))


def _ruff(*arguments: str) -> None:
    done = subprocess.run([sys.executable, "-m", "ruff", *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"ruff could not format the generated code:\n{done.stdout}{done.stderr}")


def write_files(files: Files, folder: Path) -> None:
    """Write files below a folder."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def read_files(folder: Path) -> Files:
    """All files below a folder, what tools leave behind excepted. What is no UTF-8 text reads as such a text never."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes().decode("utf-8", "surrogateescape")
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not _is_of_tools(file.relative_to(folder))
    }


def _is_of_tools(file: Path) -> bool:
    return any(part in _IGNORED or part.endswith(".egg-info") for part in file.parts)


MARK = "# Made by `nox -s generate` from "
"""How Python files of a client begin."""
_AT_THE_TOP = frozenset({"GETTING_STARTED.md", "README.md", "pyproject.toml"})


def foreign_file(folder: Path) -> str | None:
    """A file that shows that a folder is not a client that was generated; None if it is one, or empty.

    A client consists of its pages, `pyproject.toml` and one package below `src`, whose version says who made it.
    """
    if folder.exists() and not folder.is_dir():
        return folder.name
    files = read_files(folder) if folder.exists() else {}
    others = (name for name in files if name not in _AT_THE_TOP and not name.startswith("src/"))
    made = any(name.endswith("/_version.py") and text.startswith(MARK) for name, text in files.items())
    return next(others, None if made else next(iter(files), None))


def replace_folder(files: Files, folder: Path) -> None:
    """Put files in the place of whatever is in a folder. The old ones go only when the new ones are written."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".new-") as place:
        fresh, old = Path(place) / "fresh", Path(place) / "old"
        write_files(files, fresh)
        if folder.exists():
            folder.rename(old)
        try:
            fresh.rename(folder)
        except OSError:
            if old.exists():
                old.rename(folder)
            raise
        shutil.rmtree(old, ignore_errors=True)


def differences(files: Files, folder: Path) -> Iterator[str]:
    """One line for each file that is changed, missing or extra in a folder."""
    present = read_files(folder) if folder.exists() else {}
    for name in sorted(files.keys() | present.keys()):
        if name not in present:
            yield f"missing: {folder / name}"
        elif name not in files:
            yield f"extra: {folder / name}"
        elif files[name] != present[name]:
            yield f"changed: {folder / name}"


Files = dict[str, str]
