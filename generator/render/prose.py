"""Prose as docstrings show it: paragraphs that flow, whole sentences, and the limits of a value in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..ir.nodes import Schema

_BLOCK = re.compile(r"\s*(?:[-*+] |\d+[.)] |[#|>]|```|~~~)|(?: {4}|\t)")
"""What a line begins with that is more than a line of a paragraph: a list, heading, table, quotation, or code."""
_FENCE = ("```", "~~~")
_RANGES = (
    ("minLength", "maxLength", "character"),
    ("minItems", "maxItems", "item"),
    ("minimum", "maximum", ""),
)
_FORMATS = {"uuid": "A UUID", "uri": "A URI"}


def flow(text: str) -> str:
    """Prose with each paragraph on one line; lists, tables and code keep their lines."""
    lines: list[str] = []
    fenced = False
    for line in text.strip().splitlines():
        fence = line.lstrip().startswith(_FENCE)
        if _continues(lines, line) and not (fence or fenced):
            lines[-1] += f" {line.strip()}"
        else:
            lines.append(line.rstrip())
        fenced ^= fence
    return "\n".join(lines)


def _continues(lines: list[str], line: str) -> bool:
    """Whether a line goes on with the one above it."""
    above = lines[-1].lstrip() if lines else ""
    return bool(above and line.strip()) and not _BLOCK.match(line) and not above.startswith(("#", "|", *_FENCE))


def one_line(text: str) -> str:
    """A text as one line that ends like a sentence."""
    return sentence(" ".join(text.split()))


def sentence(text: str) -> str:
    """A text with a full stop."""
    text = text.strip()
    return text if not text or text.endswith((".", "!", "?", ":")) else f"{text}."


def beyond(text: str, said: str) -> str:
    """A text without what it begins with, if that has been said already."""
    return text.removeprefix(sentence(said)).lstrip() if sentence(text) != sentence(said) else ""


def paragraphs(*parts: str) -> str:
    """Paragraphs, as far as there are such."""
    return "\n\n".join(part for part in parts if part)


def section(title: str, lines: Iterable[str]) -> str:
    """A section of a docstring, if it has lines."""
    found = [f"    {line}" for line in lines]
    return "\n".join((f"{title}:", *found)) if found else ""


def listed(values: Iterable[Any]) -> str:
    """Values as code, with commas between them."""
    return ", ".join(f"`{value}`" for value in values)


def server_default(value: str, said: str, *, required: bool) -> str:
    """What the server takes where an argument is left out, unless it is said already."""
    if not value or re.search(rf"default[^.]*`{re.escape(value)}`", said, re.IGNORECASE):
        return ""
    return f"Required, although the default is `{value}`." if required else f"Server default: `{value}`."


def limits(schema: Schema, said: str = "") -> str:
    """The limits of a value, as sentences, as far as they are not said already."""
    return " ".join(sentence(part) for part in _limits(schema, said))


def _limits(schema: Schema, said: str) -> Iterator[str]:
    kind = _FORMATS.get(schema.get("format", ""), "")
    if kind and kind.split()[-1] not in said:
        yield kind
    for low, high, unit in _RANGES:
        found = _range(schema.get(low), schema.get(high), unit)
        if found and not all(_has_number(said, schema[key]) for key in (low, high) if key in schema):
            yield found
    if "pattern" in schema and str(schema["pattern"]) not in said:
        yield f"Must match `{schema['pattern']}`"
    if "enum" in schema and not all(f"`{value}`" in said for value in schema["enum"]):
        yield f"One of {listed(schema['enum'])}"


def _range(low: Any, high: Any, unit: str) -> str:
    if low is None and high is None:
        return ""
    units = f" {unit}{'' if (high if high is not None else low) == 1 else 's'}" if unit else ""
    if low is None or high is None:
        return f"At least {low}{units}" if high is None else f"At most {high}{units}"
    return f"Exactly {low}{units}" if low == high else f"{low} to {high}{units}"


def _has_number(text: str, number: Any) -> bool:
    return bool(re.search(rf"(?<![\w.]){re.escape(str(number))}(?!\w|\.\d)", text.replace(",", "")))
