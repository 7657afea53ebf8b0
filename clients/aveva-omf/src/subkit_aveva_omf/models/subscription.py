# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""Subscription, a model of AVEVA Data Hub OMF ingress, subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._models import Model, OptionalField, field, model
from subkit._unset import UNSET

if TYPE_CHECKING:
    from datetime import datetime


@model(identity="id")
class Subscription(Model):
    """A subscription of a namespace to a topic.

    Source: page: Definitions, Subscription
    """

    id: OptionalField[str | None] = field("Id", {"type": "string", "nullable": True}, default=UNSET)
    """Id of the subscription. Assigned by the server."""

    name: OptionalField[str | None] = field(
        "Name", {"type": "string", "maxLength": 200, "nullable": True}, default=UNSET
    )
    """Name of the subscription, at most 200 characters."""

    topic_id: OptionalField[str | None] = field("TopicId", {"type": "string", "nullable": True}, default=UNSET)
    """Id of the topic from which the subscription reads."""

    topic_tenant_id: OptionalField[str | None] = field(
        "TopicTenantId", {"type": "string", "nullable": True}, default=UNSET
    )
    """Id of the topic's tenant."""

    topic_namespace_id: OptionalField[str | None] = field(
        "TopicNamespaceId", {"type": "string", "nullable": True}, default=UNSET
    )
    """Id of the topic's namespace."""

    tenant_id: OptionalField[str | None] = field("TenantId", {"type": "string", "nullable": True}, default=UNSET)
    """Id of the subscription's tenant."""

    namespace_id: OptionalField[str | None] = field("NamespaceId", {"type": "string", "nullable": True}, default=UNSET)
    """Id of the subscription's namespace, to which the data is written."""

    description: OptionalField[str | None] = field(
        "Description", {"type": "string", "maxLength": 1000, "nullable": True}, default=UNSET
    )
    """Description of the subscription, at most 1000 characters."""

    created_date: OptionalField[datetime] = field(
        "CreatedDate", {"type": "string", "format": "date-time"}, default=UNSET
    )
    """When the subscription was created, in UTC with a resolution of 100 nanoseconds."""

    enabled: OptionalField[bool] = field("Enabled", {"type": "boolean"}, default=UNSET)
    """Whether the subscription is enabled. While it is disabled, data sent to the topic is not written to the
    Sequential Data Store. Only the server sets it: deleting a topic disables its subscriptions in other tenants and
    deletes those in the same tenant.
    """
