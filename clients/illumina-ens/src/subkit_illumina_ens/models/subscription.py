# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""Subscription, a model of Illumina Connected Analytics v1, Event Notification Service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._models import Model, OptionalField, field, model
from subkit._unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from typing import Any

    from .delivery_target import DeliveryTarget


@model(identity="id")
class Subscription(Model):
    """A subscription to an event type. The vendor guarantees none of its fields.

    Source: swagger: definitions, Subscription
    """

    id: OptionalField[str | None] = field("id", {"type": "string", "nullable": True}, default=UNSET)
    """Id of the subscription, such as `sub.1692`."""

    urn: OptionalField[str | None] = field("urn", {"type": "string", "nullable": True}, default=UNSET)
    """URN of the subscription."""

    type: OptionalField[str | None] = field("type", {"type": "string", "nullable": True}, default=UNSET)
    """Event type that the subscription matches."""

    actions: OptionalField[list[str] | None, Sequence[str] | None] = field(
        "actions", {"type": "array", "items": {"type": "string"}, "nullable": True}, default=UNSET
    )
    """Actions of the event type that the subscription matches."""

    filter_expression: OptionalField[str | None] = field(
        "filterExpression", {"type": "string", "nullable": True}, default=UNSET
    )
    """Filter for the events to deliver, a JSON document as a string."""

    name: OptionalField[str | None] = field("name", {"type": "string", "nullable": True}, default=UNSET)
    """Name of the subscription."""

    description: OptionalField[str | None] = field("description", {"type": "string", "nullable": True}, default=UNSET)
    """Description of the subscription."""

    delivery_target: OptionalField[DeliveryTarget | None, DeliveryTarget | Mapping[str, Any] | None] = field(
        "deliveryTarget",
        {"ref": "subkit_illumina_ens.models.delivery_target.DeliveryTarget", "nullable": True},
        default=UNSET,
    )
    """Where matching events go."""

    match_identities: OptionalField[list[str] | None, Sequence[str] | None] = field(
        "matchIdentities", {"type": "array", "items": {"type": "string"}, "nullable": True}, default=UNSET
    )
    """Identities whose events the subscription matches, such as `cid:` with the id of a project context."""

    acl: OptionalField[list[str] | None, Sequence[str] | None] = field(
        "acl", {"type": "array", "items": {"type": "string"}, "nullable": True}, default=UNSET
    )
    """Identities that may use the subscription."""

    tenant_id: OptionalField[str | None] = field("tenantId", {"type": "string", "nullable": True}, default=UNSET)
    """Id of the owner's tenant."""

    created_by_user_id: OptionalField[str | None] = field(
        "createdByUserId", {"type": "string", "nullable": True}, default=UNSET
    )
    """Id of the user who created the subscription."""

    time_created: OptionalField[datetime | None] = field(
        "timeCreated", {"type": "string", "format": "date-time", "nullable": True}, default=UNSET
    )
    """When the subscription was created."""

    deleted_by_user_id: OptionalField[str | None] = field(
        "deletedByUserId", {"type": "string", "nullable": True}, default=UNSET
    )
    """Id of the user who disabled the subscription. Null or absent while it is enabled."""

    time_deleted: OptionalField[datetime | None] = field(
        "timeDeleted", {"type": "string", "format": "date-time", "nullable": True}, default=UNSET
    )
    """When the subscription was disabled. Null or absent while it is enabled."""

    is_deleted: OptionalField[bool | None] = field("isDeleted", {"type": "boolean", "nullable": True}, default=UNSET)
    """Whether the subscription is disabled."""
