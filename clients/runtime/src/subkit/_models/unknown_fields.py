"""The fields of a model that came and that the specification does not know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, overload

from .edits import UNKNOWN, note_assigned, snapshot
from .slots import ModelSlots

JsonObject = dict[str, Any]


class UnknownFields:
    """The fields that came and that the specification does not know, by the vendor's names. Reading gives a copy."""

    def __init__(self, *, default: None) -> None:
        """Declare them. `default` is what type checkers look for."""

    @overload
    def __get__(self, model: None, owner: type) -> Self: ...
    @overload
    def __get__(self, model: ModelSlots, owner: type) -> JsonObject: ...
    def __get__(self, model: ModelSlots | None, owner: type) -> Self | JsonObject:
        return self if model is None else snapshot(model.__unknown__ or {})

    def __set__(self, model: ModelSlots, value: Mapping[str, Any] | None) -> None:
        before = model.__unknown__
        self.put(model, value)
        note_assigned(model, {UNKNOWN: before})

    def put(self, model: ModelSlots, value: Mapping[str, Any] | None) -> None:
        """Keep what is given to the constructor."""
        model.__unknown__ = dict(value) if value else None


class CarriedFields(dict[str, Any]):
    """Unknown fields as `attrs.evolve` hands them to the constructor of a copy.

    It reads each attribute and gives it to the constructor, so this is where a copy can learn what it is a copy of, and
    thereby what was edited.
    """

    __slots__ = ("model",)

    def __init__(self, model: ModelSlots) -> None:
        super().__init__(model.__unknown__ or {})
        self.model = model
