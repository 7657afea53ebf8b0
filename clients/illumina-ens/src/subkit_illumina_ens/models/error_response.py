# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""ErrorResponse, a model of Illumina Connected Analytics v1, Event Notification Service."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Self

from attrs import define
from subkit._models import (
    Model,
    Notes,
    Reader,
    Schema,
    as_given,
)
from subkit._unset import UNSET, Unset

_KNOWN = frozenset({"code", "message", "details"})
_read_details = Reader({"type": "array", "items": {}, "nullable": True})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class ErrorResponse(Model):
    """An error. The vendor guarantees none of its fields.

    Source: swagger: definitions, ErrorResponse
    """

    __module__ = "subkit_illumina_ens"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "code": {"type": "string", "nullable": True},
            "message": {"type": "string", "nullable": True},
            "details": {"type": "array", "items": {}, "nullable": True},
        },
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_code", "code"),
        ("_message", "message"),
        ("_details", "details"),
    )

    _code: str | None | Unset
    _message: str | None | Unset
    _details: list[Any] | None | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        code: str | None | Unset = UNSET,
        message: str | None | Unset = UNSET,
        details: Sequence[Any] | None | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._code = code
        self._message = message
        self._details = as_given(details)
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._code = get("code", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._message = get("message", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._details = get("details", UNSET)
        if value is not UNSET:
            self._details = _read_details(value, notes)
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def code(self) -> str | None:
        """Error code."""
        return None if self._code is UNSET else self._code

    @code.setter
    def code(self, value: str | None | Unset) -> None:
        self._code = value

    @property
    def message(self) -> str | None:
        """Error message."""
        return None if self._message is UNSET else self._message

    @message.setter
    def message(self, value: str | None | Unset) -> None:
        self._message = value

    @property
    def details(self) -> list[Any] | None:
        """Details of the error. Their format is not documented."""
        return None if self._details is UNSET else self._details

    @details.setter
    def details(self, value: Sequence[Any] | None | Unset) -> None:
        self._details = as_given(value)
