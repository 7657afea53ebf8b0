# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""Subscription, a model of Illumina Connected Analytics v1, Event Notification Service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._fields import OptionalField, field
from subkit._model import Model, model
from subkit._unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from typing import Any

    from .delivery_target import DeliveryTarget


@model(identity="id")
class Subscription(Model):
    """A subscription to an event type. The vendor promises none of the fields.

    Source: swagger: definitions, Subscription
    """

    id: OptionalField[str | None] = field("id", {"type": "string", "nullable": True}, default=UNSET)
    """Id of the subscription, such as `sub.1692`."""

    urn: OptionalField[str | None] = field("urn", {"type": "string", "nullable": True}, default=UNSET)
    """URN of the subscription."""

    type: OptionalField[str | None] = field("type", {"type": "string", "nullable": True}, default=UNSET)
    """Event type that it matches."""

    actions: OptionalField[list[str] | None, Sequence[str] | None] = field(
        "actions", {"type": "array", "items": {"type": "string"}, "nullable": True}, default=UNSET
    )
    """Actions of the event type that it matches."""

    filter_expression: OptionalField[str | None] = field(
        "filterExpression", {"type": "string", "nullable": True}, default=UNSET
    )
    """Which events it matches, a JSON document written as a string."""

    name: OptionalField[str | None] = field("name", {"type": "string", "nullable": True}, default=UNSET)
    """Name of the subscription."""

    description: OptionalField[str | None] = field("description", {"type": "string", "nullable": True}, default=UNSET)
    """Text for people."""

    delivery_target: OptionalField[DeliveryTarget | None, DeliveryTarget | Mapping[str, Any] | None] = field(
        "deliveryTarget",
        {"ref": "subkit_illumina_ens.models.delivery_target.DeliveryTarget", "nullable": True},
        default=UNSET,
    )
    """Where matching events go."""

    match_identities: OptionalField[list[str] | None, Sequence[str] | None] = field(
        "matchIdentities", {"type": "array", "items": {"type": "string"}, "nullable": True}, default=UNSET
    )
    """Identities whose events it matches, such as `cid:` and the id of a project context."""

    acl: OptionalField[list[str] | None, Sequence[str] | None] = field(
        "acl", {"type": "array", "items": {"type": "string"}, "nullable": True}, default=UNSET
    )
    """Identities that may use the subscription."""

    tenant_id: OptionalField[str | None] = field("tenantId", {"type": "string", "nullable": True}, default=UNSET)
    """Tenant of the owner."""

    created_by_user_id: OptionalField[str | None] = field(
        "createdByUserId", {"type": "string", "nullable": True}, default=UNSET
    )
    """User who created it."""

    time_created: OptionalField[datetime | None] = field(
        "timeCreated", {"type": "string", "format": "date-time", "nullable": True}, default=UNSET
    )
    """When it was created. A date-time."""

    deleted_by_user_id: OptionalField[str | None] = field(
        "deletedByUserId", {"type": "string", "nullable": True}, default=UNSET
    )
    """User who disabled it. Null or absent while it lives."""

    time_deleted: OptionalField[datetime | None] = field(
        "timeDeleted", {"type": "string", "format": "date-time", "nullable": True}, default=UNSET
    )
    """When it was disabled. Null or absent while it lives. A date-time."""

    is_deleted: OptionalField[bool | None] = field("isDeleted", {"type": "boolean", "nullable": True}, default=UNSET)
    """Whether it has been disabled."""
