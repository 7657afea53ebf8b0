"""Reads a `facade.toml` or `behaviour.toml` as plain data, with the line number of each key."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from attrs import field, frozen

from ..diagnostics import Diagnostic, SpecError
from .document import Json


@frozen
class FacadeFile:
    """A `facade.toml` or `behaviour.toml` as plain data."""

    file: Path
    data: Json
    text: str = field(repr=False)

    def diagnostic(self, text: str, *keys: str) -> Diagnostic:
        """A diagnostic at the key that the last of `keys` names."""
        return Diagnostic(self.file, self.line(*keys), text)

    def line(self, *keys: str) -> int:
        """The line of a key, or of the nearest table or key above it."""
        lines = _toml_lines(self.text)
        while keys and keys not in lines:
            keys = keys[:-1]
        return lines.get(keys, 1)


def read_facade_file(file: Path) -> FacadeFile:
    """Read a `facade.toml` or `behaviour.toml`; a missing one is an empty one."""
    try:
        text = file.read_text("utf-8") if file.exists() else ""
        return FacadeFile(file, tomllib.loads(text), text)
    except UnicodeDecodeError:
        raise SpecError([Diagnostic(file, 1, "invalid TOML: not encoded in UTF-8")]) from None
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        line = int(at[1]) if at else len(file.read_text("utf-8").splitlines())
        raise SpecError([Diagnostic(file, line, f"invalid TOML: {error}")]) from None


_toml_key = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_toml_path = rf"{_toml_key}(?:\s*\.\s*{_toml_key})*"
_toml_line = re.compile(rf"^\s*(?:\[\s*({_toml_path})\s*\]|({_toml_path})\s*=)").match


def _toml_lines(text: str) -> dict[tuple[str, ...], int]:
    """The line on which each table and key begins."""
    lines: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if found := _toml_line(line):
            parts = tuple(part.strip("\"'") for part in re.findall(_toml_key, found[1] or found[2]))
            path = parts if found[1] else (*table, *parts)
            table = parts if found[1] else table
            for length in range(1, len(path) + 1):
                lines.setdefault(path[:length], number)
            lines[path] = number
    return lines
