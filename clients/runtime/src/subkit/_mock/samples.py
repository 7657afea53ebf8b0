"""A value that a schema allows, the same one each time."""

from __future__ import annotations

import re
from typing import Any, Final

from .._models.schema import Schema
from .projection import whole

UUID: Final = "12345678-1234-4234-8234-123456789012"
_parser: Any = re._parser  # type: ignore[attr-defined]  # there is no public one


def sample_text(schema: Schema, name: str) -> str:
    """A text for a parameter: called like it, if nothing else is said."""
    plain = whole(schema)
    if "enum" in plain:
        return str(plain["enum"][0])
    if plain.get("format") == "uuid":
        return UUID
    if plain.get("type") in ("integer", "number"):
        return str(plain.get("minimum", 1))
    if "pattern" in plain:
        return _matching(_parser.parse(plain["pattern"]))
    text = f"fake-{name.replace('_', '-')}"
    return text.ljust(plain.get("minLength", 0), "x")[: plain.get("maxLength")]


def _matching(parts: Any) -> str:
    """The shortest text of the first letters that a parsed pattern matches."""
    return "".join(_part(str(kind), value) for kind, value in parts)


def _part(kind: str, value: Any) -> str:
    match kind:
        case "LITERAL" | "RANGE":
            return chr(int(value if kind == "LITERAL" else value[0]))
        case "IN":
            return _part(str(value[0][0]), value[0][1])
        case "CATEGORY":
            return "0" if "DIGIT" in str(value) else "x"
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return _matching(value[2]) * max(int(value[0]), 1)
        case "SUBPATTERN":
            return _matching(value[3])
        case "BRANCH":
            return _matching(value[1][0])
        case _:
            return "x" if kind in ("ANY", "NOT_LITERAL") else ""
