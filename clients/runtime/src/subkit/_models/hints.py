"""What a caller probably meant by a name or a value that a request does not take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def value_hint(known: Iterable[object], value: object) -> str:
    """The value of an enum that was probably meant."""
    near = _closest(str(value), map(str, known))
    return f"did you mean {near[0]!r}?" if near else ""


def field_hint(schema: Mapping[str, Any], model: Any, name: str) -> str:
    """The field that was probably meant, by the vendor's name. In Python a model has others, which a dict does not."""
    python = {one.name: one.wire for one in model.__fields__} if model is not None else {}
    near = [name] if name in python else _closest(name, [*schema.get("properties", ()), *python])
    if not near:
        return ""
    hint = f"did you mean {python.get(near[0], near[0])!r}?"
    if model is not None and name in python:
        hint += f" A dict takes the vendor's names, {model.__name__}({name}=...) Python's"
    return hint


def _closest(word: str, known: Iterable[str]) -> list[str]:
    from difflib import get_close_matches  # noqa: PLC0415 - only for what is misspelt

    return get_close_matches(word, list(known), n=1)
