"""The places in a document, by their pointers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def places(value: Any, above: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The pointers of everything in a document."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in items:
        yield (*above, key)
        yield from places(one, (*above, key))
