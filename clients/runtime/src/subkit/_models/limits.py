"""Limits of a schema that count for requests only: lengths, patterns, ranges, and how many of which."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from typing import Any, Final

from .._formats.json import is_array, is_object
from .violations import Path, Violation

Schema = Mapping[str, Any]


def exactly_one(schema: Schema, value: dict[str, Any], path: Path) -> Iterator[Violation]:
    """Whether an object has exactly one of the fields of which it has to."""
    names: tuple[str, ...] = tuple(schema.get("exactlyOne", ()))
    given = [name for name in names if value.get(name) is not None]
    if names and len(given) != 1:
        got = f"{len(given)} of them" if given else "none of them"
        yield Violation(path, "unknown_value", f"exactly one of {', '.join(names)}", got)


def array_limits(schema: Schema, value: list[Any], path: Path) -> Iterator[Violation]:
    """Where an array has too few or too many items, or one of them twice."""
    yield from _count(schema, "minItems", "maxItems", len(value), "items", path)
    if schema.get("uniqueItems") and len(set(map(_key, value))) < len(value):
        yield Violation(path, "bad_format", "items that differ from each other", "one of them twice")


def _key(value: Any) -> Hashable:
    """What is equal for equal values of JSON: 1 is 1.0, and not true."""
    if is_array(value):
        return ("array", *map(_key, value))
    if is_object(value):
        return frozenset((name, _key(item)) for name, item in value.items())
    return isinstance(value, bool), value


def scalar_limits(schema: Schema, value: Any, path: Path) -> Iterator[Violation]:
    """Where a scalar exceeds the lengths, the pattern or the range of its schema."""
    if isinstance(value, str):
        yield from _count(schema, "minLength", "maxLength", len(value), "characters", path)
        pattern = schema.get("pattern")
        if pattern is not None and re.search(_python(pattern), value) is None:
            yield Violation(
                path, "bad_format", f"text of the pattern {pattern}", f"a string of {len(value)} characters"
            )
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield from _range(schema, value, path)
        yield from _width(schema, value, path)


def _python(pattern: str) -> str:
    # At the end of an ECMA pattern `$` means the end; in Python also the place before a last line break.
    return pattern[:-1] + r"\Z" if pattern.endswith("$") and not pattern.endswith(r"\$") else pattern


def _count(schema: Schema, least: str, most: str, count: int, of: str, path: Path) -> Iterator[Violation]:
    if count < schema.get(least, 0):
        yield Violation(path, "bad_format", f"at least {schema[least]} {of}", f"{count}")
    if most in schema and count > schema[most]:
        yield Violation(path, "bad_format", f"at most {schema[most]} {of}", f"{count}")


_BITS: Final[Mapping[str, int]] = {"int32": 31, "int64": 63}


def _width(schema: Schema, value: float, path: Path) -> Iterator[Violation]:
    bits = _BITS.get(schema.get("format", "")) if schema.get("type") == "integer" else None
    if bits is not None and not -(2**bits) <= value < 2**bits:
        yield Violation(path, "bad_format", f"an integer of {bits + 1} bits", "a larger one")


def _range(schema: Schema, value: float, path: Path) -> Iterator[Violation]:
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and (value < low or (value == low and schema.get("exclusiveMinimum"))):
        word = "more than" if schema.get("exclusiveMinimum") else "at least"
        yield Violation(path, "bad_format", f"{word} {low}", "a smaller number")
    if high is not None and (value > high or (value == high and schema.get("exclusiveMaximum"))):
        word = "less than" if schema.get("exclusiveMaximum") else "at most"
        yield Violation(path, "bad_format", f"{word} {high}", "a larger number")
