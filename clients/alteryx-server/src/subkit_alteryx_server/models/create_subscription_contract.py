# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""CreateSubscriptionContract, a model of Alteryx Server API, subscriptions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Self

from attrs import define
from subkit._models import (
    Model,
    Notes,
    Schema,
    missing,
)
from subkit._unset import UNSET, Unset

_KNOWN = frozenset({"name", "canShareSchedule", "credentialId"})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class CreateSubscriptionContract(Model):
    """The subscription to create.

    Required: `name`. Reading one that the response left out raises `MissingField`.

    Source: page: Create a New Subscription, Parameters; generated: CreateSubscriptionContract
    """

    __module__ = "subkit_alteryx_server"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "name": {"type": "string", "minLength": 1, "maxLength": 255},
            "canShareSchedule": {"type": "boolean"},
            "credentialId": {"type": "string"},
        },
        "required": ("name",),
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_name", "name"),
        ("_can_share_schedules", "canShareSchedule"),
        ("_credential_id", "credentialId"),
    )

    _name: str | Unset
    _can_share_schedules: bool | Unset
    _credential_id: str | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str,
        can_share_schedules: bool | Unset = UNSET,
        credential_id: str | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._name = name
        self._can_share_schedules = can_share_schedules
        self._credential_id = credential_id
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._name = get("name", UNSET)
        if type(value) is not str:
            notes.odd = True
        value = self._can_share_schedules = get("canShareSchedule", UNSET)
        if value is not UNSET and type(value) is not bool:
            notes.odd = True
        value = self._credential_id = get("credentialId", UNSET)
        if value is not UNSET and type(value) is not str:
            notes.odd = True
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def name(self) -> str:
        """Name of the subscription, 1 to 255 characters."""
        if self._name is UNSET:
            missing(self, "name")
        return self._name

    @name.setter
    def name(self, value: str | Unset) -> None:
        self._name = value

    @property
    def can_share_schedules(self) -> bool | None:
        """Whether shared schedules are enabled."""
        return None if self._can_share_schedules is UNSET else self._can_share_schedules

    @can_share_schedules.setter
    def can_share_schedules(self, value: bool | Unset) -> None:
        self._can_share_schedules = value

    @property
    def credential_id(self) -> str | None:
        """Id of the default credential of its users. Empty for none."""
        return None if self._credential_id is UNSET else self._credential_id

    @credential_id.setter
    def credential_id(self, value: str | Unset) -> None:
        self._credential_id = value
