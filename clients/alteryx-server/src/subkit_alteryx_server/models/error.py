# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""Error, a model of Alteryx Server API, subscriptions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Self

from attrs import define
from subkit._models import (
    Model,
    Notes,
    Schema,
)
from subkit._unset import UNSET, Unset

_KNOWN = frozenset({"message"})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class Error(Model):
    """An error. The vendor documents no error body, so only `message` is read, if it is there.

    Source: client: reads message from an error body that is a JSON object, which neither the page nor the generated
    client describes
    """

    __module__ = "subkit_alteryx_server"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {"message": {"type": "string"}},
        "additionalProperties": True,
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (("_message", "message"),)

    _message: str | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        message: str | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._message = message
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._message = get("message", UNSET)
        if value is not UNSET and type(value) is not str:
            notes.odd = True
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
        return self

    @property
    def message(self) -> str | None:
        """Error message, if the server sends one."""
        return None if self._message is UNSET else self._message

    @message.setter
    def message(self, value: str | Unset) -> None:
        self._message = value
