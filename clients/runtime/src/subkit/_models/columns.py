"""Decodes the values of one field in all objects of a list, as a column: each check is one pass over the column.

The result is what the compiled decoder makes of the values one by one. Where that notes drift, the object is marked.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import chain
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, cast

from .._formats.dates import are_datetimes, is_date, is_datetime
from .._formats.json import nest
from .._unset import UNSET, Unset
from .decoding import decoder_of
from .schema import Notes, is_uuid, open_enum, resolve

if TYPE_CHECKING:
    from .fields import AnyField

Column = Sequence[Any]
TYPES: Final[Mapping[str, type]] = {"string": str, "integer": int, "boolean": bool}


class Marks(dict[int, tuple[Hashable, ...]]):
    """Marks on the objects of a list that may violate their schema, by position. Objects with equal marks violate it in
    the same way."""

    nested = False
    """As `Notes.nested`."""

    def add(self, index: int, mark: Any) -> None:
        """Mark an object."""
        self[index] = (*self.get(index, ()), mark)

    def key(self, index: int, source: Any) -> tuple[Hashable, ...]:
        """What objects that violate their schema in the same way have in common. With several marks, this includes the
        order of fields, because violations are reported in that order."""
        own = self[index]
        return own if len(own) == 1 else (*own, *source)

    def moved(self, places: Sequence[int]) -> Marks:
        """The same marks for objects in other positions."""
        marks = Marks({places[index]: own for index, own in self.items()})
        marks.nested = self.nested
        return marks

    def add_values(self, wire: str | None, column: Column, is_unexpected: Callable[[Any], bool]) -> None:
        """Mark the objects with an unexpected value of a field, by what decides how it violates the schema. Without a
        field, the values are those of the list itself."""
        for index, value in enumerate(column):
            if is_unexpected(value):
                self.add(index, (wire, _kind_of(value)))

    def add_others(self, wire: str | None, column: Column, types: frozenset[type]) -> set[type]:
        """As `add_values`, for values of none of these types. Returns the types that occur."""
        found = set(map(type, column))
        if not found <= types:
            self.add_values(wire, column, lambda value: type(value) not in types)
        return found


def _kind_of(value: object) -> object:
    return value if type(value) in _VALUE_COUNTS else type(value)


_VALUE_COUNTS: Final = frozenset({float, str})
"""Types of which the value counts: a float may be an integer, and the length of a malformed string is reported."""

ColumnDecoder = Callable[[Column, Marks], Column]


def column_decoder_of(one: AnyField) -> ColumnDecoder:
    """The decoder for the column of a field."""
    return _DECODERS[one.kind](one)


def _types(one: AnyField, type_: type) -> frozenset[type]:
    """The types that the values of a field may have: that of the schema, and those of an absent value and of null if
    these are allowed."""
    nothing = () if one.required else (Unset,)
    return frozenset((type_, *nothing, *((NoneType,) if one.schema.get("nullable") else ())))


def _scalar(one: AnyField) -> ColumnDecoder:
    types = _types(one, TYPES[one.schema["type"]])

    def decode(column: Column, marks: Marks) -> Column:
        marks.add_others(one.wire, column, types)
        return column

    return decode


def _scalars(one: AnyField) -> ColumnDecoder:
    types, only = _types(one, list), frozenset({TYPES[one.schema["items"]["type"]]})

    def is_unexpected(value: Any) -> bool:
        return type(value) is list and not only.issuperset(map(type, cast("list[object]", value)))

    def decode(column: Column, marks: Marks) -> Column:
        found = marks.add_others(one.wire, column, types)
        if not only.issuperset(map(type, chain.from_iterable(_of_type(list, column, found)))):
            for index, value in enumerate(column):
                if is_unexpected(value):
                    marks.add(index, (one.wire, index))
        return column

    return decode


def _of_type(type_: type, column: Column, found: set[type]) -> Column:
    """The values of a type, given the types that occur in the column."""
    return column if found == {type_} else [value for value in column if type(value) is type_]


def _text(
    one: AnyField, is_right: Callable[[str], bool], are_right: Callable[[Sequence[str]], bool] | None = None
) -> ColumnDecoder:
    """Strings in a format, which are kept as strings. `are_right` checks many at once, and may err on the safe side."""
    types = _types(one, str)

    def decode(column: Column, marks: Marks) -> Column:
        found = marks.add_others(one.wire, column, types)
        texts = _of_type(str, column, found)
        if not (are_right(texts) if are_right else all(map(is_right, texts))):
            marks.add_values(one.wire, column, lambda value: type(value) is str and not is_right(value))
        return column

    return decode


def _enum(one: AnyField) -> ColumnDecoder:
    enum, type_ = open_enum(one.schema["open"])
    known = enum._value2member_map_
    types = _types(one, type_)

    def decode(column: Column, marks: Marks) -> Column:
        found = marks.add_others(one.wire, column, types)
        new = {value: enum(value) for value in set(_of_type(type_, column, found)).difference(known)}
        if new:
            marks.add_values(one.wire, column, lambda value: type(value) is type_ and value in new)
        members = {**known, **new}
        return [members[value] if type(value) is type_ else value for value in column]

    return decode


def _model(one: AnyField) -> ColumnDecoder:
    types = _types(one, dict)

    def decode(column: Column, marks: Marks) -> Column:
        found = marks.add_others(one.wire, column, types)
        if dict not in found:
            return column
        decoded = resolve(one.schema["ref"]).__decode_list__.decode(column)
        inner = decoded.mark_unknown(column)
        for index in inner:
            marks.add(index, (one.wire, inner.key(index, column[index])))
        marks.nested = marks.nested or inner.nested
        models: Column = decoded.models
        return models

    return decode


_SHALLOW: Final = 10
"""Levels of containers that bring no schema near the limit. Counting them here is cheaper than over a whole page."""


def _any(one: AnyField) -> ColumnDecoder:
    def decode(column: Column, marks: Marks) -> Column:
        marks.nested = marks.nested or nest(column, _SHALLOW)
        if one.required:
            marks.add_values(one.wire, column, lambda value: value is UNSET)
        return column

    return decode


def _each(one: AnyField) -> ColumnDecoder:
    """Values that only the decoder of single values can decode."""
    decode_value = decoder_of(one.schema)

    def decode(column: Column, marks: Marks) -> Column:
        notes, found = Notes(), list(column)
        for index, value in enumerate(column):
            notes.drifted = one.required and value is UNSET
            if value is not UNSET:
                found[index] = decode_value(value, notes)
            if notes.drifted:
                marks.add(index, (one.wire, index))
        marks.nested = marks.nested or notes.nested
        return found

    return decode


_DECODERS: Final[Mapping[str, Callable[[AnyField], ColumnDecoder]]] = {
    "any": _any,
    "scalar": _scalar,
    "scalars": _scalars,
    "datetime": lambda one: _text(one, is_datetime, are_datetimes),
    "date": lambda one: _text(one, is_date),
    "uuid": lambda one: _text(one, is_uuid),
    "enum": _enum,
    "model": _model,
    "models": _each,
    "other": _each,
}
