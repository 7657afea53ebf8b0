"""The fields of a model that the specification does not know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, overload

from .._errors import InvalidArgument
from .edits import UNKNOWN, note_assigned, snapshot
from .slots import ModelSlots, set_unknown, unknown_of

JsonObject = dict[str, Any]


class UnknownFields:
    """The fields of the response that the specification does not know, by the vendor's names. Reading returns a
    copy."""

    def __init__(self, *, default: None) -> None:
        """Declare them. Type checkers look for `default`."""

    @overload
    def __get__(self, model: None, owner: type) -> Self: ...
    @overload
    def __get__(self, model: ModelSlots, owner: type) -> JsonObject: ...
    def __get__(self, model: ModelSlots | None, owner: type) -> Self | JsonObject:
        return self if model is None else snapshot(unknown_of(model))

    def __set__(self, model: ModelSlots, value: Mapping[str, Any] | None) -> None:
        before = unknown_of(model)
        self.put(model, value)
        note_assigned(model, {UNKNOWN: before})

    def put(self, model: ModelSlots, value: Mapping[str, Any] | None) -> None:
        """Keep what is given to the constructor. Raises `InvalidArgument` for a declared field."""
        for one in model.__fields__:
            if value and one.wire in value:
                raise InvalidArgument(f"unknown_fields: {one.wire!r} is declared; set {one.name} instead")
        set_unknown(model, dict(value) if value else None)


class CarriedFields(dict[str, Any]):
    """Unknown fields as `attrs.evolve` passes them to the constructor of a copy.

    It passes each attribute to the constructor, so this is where a copy learns what it is a copy of, and thereby what
    was edited.
    """

    __slots__ = ("model",)

    def __init__(self, model: ModelSlots) -> None:
        super().__init__(unknown_of(model))
        self.model = model
