# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""Subscription, a model of AVEVA Data Hub OMF ingress, subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._fields import OptionalField, field
from subkit._model import Model, model
from subkit._unset import UNSET

if TYPE_CHECKING:
    from datetime import datetime


@model(identity="id")
class Subscription(Model):
    """A subscription of a namespace to a topic. Older servers also send `Type`, an integer that is always 1.

    Source: page: Definitions, Subscription
    """

    id: OptionalField[str | None] = field("Id", {"type": "string", "nullable": True}, default=UNSET)
    """Id of the subscription. Made by the server."""

    name: OptionalField[str | None] = field(
        "Name", {"type": "string", "maxLength": 200, "nullable": True}, default=UNSET
    )
    """Name of the subscription, at most 200 characters. At most 200 characters."""

    topic_id: OptionalField[str | None] = field("TopicId", {"type": "string", "nullable": True}, default=UNSET)
    """Id of the topic that the subscription reads from."""

    topic_tenant_id: OptionalField[str | None] = field(
        "TopicTenantId", {"type": "string", "nullable": True}, default=UNSET
    )
    """Id of the tenant of the topic."""

    topic_namespace_id: OptionalField[str | None] = field(
        "TopicNamespaceId", {"type": "string", "nullable": True}, default=UNSET
    )
    """Id of the namespace of the topic."""

    tenant_id: OptionalField[str | None] = field("TenantId", {"type": "string", "nullable": True}, default=UNSET)
    """Id of the tenant of the subscription."""

    namespace_id: OptionalField[str | None] = field("NamespaceId", {"type": "string", "nullable": True}, default=UNSET)
    """Id of the namespace of the subscription, which the data is written to."""

    description: OptionalField[str | None] = field(
        "Description", {"type": "string", "maxLength": 1000, "nullable": True}, default=UNSET
    )
    """Description of the subscription, at most 1000 characters. At most 1000 characters."""

    created_date: OptionalField[datetime] = field(
        "CreatedDate", {"type": "string", "format": "date-time"}, default=UNSET
    )
    """When the server created the subscription, UTC. With seven digits of fraction, which are steps of 100
    nanoseconds. A date-time.
    """

    enabled: OptionalField[bool] = field("Enabled", {"type": "boolean"}, default=UNSET)
    """Whether the subscription is enabled. While it is not, data sent to the topic is not written to the Sequential
    Data Store.
    Set by the server only: deleting a topic disables its subscriptions in other tenants, and deletes those in the
    same tenant.

    Source: page: Definitions, Subscription; topics: Delete Topic
    """
