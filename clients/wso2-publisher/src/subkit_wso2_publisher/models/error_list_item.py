# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""ErrorListItem, a model of WSO2 API Manager Publisher, subscriptions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Self

from attrs import define
from subkit._models import (
    Model,
    Notes,
    Reader,
    Schema,
    as_given,
    missing,
)
from subkit._unset import UNSET, Unset

_KNOWN = frozenset({"code", "message"})
_read_code = Reader(
    {
        "oneOf": (
            {"type": "string"},
            {"type": "integer", "format": "int64"},
        )
    }
)


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class ErrorListItem(Model):
    """A detail of an error.

    Required: `code`, `message`. Reading one that the response left out raises `MissingField`.

    Source: v0.11: definitions, ErrorListItem
    """

    __module__ = "subkit_wso2_publisher"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "code": {
                "oneOf": (
                    {"type": "string"},
                    {"type": "integer", "format": "int64"},
                )
            },
            "message": {"type": "string"},
        },
        "required": (
            "code",
            "message",
        ),
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_code", "code"),
        ("_message", "message"),
    )

    _code: str | int | Unset
    _message: str | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        code: str | int,
        message: str,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._code = as_given(code)
        self._message = message
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._code = get("code", UNSET)
        if value is not UNSET:
            self._code = _read_code(value, notes)
        else:
            notes.odd = True
        value = self._message = get("message", UNSET)
        if type(value) is not str:
            notes.odd = True
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def code(self) -> str | int:
        """Error code. Servers send strings and integers."""
        if self._code is UNSET:
            missing(self, "code")
        return self._code

    @code.setter
    def code(self, value: str | int | Unset) -> None:
        self._code = as_given(value)

    @property
    def message(self) -> str:
        """Message of the detail."""
        if self._message is UNSET:
            missing(self, "message")
        return self._message

    @message.setter
    def message(self, value: str | Unset) -> None:
        self._message = value
