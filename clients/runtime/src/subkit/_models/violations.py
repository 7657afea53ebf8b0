"""Where values violate their schema.

A field that a vendor adds is in every object of every list, and must not make lists slow or large. What such objects
have in common is therefore kept once; their drift, `Meta` and unknown fields are built when they are read.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .._meta import Drift
from .._values import evolve, frozen

if TYPE_CHECKING:
    from .._meta import DriftKind, Meta

Path = tuple[str | int, ...]

_plain = re.compile(r"[^\W\d]\w*", re.ASCII).fullmatch


def path_text(path: Path) -> str:
    """A path as users read it: `$.items[3].deliveryTarget`."""
    return "$" + "".join(f".{step}" if isinstance(step, str) and _plain(step) else f"[{step!r}]" for step in path)


@frozen
class Violation:
    """One place where a value violates its schema."""

    path: Path
    kind: DriftKind
    expected: str
    got: str
    hint: str = ""
    """What was probably meant. Known for requests only."""

    def drift(self, prefix: Path = ()) -> Iterator[Drift]:
        """The violation as users see it. `prefix` is the path of the validated value in the response."""
        yield Drift(path_text((*prefix, *self.path)), self.kind, self.expected, self.got)

    examples = drift


class DriftGroup:
    """Objects of one list that violate their schema in the same way. Each holds the group and its position in it."""

    __slots__ = ("_unknown", "meta", "path", "rows", "violations")

    def __init__(
        self, violations: tuple[Violation, ...], rows: Sequence[int], unknown: Mapping[str, list[Any]]
    ) -> None:
        self.violations: tuple[Violation, ...] = violations
        """The violations of each object, with paths that start at the object."""
        self.rows: array[int] = array("L", rows)
        """The positions of the objects in the list."""
        self.path: Path | None = None
        """The path of the list in its response."""
        self.meta: Meta | None = None
        """The `Meta` that all objects of the list share, drift aside."""
        self._unknown = unknown

    def take(self, models: Sequence[Any]) -> None:
        """Put the group into its models, given all models of the list."""
        for position, row in enumerate(self.rows):
            model = models[row]
            model.__meta__, model.__unknown__ = self, position

    def unknown_of(self, position: int) -> dict[str, Any]:
        """The unknown fields of an object."""
        return {name: values[position] for name, values in self._unknown.items()}

    def meta_of(self, position: int) -> Meta | str | None:
        """The `Meta` of an object, or its path if it has none and lacks a required field."""
        if self.path is None:
            return None
        path = (*self.path, self.rows[position])
        if self.meta is None:
            lacks_field = any(one.kind == "missing" and len(one.path) == 1 for one in self.violations)
            return path_text(path) if lacks_field else None
        return evolve(self.meta, drift=tuple(drift for one in self.violations for drift in one.drift(path)))


@frozen
class ItemViolations:
    """The violations of the objects of a list."""

    path: Path
    """The path of the list."""
    groups: list[DriftGroup]

    def drift(self) -> Iterator[Drift]:
        """All of them, in the order of the list."""
        rows = sorted((row, index) for index, one in enumerate(self.groups) for row in one.rows)
        for row, index in rows:
            for violation in self.groups[index].violations:
                yield from violation.drift((*self.path, row))

    def examples(self) -> Iterator[Drift]:
        """Those of the first object of each group."""
        for one in self.groups:
            for violation in one.violations:
                yield from violation.drift((*self.path, one.rows[0]))
