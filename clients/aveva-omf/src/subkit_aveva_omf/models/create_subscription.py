# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""CreateSubscription, a model of AVEVA Data Hub OMF ingress, subscriptions."""

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

_KNOWN = frozenset({"Name", "Description", "TopicId", "TopicTenantId", "TopicNamespaceId"})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class CreateSubscription(Model):
    """The subscription to create.

    Required: `topic_id`, `topic_tenant_id`, `topic_namespace_id`. Reading one that the response left out raises
    `MissingField`.

    Source: page: Definitions, CreateSubscription
    """

    __module__ = "subkit_aveva_omf"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "Name": {"type": "string", "maxLength": 200, "nullable": True},
            "Description": {"type": "string", "maxLength": 1000, "nullable": True},
            "TopicId": {"type": "string"},
            "TopicTenantId": {"type": "string"},
            "TopicNamespaceId": {"type": "string"},
        },
        "required": (
            "TopicId",
            "TopicTenantId",
            "TopicNamespaceId",
        ),
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_name", "Name"),
        ("_description", "Description"),
        ("_topic_id", "TopicId"),
        ("_topic_tenant_id", "TopicTenantId"),
        ("_topic_namespace_id", "TopicNamespaceId"),
    )

    _name: str | None | Unset
    _description: str | None | Unset
    _topic_id: str | Unset
    _topic_tenant_id: str | Unset
    _topic_namespace_id: str | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        topic_id: str,
        topic_tenant_id: str,
        topic_namespace_id: str,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._name = name
        self._description = description
        self._topic_id = topic_id
        self._topic_tenant_id = topic_tenant_id
        self._topic_namespace_id = topic_namespace_id
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._name = get("Name", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._description = get("Description", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._topic_id = get("TopicId", UNSET)
        if type(value) is not str:
            notes.odd = True
        value = self._topic_tenant_id = get("TopicTenantId", UNSET)
        if type(value) is not str:
            notes.odd = True
        value = self._topic_namespace_id = get("TopicNamespaceId", UNSET)
        if type(value) is not str:
            notes.odd = True
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def name(self) -> str | None:
        """Name of the subscription, at most 200 characters."""
        return None if self._name is UNSET else self._name

    @name.setter
    def name(self, value: str | None | Unset) -> None:
        self._name = value

    @property
    def description(self) -> str | None:
        """Description of the subscription, at most 1000 characters."""
        return None if self._description is UNSET else self._description

    @description.setter
    def description(self, value: str | None | Unset) -> None:
        self._description = value

    @property
    def topic_id(self) -> str:
        """Id of the topic from which the subscription reads."""
        if self._topic_id is UNSET:
            missing(self, "topic_id")
        return self._topic_id

    @topic_id.setter
    def topic_id(self, value: str | Unset) -> None:
        self._topic_id = value

    @property
    def topic_tenant_id(self) -> str:
        """Id of the topic's tenant. It can differ from the subscription's tenant."""
        if self._topic_tenant_id is UNSET:
            missing(self, "topic_tenant_id")
        return self._topic_tenant_id

    @topic_tenant_id.setter
    def topic_tenant_id(self, value: str | Unset) -> None:
        self._topic_tenant_id = value

    @property
    def topic_namespace_id(self) -> str:
        """Id of the topic's namespace. It must be in the same region as the subscription's namespace."""
        if self._topic_namespace_id is UNSET:
            missing(self, "topic_namespace_id")
        return self._topic_namespace_id

    @topic_namespace_id.setter
    def topic_namespace_id(self, value: str | Unset) -> None:
        self._topic_namespace_id = value
