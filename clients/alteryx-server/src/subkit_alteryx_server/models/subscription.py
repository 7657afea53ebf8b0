# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""Subscription, a model of Alteryx Server API, subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._models import Model, OptionalField, field, model
from subkit._unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from typing import Any

    from .subscription_credential import SubscriptionCredential
    from .subscription_data_connection import SubscriptionDataConnection


@model(identity="id")
class Subscription(Model):
    """A newly created subscription, with its API key and secret.

    Source: page: Create a New Subscription, sample of 201; generated: Subscription
    """

    name: OptionalField[str] = field("name", {"type": "string"}, default=UNSET)
    """Name of the subscription."""

    api_key: OptionalField[str] = field("apiKey", {"type": "string", "secret": True}, default=UNSET)
    """API key of the subscription. Secret: never shown in `repr`."""

    api_secret: OptionalField[str] = field("apiSecret", {"type": "string", "secret": True}, default=UNSET)
    """API secret of the subscription. Secret: never shown in `repr`."""

    active: OptionalField[bool] = field("active", {"type": "boolean"}, default=UNSET)
    """Whether the subscription is active."""

    expiration_date: OptionalField[str] = field("expirationDate", {"type": "string"}, default=UNSET)
    """Expiration as free text. May be empty; `expDate` has the date."""

    exp_date: OptionalField[datetime] = field("expDate", {"type": "string", "format": "date-time"}, default=UNSET)
    """When the subscription expires, in UTC with milliseconds."""

    date_updated: OptionalField[datetime] = field(
        "dateUpdated", {"type": "string", "format": "date-time"}, default=UNSET
    )
    """When the subscription was last changed, in UTC with milliseconds."""

    api_enabled: OptionalField[bool] = field("apiEnabled", {"type": "boolean"}, default=UNSET)
    """Whether the API is enabled for the subscription."""

    can_share_schedules: OptionalField[bool] = field("canShareSchedules", {"type": "boolean"}, default=UNSET)
    """Whether shared schedules are enabled."""

    credential_id: OptionalField[str | None] = field(
        "credentialId", {"type": "string", "nullable": True}, default=UNSET
    )
    """Id of the default credential. Empty or null for none."""

    credentials: OptionalField[list[SubscriptionCredential], Sequence[SubscriptionCredential | Mapping[str, Any]]] = (
        field(
            "credentials",
            {
                "type": "array",
                "items": {"ref": "subkit_alteryx_server.models.subscription_credential.SubscriptionCredential"},
            },
            default=UNSET,
        )
    )
    """The credentials of the subscription."""

    data_connections: OptionalField[
        list[SubscriptionDataConnection], Sequence[SubscriptionDataConnection | Mapping[str, Any]]
    ] = field(
        "dataConnections",
        {
            "type": "array",
            "items": {"ref": "subkit_alteryx_server.models.subscription_data_connection.SubscriptionDataConnection"},
        },
        default=UNSET,
    )
    """The data connections of the subscription."""

    id: OptionalField[str] = field("id", {"type": "string"}, default=UNSET)
    """Id of the subscription, 24 hexadecimal digits."""
