"""Where values depart from the specification.

A field that a vendor added is in every object of every list, and must not make lists slow or large. So what such
objects have in common is kept once, and their drift, `Meta` and unknown fields are put together when they are asked
for.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from .._meta import Drift

if TYPE_CHECKING:
    from .._meta import DriftKind, Meta

Path = tuple[str | int, ...]

_plain = re.compile(r"[^\W\d]\w*", re.ASCII).fullmatch


def path_text(path: Path) -> str:
    """A path as users read it: `$.items[3].deliveryTarget`."""
    return "$" + "".join(f".{step}" if isinstance(step, str) and _plain(step) else f"[{step!r}]" for step in path)


@frozen
class Finding:
    """One place where a value departs from its schema."""

    path: Path
    kind: DriftKind
    expected: str
    got: str

    def drift(self, prefix: Path = ()) -> Iterator[Drift]:
        """As users get it. `prefix` is where the value is that was walked."""
        yield Drift(path_text((*prefix, *self.path)), self.kind, self.expected, self.got)

    examples = drift


class DriftGroup:
    """Objects of one list that depart in the same way. Each knows the group, and its position in it."""

    __slots__ = ("_unknown", "findings", "meta", "path", "rows")

    def __init__(self, findings: tuple[Finding, ...], rows: Sequence[int], unknown: Mapping[str, list[Any]]) -> None:
        self.findings = findings
        """Where an object departs. Their paths start at the object."""
        self.rows = array("L", rows)
        """The positions of the objects in the list."""
        self.path: Path | None = None
        """Where the list is in its response."""
        self.meta: Meta | None = None
        """What the `Meta` of these objects has in common with those of the other objects in the list."""
        self._unknown = unknown

    def take(self, models: Sequence[Any]) -> None:
        """Let the models among those of the list know of the group."""
        for position, row in enumerate(self.rows):
            model = models[row]
            model.__meta__, model.__unknown__ = self, position

    def unknown_of(self, position: int) -> dict[str, Any]:
        """The unknown fields of an object."""
        return {name: values[position] for name, values in self._unknown.items()}

    def meta_of(self, position: int) -> Meta | str | None:
        """The `Meta` of an object, or its path if it has none and lacks a field."""
        if self.path is None:
            return None
        path = (*self.path, self.rows[position])
        if self.meta is None:
            return (
                path_text(path) if any(one.kind == "missing" and len(one.path) == 1 for one in self.findings) else None
            )
        return evolve(self.meta, drift=tuple(drift for one in self.findings for drift in one.drift(path)))


@frozen
class ItemFindings:
    """Where the objects of a list depart from the specification."""

    path: Path
    """Where the list is."""
    groups: list[DriftGroup]

    def drift(self) -> Iterator[Drift]:
        """All of it, in the order of the list."""
        rows = sorted((row, index) for index, one in enumerate(self.groups) for row in one.rows)
        for row, index in rows:
            for finding in self.groups[index].findings:
                yield from finding.drift((*self.path, row))

    def examples(self) -> Iterator[Drift]:
        """The drift of one object of each group."""
        for one in self.groups:
            for finding in one.findings:
                yield from finding.drift((*self.path, one.rows[0]))
