# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""SubscriptionDataConnection, a model of Alteryx Server API, subscriptions."""

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

_KNOWN = frozenset({"dataConnectionId", "id"})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class SubscriptionDataConnection(Model):
    """A data connection of a subscription.

    Source: page: Create a New Subscription, sample of 201; generated: SubscriptionDataConnection
    """

    __module__ = "subkit_alteryx_server"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {"dataConnectionId": {"type": "string"}, "id": {"type": "string"}},
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_data_connection_id", "dataConnectionId"),
        ("_id", "id"),
    )

    _data_connection_id: str | Unset
    _id: str | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        data_connection_id: str | Unset = UNSET,
        id: str | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._data_connection_id = data_connection_id
        self._id = id
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._data_connection_id = get("dataConnectionId", UNSET)
        if value is not UNSET and type(value) is not str:
            notes.odd = True
        value = self._id = get("id", UNSET)
        if value is not UNSET and type(value) is not str:
            notes.odd = True
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def data_connection_id(self) -> str | None:
        """Id of the data connection."""
        return None if self._data_connection_id is UNSET else self._data_connection_id

    @data_connection_id.setter
    def data_connection_id(self, value: str | Unset) -> None:
        self._data_connection_id = value

    @property
    def id(self) -> str | None:
        """Id of this entry, not that of the data connection."""
        return None if self._id is UNSET else self._id

    @id.setter
    def id(self, value: str | Unset) -> None:
        self._id = value
