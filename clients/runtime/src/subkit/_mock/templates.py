"""Fills in the placeholders of `behaviour.toml`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from .._formats.json import is_array, is_object
from .._unset import UNSET

Values = Mapping[str, Any]
"""What placeholders stand for: values, functions of what follows a colon, and objects for what follows a dot."""
_single = re.compile(r"\{([^{}]+)\}").fullmatch
_names = re.compile(r"\{([^{}]+)\}").findall
_each = re.compile(r"\{([^{}]+)\}").sub


def fill(template: Any, values: Values) -> Any:
    """A template with its placeholders filled in.

    A string that is one placeholder becomes its value, of whatever type; a property without a value is left out. A
    text around a placeholder that stands for null is empty as a whole.
    """
    if is_object(template):
        filled = {name: fill(value, values) for name, value in template.items()}
        return {name: value for name, value in filled.items() if value is not UNSET}
    if is_array(template):
        return [found for value in template if (found := fill(value, values)) is not UNSET]
    if not isinstance(template, str):
        return template
    if single := _single(template):
        return _value(single[1], values)
    found = {name: _value(name, values) for name in _names(template)}
    return "" if None in found.values() else _each(lambda match: _text(found[match[1]]), template)


def _text(value: Any) -> str:
    return "" if value is UNSET else str(value)


def _value(name: str, values: Values) -> Any:
    head, _, argument = name.partition(":")
    first, *rest = head.split(".")
    value = values.get(first, UNSET)
    if callable(value):
        return value(argument)
    return at(value, rest) if rest else value


def at(value: Any, path: list[str]) -> Any:
    """The value at a path of property names, or UNSET. `count` at the end of an array is its length."""
    for name in path:
        if is_array(value) and name == "count":
            return len(value)
        if not is_object(value) or name not in value:
            return UNSET
        value = value[name]
    return value


def moment(now: datetime) -> Callable[[str], str]:
    """The date and time as text with as many digits of a second as it is asked for; six unless it says so."""

    def text(digits: str) -> str:
        fraction = f"{now.astimezone(UTC):%f}".ljust(9, "0")[: int(digits or "6")]
        return f"{now.astimezone(UTC):%Y-%m-%dT%H:%M:%S}{'.' + fraction if fraction else ''}Z"

    return text
