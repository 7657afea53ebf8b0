"""What is wrong with a specification: one clear line each, with file and line."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen


@frozen(order=True)
class Problem:
    """One thing that has to be mended in a specification before a client can be generated."""

    file: Path
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


class Refused(Exception):  # noqa: N818 - reads as what happened
    """The specification cannot be generated as it is."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
