# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""Subscription, a model of Illumina Connected Analytics v1, Event Notification Service."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self

from attrs import define
from subkit._formats import is_datetime
from subkit._models import (
    Model,
    Notes,
    Schema,
    as_given,
    as_model,
    as_moment,
    kind_of,
    odd,
)
from subkit._unset import UNSET, Unset

from . import delivery_target as _delivery_target

if TYPE_CHECKING:
    from .delivery_target import DeliveryTarget

_KNOWN = frozenset(
    {
        "id",
        "urn",
        "type",
        "actions",
        "filterExpression",
        "name",
        "description",
        "deliveryTarget",
        "matchIdentities",
        "acl",
        "tenantId",
        "createdByUserId",
        "timeCreated",
        "deletedByUserId",
        "timeDeleted",
        "isDeleted",
    }
)


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class Subscription(Model):
    """A subscription to an event type. The vendor guarantees none of its fields.

    Source: swagger: definitions, Subscription
    """

    __module__ = "subkit_illumina_ens"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "id": {"type": "string", "nullable": True},
            "urn": {"type": "string", "nullable": True},
            "type": {"type": "string", "nullable": True},
            "actions": {"type": "array", "items": {"type": "string"}, "nullable": True},
            "filterExpression": {"type": "string", "nullable": True},
            "name": {"type": "string", "nullable": True},
            "description": {"type": "string", "nullable": True},
            "deliveryTarget": {"ref": "subkit_illumina_ens.models.delivery_target.DeliveryTarget", "nullable": True},
            "matchIdentities": {"type": "array", "items": {"type": "string"}, "nullable": True},
            "acl": {"type": "array", "items": {"type": "string"}, "nullable": True},
            "tenantId": {"type": "string", "nullable": True},
            "createdByUserId": {"type": "string", "nullable": True},
            "timeCreated": {"type": "string", "format": "date-time", "nullable": True},
            "deletedByUserId": {"type": "string", "nullable": True},
            "timeDeleted": {"type": "string", "format": "date-time", "nullable": True},
            "isDeleted": {"type": "boolean", "nullable": True},
        },
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_id", "id"),
        ("_urn", "urn"),
        ("_type", "type"),
        ("_actions", "actions"),
        ("_filter_expression", "filterExpression"),
        ("_name", "name"),
        ("_description", "description"),
        ("_delivery_target", "deliveryTarget"),
        ("_match_identities", "matchIdentities"),
        ("_acl", "acl"),
        ("_tenant_id", "tenantId"),
        ("_created_by_user_id", "createdByUserId"),
        ("_time_created", "timeCreated"),
        ("_deleted_by_user_id", "deletedByUserId"),
        ("_time_deleted", "timeDeleted"),
        ("_is_deleted", "isDeleted"),
    )
    __identity__: ClassVar[str | None] = "id"

    _id: str | None | Unset
    _urn: str | None | Unset
    _type: str | None | Unset
    _actions: list[str] | None | Unset
    _filter_expression: str | None | Unset
    _name: str | None | Unset
    _description: str | None | Unset
    _delivery_target: DeliveryTarget | None | Unset
    _match_identities: list[str] | None | Unset
    _acl: list[str] | None | Unset
    _tenant_id: str | None | Unset
    _created_by_user_id: str | None | Unset
    _time_created: datetime | str | None | Unset
    _deleted_by_user_id: str | None | Unset
    _time_deleted: datetime | str | None | Unset
    _is_deleted: bool | None | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        id: str | None | Unset = UNSET,
        urn: str | None | Unset = UNSET,
        type: str | None | Unset = UNSET,
        actions: Sequence[str] | None | Unset = UNSET,
        filter_expression: str | None | Unset = UNSET,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        delivery_target: DeliveryTarget | Mapping[str, Any] | None | Unset = UNSET,
        match_identities: Sequence[str] | None | Unset = UNSET,
        acl: Sequence[str] | None | Unset = UNSET,
        tenant_id: str | None | Unset = UNSET,
        created_by_user_id: str | None | Unset = UNSET,
        time_created: datetime | None | Unset = UNSET,
        deleted_by_user_id: str | None | Unset = UNSET,
        time_deleted: datetime | None | Unset = UNSET,
        is_deleted: bool | None | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._id = id
        self._urn = urn
        self._type = type
        self._actions = as_given(actions)
        self._filter_expression = filter_expression
        self._name = name
        self._description = description
        self._delivery_target = as_model(_delivery_target.DeliveryTarget, delivery_target)
        self._match_identities = as_given(match_identities)
        self._acl = as_given(acl)
        self._tenant_id = tenant_id
        self._created_by_user_id = created_by_user_id
        self._time_created = time_created
        self._deleted_by_user_id = deleted_by_user_id
        self._time_deleted = time_deleted
        self._is_deleted = is_deleted
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._id = get("id", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._urn = get("urn", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._type = get("type", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._actions = get("actions", UNSET)
        kind = kind_of(value)
        if value is not UNSET and value is not None and (kind is not list or not {str}.issuperset(map(type, value))):
            notes.odd = True
        value = self._filter_expression = get("filterExpression", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._name = get("name", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._description = get("description", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = get("deliveryTarget", UNSET)
        kind = kind_of(value)
        if kind is dict:
            self._delivery_target = _delivery_target.DeliveryTarget.__read__(value, notes)
        elif value is not UNSET and value is not None:
            self._delivery_target = odd(value, notes)
        else:
            self._delivery_target = value
        value = self._match_identities = get("matchIdentities", UNSET)
        kind = kind_of(value)
        if value is not UNSET and value is not None and (kind is not list or not {str}.issuperset(map(type, value))):
            notes.odd = True
        value = self._acl = get("acl", UNSET)
        kind = kind_of(value)
        if value is not UNSET and value is not None and (kind is not list or not {str}.issuperset(map(type, value))):
            notes.odd = True
        value = self._tenant_id = get("tenantId", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._created_by_user_id = get("createdByUserId", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._time_created = get("timeCreated", UNSET)
        if value is not UNSET and value is not None and (type(value) is not str or not is_datetime(value)):
            notes.odd = True
        value = self._deleted_by_user_id = get("deletedByUserId", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._time_deleted = get("timeDeleted", UNSET)
        if value is not UNSET and value is not None and (type(value) is not str or not is_datetime(value)):
            notes.odd = True
        value = self._is_deleted = get("isDeleted", UNSET)
        if value is not UNSET and value is not None and type(value) is not bool:
            notes.odd = True
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def id(self) -> str | None:
        """Id of the subscription, such as `sub.1692`."""
        return None if self._id is UNSET else self._id

    @id.setter
    def id(self, value: str | None | Unset) -> None:
        self._id = value

    @property
    def urn(self) -> str | None:
        """URN of the subscription."""
        return None if self._urn is UNSET else self._urn

    @urn.setter
    def urn(self, value: str | None | Unset) -> None:
        self._urn = value

    @property
    def type(self) -> str | None:
        """Event type that the subscription matches."""
        return None if self._type is UNSET else self._type

    @type.setter
    def type(self, value: str | None | Unset) -> None:
        self._type = value

    @property
    def actions(self) -> list[str] | None:
        """Actions of the event type that the subscription matches."""
        return None if self._actions is UNSET else self._actions

    @actions.setter
    def actions(self, value: Sequence[str] | None | Unset) -> None:
        self._actions = as_given(value)

    @property
    def filter_expression(self) -> str | None:
        """Filter for the events to deliver, a JSON document as a string."""
        return None if self._filter_expression is UNSET else self._filter_expression

    @filter_expression.setter
    def filter_expression(self, value: str | None | Unset) -> None:
        self._filter_expression = value

    @property
    def name(self) -> str | None:
        """Name of the subscription."""
        return None if self._name is UNSET else self._name

    @name.setter
    def name(self, value: str | None | Unset) -> None:
        self._name = value

    @property
    def description(self) -> str | None:
        """Description of the subscription."""
        return None if self._description is UNSET else self._description

    @description.setter
    def description(self, value: str | None | Unset) -> None:
        self._description = value

    @property
    def delivery_target(self) -> DeliveryTarget | None:
        """Where matching events go."""
        return None if self._delivery_target is UNSET else self._delivery_target

    @delivery_target.setter
    def delivery_target(self, value: DeliveryTarget | Mapping[str, Any] | None | Unset) -> None:
        self._delivery_target = as_model(_delivery_target.DeliveryTarget, value)

    @property
    def match_identities(self) -> list[str] | None:
        """Identities whose events the subscription matches, such as `cid:` with the id of a project context."""
        return None if self._match_identities is UNSET else self._match_identities

    @match_identities.setter
    def match_identities(self, value: Sequence[str] | None | Unset) -> None:
        self._match_identities = as_given(value)

    @property
    def acl(self) -> list[str] | None:
        """Identities that may use the subscription."""
        return None if self._acl is UNSET else self._acl

    @acl.setter
    def acl(self, value: Sequence[str] | None | Unset) -> None:
        self._acl = as_given(value)

    @property
    def tenant_id(self) -> str | None:
        """Id of the owner's tenant."""
        return None if self._tenant_id is UNSET else self._tenant_id

    @tenant_id.setter
    def tenant_id(self, value: str | None | Unset) -> None:
        self._tenant_id = value

    @property
    def created_by_user_id(self) -> str | None:
        """Id of the user who created the subscription."""
        return None if self._created_by_user_id is UNSET else self._created_by_user_id

    @created_by_user_id.setter
    def created_by_user_id(self, value: str | None | Unset) -> None:
        self._created_by_user_id = value

    @property
    def time_created(self) -> datetime | None:
        """When the subscription was created."""
        return None if self._time_created is UNSET or self._time_created is None else as_moment(self._time_created)

    @time_created.setter
    def time_created(self, value: datetime | None | Unset) -> None:
        self._time_created = value

    @property
    def deleted_by_user_id(self) -> str | None:
        """Id of the user who disabled the subscription. Null or absent while it is enabled."""
        return None if self._deleted_by_user_id is UNSET else self._deleted_by_user_id

    @deleted_by_user_id.setter
    def deleted_by_user_id(self, value: str | None | Unset) -> None:
        self._deleted_by_user_id = value

    @property
    def time_deleted(self) -> datetime | None:
        """When the subscription was disabled. Null or absent while it is enabled."""
        return None if self._time_deleted is UNSET or self._time_deleted is None else as_moment(self._time_deleted)

    @time_deleted.setter
    def time_deleted(self, value: datetime | None | Unset) -> None:
        self._time_deleted = value

    @property
    def is_deleted(self) -> bool | None:
        """Whether the subscription is disabled."""
        return None if self._is_deleted is UNSET else self._is_deleted

    @is_deleted.setter
    def is_deleted(self, value: bool | None | Unset) -> None:
        self._is_deleted = value
