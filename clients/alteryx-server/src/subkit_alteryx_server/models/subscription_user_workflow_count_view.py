# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""SubscriptionUserWorkflowCountView, a model of Alteryx Server API, subscriptions."""

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

_KNOWN = frozenset({"userCount", "workflowCount", "id", "name", "credentialId", "canShareSchedules"})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class SubscriptionUserWorkflowCountView(Model):
    """A subscription in a list, with its numbers of users and workflows.

    Required: `user_count`, `workflow_count`, `id`, `name`, `credential_id`, `can_share_schedules`. Reading one that
    the response left out raises `MissingField`.

    Source: page: Retrieve All Subscriptions, sample of 200; generated: SubscriptionUserWorkflowCountView
    """

    __module__ = "subkit_alteryx_server"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "userCount": {"type": "integer", "format": "int32"},
            "workflowCount": {"type": "integer", "format": "int32"},
            "id": {"type": "string"},
            "name": {"type": "string"},
            "credentialId": {"type": "string", "nullable": True},
            "canShareSchedules": {"type": "boolean"},
        },
        "required": (
            "userCount",
            "workflowCount",
            "id",
            "name",
            "credentialId",
            "canShareSchedules",
        ),
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_user_count", "userCount"),
        ("_workflow_count", "workflowCount"),
        ("_id", "id"),
        ("_name", "name"),
        ("_credential_id", "credentialId"),
        ("_can_share_schedules", "canShareSchedules"),
    )
    __identity__: ClassVar[str | None] = "id"

    _user_count: int | Unset
    _workflow_count: int | Unset
    _id: str | Unset
    _name: str | Unset
    _credential_id: str | None | Unset
    _can_share_schedules: bool | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        user_count: int,
        workflow_count: int,
        id: str,
        name: str,
        credential_id: str | None,
        can_share_schedules: bool,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._user_count = user_count
        self._workflow_count = workflow_count
        self._id = id
        self._name = name
        self._credential_id = credential_id
        self._can_share_schedules = can_share_schedules
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._user_count = get("userCount", UNSET)
        if type(value) is not int:
            notes.odd = True
        value = self._workflow_count = get("workflowCount", UNSET)
        if type(value) is not int:
            notes.odd = True
        value = self._id = get("id", UNSET)
        if type(value) is not str:
            notes.odd = True
        value = self._name = get("name", UNSET)
        if type(value) is not str:
            notes.odd = True
        value = self._credential_id = get("credentialId", UNSET)
        if value is not None and type(value) is not str:
            notes.odd = True
        value = self._can_share_schedules = get("canShareSchedules", UNSET)
        if type(value) is not bool:
            notes.odd = True
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def user_count(self) -> int:
        """Number of users in the subscription."""
        if self._user_count is UNSET:
            missing(self, "user_count")
        return self._user_count

    @user_count.setter
    def user_count(self, value: int | Unset) -> None:
        self._user_count = value

    @property
    def workflow_count(self) -> int:
        """Number of workflows in the subscription."""
        if self._workflow_count is UNSET:
            missing(self, "workflow_count")
        return self._workflow_count

    @workflow_count.setter
    def workflow_count(self, value: int | Unset) -> None:
        self._workflow_count = value

    @property
    def id(self) -> str:
        """Id of the subscription, 24 hexadecimal digits."""
        if self._id is UNSET:
            missing(self, "id")
        return self._id

    @id.setter
    def id(self, value: str | Unset) -> None:
        self._id = value

    @property
    def name(self) -> str:
        """Name of the subscription."""
        if self._name is UNSET:
            missing(self, "name")
        return self._name

    @name.setter
    def name(self, value: str | Unset) -> None:
        self._name = value

    @property
    def credential_id(self) -> str | None:
        """Id of the default credential. Empty or null for none."""
        if self._credential_id is UNSET:
            missing(self, "credential_id")
        return self._credential_id

    @credential_id.setter
    def credential_id(self, value: str | None | Unset) -> None:
        self._credential_id = value

    @property
    def can_share_schedules(self) -> bool:
        """Whether shared schedules are enabled."""
        if self._can_share_schedules is UNSET:
            missing(self, "can_share_schedules")
        return self._can_share_schedules

    @can_share_schedules.setter
    def can_share_schedules(self, value: bool | Unset) -> None:
        self._can_share_schedules = value
