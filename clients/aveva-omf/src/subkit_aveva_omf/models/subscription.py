# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""Subscription, a model of AVEVA Data Hub OMF ingress, subscriptions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define
from subkit._formats import is_datetime
from subkit._models import (
    Model,
    Notes,
    Schema,
    as_moment,
)
from subkit._unset import UNSET, Unset

_KNOWN = frozenset(
    {
        "Id",
        "Name",
        "TopicId",
        "TopicTenantId",
        "TopicNamespaceId",
        "TenantId",
        "NamespaceId",
        "Description",
        "CreatedDate",
        "Enabled",
    }
)


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class Subscription(Model):
    """A subscription of a namespace to a topic.

    Source: page: Definitions, Subscription
    """

    __module__ = "subkit_aveva_omf"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "Id": {"type": "string", "nullable": True},
            "Name": {"type": "string", "maxLength": 200, "nullable": True},
            "TopicId": {"type": "string", "nullable": True},
            "TopicTenantId": {"type": "string", "nullable": True},
            "TopicNamespaceId": {"type": "string", "nullable": True},
            "TenantId": {"type": "string", "nullable": True},
            "NamespaceId": {"type": "string", "nullable": True},
            "Description": {"type": "string", "maxLength": 1000, "nullable": True},
            "CreatedDate": {"type": "string", "format": "date-time"},
            "Enabled": {"type": "boolean"},
        },
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_id", "Id"),
        ("_name", "Name"),
        ("_topic_id", "TopicId"),
        ("_topic_tenant_id", "TopicTenantId"),
        ("_topic_namespace_id", "TopicNamespaceId"),
        ("_tenant_id", "TenantId"),
        ("_namespace_id", "NamespaceId"),
        ("_description", "Description"),
        ("_created_date", "CreatedDate"),
        ("_enabled", "Enabled"),
    )
    __identity__: ClassVar[str | None] = "id"

    _id: str | None | Unset
    _name: str | None | Unset
    _topic_id: str | None | Unset
    _topic_tenant_id: str | None | Unset
    _topic_namespace_id: str | None | Unset
    _tenant_id: str | None | Unset
    _namespace_id: str | None | Unset
    _description: str | None | Unset
    _created_date: datetime | str | None | Unset
    _enabled: bool | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        id: str | None | Unset = UNSET,
        name: str | None | Unset = UNSET,
        topic_id: str | None | Unset = UNSET,
        topic_tenant_id: str | None | Unset = UNSET,
        topic_namespace_id: str | None | Unset = UNSET,
        tenant_id: str | None | Unset = UNSET,
        namespace_id: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        created_date: datetime | Unset = UNSET,
        enabled: bool | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._id = id
        self._name = name
        self._topic_id = topic_id
        self._topic_tenant_id = topic_tenant_id
        self._topic_namespace_id = topic_namespace_id
        self._tenant_id = tenant_id
        self._namespace_id = namespace_id
        self._description = description
        self._created_date = created_date
        self._enabled = enabled
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._id = get("Id", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._name = get("Name", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._topic_id = get("TopicId", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._topic_tenant_id = get("TopicTenantId", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._topic_namespace_id = get("TopicNamespaceId", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._tenant_id = get("TenantId", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._namespace_id = get("NamespaceId", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._description = get("Description", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._created_date = get("CreatedDate", UNSET)
        if value is not UNSET and (type(value) is not str or not is_datetime(value)):
            notes.odd = True
        value = self._enabled = get("Enabled", UNSET)
        if value is not UNSET and type(value) is not bool:
            notes.odd = True
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def id(self) -> str | None:
        """Id of the subscription. Assigned by the server."""
        return None if self._id is UNSET else self._id

    @id.setter
    def id(self, value: str | None | Unset) -> None:
        self._id = value

    @property
    def name(self) -> str | None:
        """Name of the subscription, at most 200 characters."""
        return None if self._name is UNSET else self._name

    @name.setter
    def name(self, value: str | None | Unset) -> None:
        self._name = value

    @property
    def topic_id(self) -> str | None:
        """Id of the topic from which the subscription reads."""
        return None if self._topic_id is UNSET else self._topic_id

    @topic_id.setter
    def topic_id(self, value: str | None | Unset) -> None:
        self._topic_id = value

    @property
    def topic_tenant_id(self) -> str | None:
        """Id of the topic's tenant."""
        return None if self._topic_tenant_id is UNSET else self._topic_tenant_id

    @topic_tenant_id.setter
    def topic_tenant_id(self, value: str | None | Unset) -> None:
        self._topic_tenant_id = value

    @property
    def topic_namespace_id(self) -> str | None:
        """Id of the topic's namespace."""
        return None if self._topic_namespace_id is UNSET else self._topic_namespace_id

    @topic_namespace_id.setter
    def topic_namespace_id(self, value: str | None | Unset) -> None:
        self._topic_namespace_id = value

    @property
    def tenant_id(self) -> str | None:
        """Id of the subscription's tenant."""
        return None if self._tenant_id is UNSET else self._tenant_id

    @tenant_id.setter
    def tenant_id(self, value: str | None | Unset) -> None:
        self._tenant_id = value

    @property
    def namespace_id(self) -> str | None:
        """Id of the subscription's namespace, to which the data is written."""
        return None if self._namespace_id is UNSET else self._namespace_id

    @namespace_id.setter
    def namespace_id(self, value: str | None | Unset) -> None:
        self._namespace_id = value

    @property
    def description(self) -> str | None:
        """Description of the subscription, at most 1000 characters."""
        return None if self._description is UNSET else self._description

    @description.setter
    def description(self, value: str | None | Unset) -> None:
        self._description = value

    @property
    def created_date(self) -> datetime | None:
        """When the subscription was created, in UTC with a resolution of 100 nanoseconds."""
        return None if self._created_date is UNSET or self._created_date is None else as_moment(self._created_date)

    @created_date.setter
    def created_date(self, value: datetime | Unset) -> None:
        self._created_date = value

    @property
    def enabled(self) -> bool | None:
        """Whether the subscription is enabled. While it is disabled, data sent to the topic is not written to the
        Sequential Data Store. Only the server sets it: deleting a topic disables its subscriptions in other tenants
        and deletes those in the same tenant.
        """
        return None if self._enabled is UNSET else self._enabled

    @enabled.setter
    def enabled(self, value: bool | Unset) -> None:
        self._enabled = value
