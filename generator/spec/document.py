"""A document as plain data, with the line number of everything in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeGuard

from attrs import field, frozen

from ..diagnostics import Diagnostic

Pointer = tuple[str | int, ...]
Json = dict[str, Any]


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a value is a mapping of a document."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Whether a value is a sequence of a document."""
    return isinstance(value, list)


@frozen
class Document:
    """A YAML or JSON file as plain data."""

    file: Path
    data: Json
    lines: dict[Pointer, int] = field(repr=False)

    def line(self, pointer: Pointer) -> int:
        """The line of a pointer, or of the nearest place above it that is known."""
        while pointer and pointer not in self.lines:
            pointer = pointer[:-1]
        return self.lines.get(pointer, 1)

    def diagnostic(self, pointer: Pointer, text: str) -> Diagnostic:
        """A diagnostic at a place in this document."""
        return Diagnostic(self.file, self.line(pointer), text)
