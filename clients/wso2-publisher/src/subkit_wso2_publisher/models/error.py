# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""Error, a model of WSO2 API Manager Publisher, subscriptions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Self

from attrs import define
from subkit._models import (
    Model,
    Notes,
    Schema,
    as_models,
    kind_of,
    missing,
    odd,
    read_all,
)
from subkit._unset import UNSET, Unset

from . import error_list_item as _error_list_item

if TYPE_CHECKING:
    from .error_list_item import ErrorListItem

_KNOWN = frozenset({"code", "message", "description", "moreInfo", "error"})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class Error(Model):
    """An error.

    Required: `code`, `message`. Reading one that the response left out raises `MissingField`.

    Source: v0.11: definitions, Error
    """

    __module__ = "subkit_wso2_publisher"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "code": {"type": "integer", "format": "int64"},
            "message": {"type": "string"},
            "description": {"type": "string"},
            "moreInfo": {"type": "string"},
            "error": {"type": "array", "items": {"ref": "subkit_wso2_publisher.models.error_list_item.ErrorListItem"}},
        },
        "required": (
            "code",
            "message",
        ),
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_code", "code"),
        ("_message", "message"),
        ("_description", "description"),
        ("_more_info", "moreInfo"),
        ("_error", "error"),
    )

    _code: int | Unset
    _message: str | Unset
    _description: str | Unset
    _more_info: str | Unset
    _error: list[ErrorListItem] | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        code: int,
        message: str,
        description: str | Unset = UNSET,
        more_info: str | Unset = UNSET,
        error: Sequence[ErrorListItem | Mapping[str, Any]] | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._code = code
        self._message = message
        self._description = description
        self._more_info = more_info
        self._error = as_models(_error_list_item.ErrorListItem, error)
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._code = get("code", UNSET)
        if type(value) is not int:
            notes.odd = True
        value = self._message = get("message", UNSET)
        if type(value) is not str:
            notes.odd = True
        value = self._description = get("description", UNSET)
        if value is not UNSET and type(value) is not str:
            notes.odd = True
        value = self._more_info = get("moreInfo", UNSET)
        if value is not UNSET and type(value) is not str:
            notes.odd = True
        value = get("error", UNSET)
        kind = kind_of(value)
        if kind is list:
            self._error = read_all(_error_list_item.ErrorListItem.__read__, value, notes)
        elif value is not UNSET:
            self._error = odd(value, notes)
        else:
            self._error = value
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def code(self) -> int:
        """Error code, usually the HTTP status."""
        if self._code is UNSET:
            missing(self, "code")
        return self._code

    @code.setter
    def code(self, value: int | Unset) -> None:
        self._code = value

    @property
    def message(self) -> str:
        """Short error message."""
        if self._message is UNSET:
            missing(self, "message")
        return self._message

    @message.setter
    def message(self, value: str | Unset) -> None:
        self._message = value

    @property
    def description(self) -> str | None:
        """Longer error message. May be empty."""
        return None if self._description is UNSET else self._description

    @description.setter
    def description(self, value: str | Unset) -> None:
        self._description = value

    @property
    def more_info(self) -> str | None:
        """Link to more information. Often empty."""
        return None if self._more_info is UNSET else self._more_info

    @more_info.setter
    def more_info(self, value: str | Unset) -> None:
        self._more_info = value

    @property
    def error(self) -> list[ErrorListItem] | None:
        """Details, if there are several. Often empty."""
        return None if self._error is UNSET else self._error

    @error.setter
    def error(self, value: Sequence[ErrorListItem | Mapping[str, Any]] | Unset) -> None:
        self._error = as_models(_error_list_item.ErrorListItem, value)
