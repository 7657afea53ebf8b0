"""Errors in a specification, each reported on one line with its file and line number."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from attrs import frozen


@frozen(order=True)
class Diagnostic:
    """One error that has to be corrected before a client can be generated."""

    file: Path
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


class SpecError(Exception):
    """The specification has errors, so no client is generated."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        super().__init__("\n".join(map(str, diagnostics)))
        self.diagnostics = diagnostics


@contextmanager
def limited_depth(file: Path) -> Generator[None]:
    """Report a `RecursionError` as an error in this file: its schemas are too deep to work on."""
    try:
        yield
    except RecursionError:
        text = "schemas are nested, or refer to each other, too deeply"
        raise SpecError([Diagnostic(file, 1, text)]) from None
