"""What the schema of an object says about its fields as a whole: which are required, and which of several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from .violations import Violation

if TYPE_CHECKING:
    from .violations import Path


def missing_fields(
    schema: Mapping[str, Any], value: Mapping[str, Any], path: Path = (), *, request: bool
) -> Iterator[Violation]:
    """Required fields that are missing."""
    properties: Mapping[str, Mapping[str, Any]] = schema.get("properties", {})
    exempt = "readOnly" if request else "writeOnly"
    for name in schema.get("required", ()):
        if name not in value and not properties.get(name, {}).get(exempt):
            yield Violation((*path, name), "missing", "a value, because it is required", "nothing")


def field_choices(schema: Mapping[str, Any], value: Mapping[str, Any], path: Path = ()) -> Iterator[Violation]:
    """Fields of which, in a request, another number has to be given."""
    yield from _exactly_one(schema, value, path)
    yield from _required_sets(schema, value, path)


def _exactly_one(schema: Mapping[str, Any], value: Mapping[str, Any], path: Path) -> Iterator[Violation]:
    names: tuple[str, ...] = tuple(schema.get("exactlyOne", ()))
    given = [name for name in names if value.get(name) is not None]
    if names and len(given) != 1:
        got = f"{len(given)} of them" if given else "none of them"
        yield Violation(path, "unknown_value", f"exactly one of {', '.join(names)}", got)


def _required_sets(schema: Mapping[str, Any], value: Mapping[str, Any], path: Path) -> Iterator[Violation]:
    groups: tuple[tuple[tuple[str, ...], ...], ...] = schema.get("requiredSets", ())
    for sets in groups:
        if not any(value.keys() >= set(names) for names in sets):
            listed = " or ".join(" and ".join(names) for names in sets)
            yield Violation(path, "missing", f"the fields {listed}", "none of these")
