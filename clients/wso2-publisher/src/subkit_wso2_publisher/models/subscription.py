# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""Subscription, a model of WSO2 API Manager Publisher, subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._models import Field, Model, OptionalField, field, model
from subkit._unset import UNSET

if TYPE_CHECKING:
    from .subscription_status import SubscriptionStatus


@model(identity="subscription_id")
class Subscription(Model):
    """A subscription of an application to an API.

    Required: `application_id`, `api_identifier`, `tier`. Reading one that the response left out raises
    `MissingField`.

    Source: v0.11: definitions, Subscription; page: sample responses
    """

    subscription_id: OptionalField[str] = field("subscriptionId", {"type": "string"}, default=UNSET)
    """Id of the subscription, a UUID."""

    application_id: Field[str] = field("applicationId", {"type": "string"})
    """Id of the subscribing application, a UUID."""

    api_identifier: Field[str] = field("apiIdentifier", {"type": "string"})
    """Identifier of the API, as `provider-name-version`."""

    tier: Field[str | None] = field("tier", {"type": "string", "nullable": True})
    """Name of the throttling tier. Null if the server has none on record."""

    status: OptionalField[SubscriptionStatus, SubscriptionStatus | str] = field(
        "status",
        {
            "type": "string",
            "enum": ("BLOCKED", "PROD_ONLY_BLOCKED", "UNBLOCKED", "ON_HOLD", "REJECTED"),
            "open": "subkit_wso2_publisher.models.subscription_status.SubscriptionStatus",
        },
        default=UNSET,
    )
    """State of a subscription. Later servers have more states. One of `BLOCKED`, `PROD_ONLY_BLOCKED`, `UNBLOCKED`,
    `ON_HOLD`, `REJECTED`.
    """
