# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""SubscriptionView, a model of Alteryx Server API, subscriptions."""

from __future__ import annotations

from subkit._models import Field, Model, field, model


@model(identity="id")
class SubscriptionView(Model):
    """An updated subscription.

    Required: `id`, `name`, `credential_id`, `can_share_schedules`. Reading one that the response left out raises
    `MissingField`.

    Source: page: Update an Existing Subscription, sample of 200; generated: SubscriptionView
    """

    id: Field[str] = field("id", {"type": "string"})
    """Id of the subscription, 24 hexadecimal digits."""

    name: Field[str] = field("name", {"type": "string"})
    """Name of the subscription."""

    credential_id: Field[str | None] = field("credentialId", {"type": "string", "nullable": True})
    """Id of the default credential. Empty or null for none."""

    can_share_schedules: Field[bool] = field("canShareSchedules", {"type": "boolean"})
    """Whether shared schedules are enabled."""
