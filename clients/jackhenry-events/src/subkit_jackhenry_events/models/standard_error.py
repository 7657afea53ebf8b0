# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""StandardError, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, Self

from attrs import define
from subkit._models import (
    Model,
    Notes,
    Reader,
    Schema,
    as_given,
    kind_of,
    missing,
)
from subkit._unset import UNSET, Unset

_KNOWN = frozenset({"type", "title", "details", "data"})
_read_data = Reader({"type": "object", "additionalProperties": True, "nullable": True})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class StandardError(Model):
    """An error. The media type is that of RFC 9457, but not the fields: there is no status, there can be several
    details, and the type is a path instead of a URI.

    Required: `type`, `title`, `details`. Reading one that the response left out raises `MissingField`.

    Source: page: components, schemas, StandardError
    """

    __module__ = "subkit_jackhenry_events"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "type": {"type": "string"},
            "title": {"type": "string"},
            "details": {"type": "array", "items": {"type": "string"}},
            "data": {"type": "object", "additionalProperties": True, "nullable": True},
        },
        "required": (
            "type",
            "title",
            "details",
        ),
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_type", "type"),
        ("_title", "title"),
        ("_details", "details"),
        ("_data", "data"),
    )

    _type: str | Unset
    _title: str | Unset
    _details: list[str] | Unset
    _data: dict[str, Any] | None | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        type: str,
        title: str,
        details: Sequence[str],
        data: Mapping[str, Any] | None | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._type = type
        self._title = title
        self._details = as_given(details)
        self._data = as_given(data)
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._type = get("type", UNSET)
        if type(value) is not str:
            notes.odd = True
        value = self._title = get("title", UNSET)
        if type(value) is not str:
            notes.odd = True
        value = self._details = get("details", UNSET)
        kind = kind_of(value)
        if kind is not list or not {str}.issuperset(map(type, value)):
            notes.odd = True
        value = self._data = get("data", UNSET)
        if value is not UNSET:
            self._data = _read_data(value, notes)
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def type(self) -> str:
        """Type of the error as a path, such as `jackhenry/operation-failed`."""
        if self._type is UNSET:
            missing(self, "type")
        return self._type

    @type.setter
    def type(self, value: str | Unset) -> None:
        self._type = value

    @property
    def title(self) -> str:
        """Short error message."""
        if self._title is UNSET:
            missing(self, "title")
        return self._title

    @title.setter
    def title(self, value: str | Unset) -> None:
        self._title = value

    @property
    def details(self) -> list[str]:
        """Longer error messages. May be empty."""
        if self._details is UNSET:
            missing(self, "details")
        return self._details

    @details.setter
    def details(self, value: Sequence[str] | Unset) -> None:
        self._details = as_given(value)

    @property
    def data(self) -> dict[str, Any] | None:
        """Additional data. The format is not documented; may be null."""
        return None if self._data is UNSET else self._data

    @data.setter
    def data(self, value: Mapping[str, Any] | None | Unset) -> None:
        self._data = as_given(value)
