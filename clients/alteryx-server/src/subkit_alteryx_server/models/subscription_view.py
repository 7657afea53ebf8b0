# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""SubscriptionView, a model of Alteryx Server API, subscriptions."""

from __future__ import annotations

from subkit._fields import Field, field
from subkit._model import Model, model


@model(identity="id")
class SubscriptionView(Model):
    """A subscription as the update answers it.

    Source: page: Update an Existing Subscription, sample of 200; generated: SubscriptionView
    """

    id: Field[str] = field("id", {"type": "string"})
    """Id of the subscription, 24 hexadecimal digits."""

    name: Field[str] = field("name", {"type": "string"})
    """Name of the subscription."""

    credential_id: Field[str | None] = field("credentialId", {"type": "string", "nullable": True})
    """Id of the default credential. Empty for none; null is taken as well. May be null."""

    can_share_schedules: Field[bool] = field("canShareSchedules", {"type": "boolean"})
    """Whether shared schedules are enabled."""
