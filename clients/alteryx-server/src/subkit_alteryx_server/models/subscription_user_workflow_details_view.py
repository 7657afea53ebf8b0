# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""SubscriptionUserWorkflowDetailsView, a model of Alteryx Server API, subscriptions."""

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

from . import user_info as _user_info
from . import workflow_info as _workflow_info

if TYPE_CHECKING:
    from .user_info import UserInfo
    from .workflow_info import WorkflowInfo

_KNOWN = frozenset({"users", "workflows", "id", "name", "credentialId", "canShareSchedules"})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class SubscriptionUserWorkflowDetailsView(Model):
    """A subscription, with its users and workflows.

    Required: `users`, `workflows`, `id`, `name`, `credential_id`, `can_share_schedules`. Reading one that the
    response left out raises `MissingField`.

    Source: page: Search for a Specific Subscription, sample of 200; generated: SubscriptionUserWorkflowDetailsView
    """

    __module__ = "subkit_alteryx_server"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "users": {"type": "array", "items": {"ref": "subkit_alteryx_server.models.user_info.UserInfo"}},
            "workflows": {"type": "array", "items": {"ref": "subkit_alteryx_server.models.workflow_info.WorkflowInfo"}},
            "id": {"type": "string"},
            "name": {"type": "string"},
            "credentialId": {"type": "string", "nullable": True},
            "canShareSchedules": {"type": "boolean"},
        },
        "required": (
            "users",
            "workflows",
            "id",
            "name",
            "credentialId",
            "canShareSchedules",
        ),
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_users", "users"),
        ("_workflows", "workflows"),
        ("_id", "id"),
        ("_name", "name"),
        ("_credential_id", "credentialId"),
        ("_can_share_schedules", "canShareSchedules"),
    )
    __identity__: ClassVar[str | None] = "id"

    _users: list[UserInfo] | Unset
    _workflows: list[WorkflowInfo] | Unset
    _id: str | Unset
    _name: str | Unset
    _credential_id: str | None | Unset
    _can_share_schedules: bool | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        users: Sequence[UserInfo | Mapping[str, Any]],
        workflows: Sequence[WorkflowInfo | Mapping[str, Any]],
        id: str,
        name: str,
        credential_id: str | None,
        can_share_schedules: bool,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._users = as_models(_user_info.UserInfo, users)
        self._workflows = as_models(_workflow_info.WorkflowInfo, workflows)
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
        value = get("users", UNSET)
        kind = kind_of(value)
        if kind is list:
            self._users = read_all(_user_info.UserInfo.__read__, value, notes)
        else:
            self._users = odd(value, notes)
        value = get("workflows", UNSET)
        kind = kind_of(value)
        if kind is list:
            self._workflows = read_all(_workflow_info.WorkflowInfo.__read__, value, notes)
        else:
            self._workflows = odd(value, notes)
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
    def users(self) -> list[UserInfo]:
        """The users in the subscription."""
        if self._users is UNSET:
            missing(self, "users")
        return self._users

    @users.setter
    def users(self, value: Sequence[UserInfo | Mapping[str, Any]] | Unset) -> None:
        self._users = as_models(_user_info.UserInfo, value)

    @property
    def workflows(self) -> list[WorkflowInfo]:
        """The workflows in the subscription."""
        if self._workflows is UNSET:
            missing(self, "workflows")
        return self._workflows

    @workflows.setter
    def workflows(self, value: Sequence[WorkflowInfo | Mapping[str, Any]] | Unset) -> None:
        self._workflows = as_models(_workflow_info.WorkflowInfo, value)

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
