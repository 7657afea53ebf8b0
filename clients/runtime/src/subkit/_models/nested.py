"""Walks through values that contain models, lists and dicts, by the vendor's names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .._formats.json import is_array, is_object
from .slots import ModelSlots

if TYPE_CHECKING:
    from .violations import Path


def models_in(value: object, path: Path = ()) -> Iterator[tuple[Path, ModelSlots]]:
    """The models in a value, including itself, each with its path."""
    if isinstance(value, ModelSlots):
        yield path, value
        for slot, name in value.__names__:
            yield from models_in(getattr(value, slot), (*path, name))
    elif is_array(value):
        for index, item in enumerate(value):
            yield from models_in(item, (*path, index))
    elif is_object(value):
        for key, item in value.items():
            yield from models_in(item, (*path, key))


def locate(value: Any, path: Path) -> Any:
    """The Python value at a path of a decoded response, or None."""
    for step in path:
        if isinstance(value, ModelSlots):
            slot = next((slot for slot, name in value.__names__ if name == step), None)
            value = getattr(value, slot) if slot else None
        else:
            try:
                value = value[step]
            except (TypeError, LookupError):
                return None
    return value
