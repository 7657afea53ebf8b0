"""The checks of `behaviour.toml`: what a vendor refuses although its specification allows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from .._formats.json import is_array
from .._unset import UNSET
from .refusal import Refused
from .spec import Json
from .templates import Values, at, fill

_NOTHING: tuple[Any, ...] = (UNSET, None, [], {}, "")
_SOURCES = ("body", "query", "path", "object")


def run_checks(checks: list[Json], values: Values, collections: Mapping[str, list[Json]], default: int) -> None:
    """Refuse a request that one of the checks is against."""
    for check in checks:
        applies = all(_find(values, path) == value for path, value in check.get("when", {}).items())
        wrong = next(_failures(check, values, collections), None) if applies else None
        if wrong is not None:
            detail = str(fill(check.get("message", wrong), values))
            raise Refused(check.get("status", default), "check", detail)


def _failures(check: Json, values: Values, collections: Mapping[str, list[Json]]) -> Iterator[str]:
    full = (one for one in check.get("empty", ()) if _find(values, f"object.{one}") not in _NOTHING)
    yield from (f"{path} must be empty" for path in full)
    missing = (one for one in check.get("required", ()) if _find(values, one) in (UNSET, None))
    yield from (f"{path} is missing" for path in missing)
    for path, collection in check.get("exists", {}).items():
        known = {one["id"] for one in collections.get(collection, ())}
        if any(one not in known for one in _each(_find(values, path))):
            yield f"{path} must be in {collection}"
    for path, pattern in check.get("matches", {}).items():
        if any(re.search(pattern, str(one)) is None for one in _each(_find(values, path))):
            yield f"{path} is not as {pattern}"


def _each(value: Any) -> list[Any]:
    """The values to check: none, if there is none."""
    if value is UNSET or value is None:
        return []
    return value if is_array(value) else [value]


def _find(values: Values, path: str) -> Any:
    """The value at a path, which starts in the body unless it says otherwise."""
    first, *rest = path.split(".")
    return at(values.get(first, {}), rest) if first in _SOURCES else at(values.get("body", {}), [first, *rest])
