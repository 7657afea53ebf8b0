"""How many changes were noticed, and why the others need not be."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from attrs import frozen

from .mutants import Mutant

WANTED = 0.85
"""More than this part of the changes of a module has to be noticed."""

Reasons = dict[tuple[str, str, str], dict[str, Any]]
"""Why changes are let pass: entries of survivors.toml, by module, function, and the lines before the change."""


def read_reasons(path: Path) -> Reasons:
    tables = tomllib.loads(path.read_text("utf-8"))
    return {(module, one["function"], one["was"]): one for module, entries in tables.items() for one in entries}


@frozen
class Score:
    """The result of one module."""

    module: str
    tried: int
    survivors: list[Mutant]
    reasons: Reasons

    def reason(self, survivor: Mutant) -> str | None:
        """Why this one is let pass, or None."""
        entry = self.reasons.get((self.module, survivor.function, survivor.was))
        if entry is None:
            return None
        known = _only_words(survivor) if entry["now"] == "words" else survivor.now in entry["now"]
        return entry["reason"] if known else None

    @property
    def part(self) -> float:
        """The part that was noticed."""
        return 1 - len(self.survivors) / self.tried if self.tried else 0.0

    @property
    def bare(self) -> list[Mutant]:
        """Survivors without a reason."""
        return [one for one in self.survivors if self.reason(one) is None]

    @property
    def idle(self) -> list[str]:
        """Lines with a reason that no survivor needs."""
        left = {(self.module, one.function, one.was) for one in self.survivors}
        return [
            was
            for module, function, was in self.reasons
            if module == self.module and (module, function, was) not in left
        ]

    @property
    def enough(self) -> bool:
        """Whether the module passes."""
        return self.part > WANTED and not self.bare

    def __str__(self) -> str:
        noticed = self.tried - len(self.survivors)
        return f"{self.module:22} {self.part:7.1%} {noticed:5} of {self.tried:3}   {len(self.bare)}"


def _only_words(mutant: Mutant) -> bool:
    """Whether nothing but the words of a text was changed."""
    return mutant.now.replace("XX", "").casefold() == mutant.was.casefold()
