"""The number of the first page, as a parameter says it."""

from __future__ import annotations

import re
from typing import Any, Final

from ..spec.document import Json

_FROM: Final = {
    0: re.compile(
        r"(0|zero)[- ]?(based|index)|(start|begin|index|count|number)\w*[^.;]{0,20} (at|from|with) (0|zero)\b"
        r"|first page (is|has|=)[^.;]{0,20}\b(0|zero)\b|\(0\.\.|default\w*( is| to|:|=)? ?`?0\b|page 0\b",
        re.IGNORECASE,
    ),
    1: re.compile(
        r"(1|one)[- ]?(based|index)|(start|begin|index|count|number)\w*[^.;]{0,20} (at|from|with) (1|one)\b"
        r"|first page (is|has|=)[^.;]{0,20}\b(1|one)\b|, from 1\b|\(1\.\.|default\w*( is| to|:|=)? ?`?1\b|page 1\b",
        re.IGNORECASE,
    ),
}


def first_page(parameter: Json) -> int | None:
    """The number that requests the first page; None if the parameter does not say it."""
    schema: Json = parameter.get("schema") or {}
    text = f"{parameter.get('description') or ''} {schema.get('description') or ''}"
    said = [number for number, pattern in _FROM.items() if pattern.search(text)]
    if len(said) == 1:
        return said[0]
    return _number(schema.get("default")) if "default" in schema else _least(schema)


def _least(schema: Json) -> int | None:
    """The smallest number that the parameter takes."""
    least = _number(schema.get("minimum"))
    return 1 if least == 0 and schema.get("exclusiveMinimum") is True else least


def _number(value: Any) -> int | None:
    """A number that a first page can have."""
    return int(value) if isinstance(value, (int, float)) and value in (0, 1) else None
