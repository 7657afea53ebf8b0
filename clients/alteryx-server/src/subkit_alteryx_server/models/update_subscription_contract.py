# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""UpdateSubscriptionContract, a model of Alteryx Server API, subscriptions."""

from __future__ import annotations

from subkit._models import Field, Model, field, model


@model()
class UpdateSubscriptionContract(Model):
    """The new values of a subscription. All are required.

    Required: `name`, `credential_id`, `can_share_schedules`. Reading one that the response left out raises
    `MissingField`.

    Source: page: Update an Existing Subscription, Parameters; generated: UpdateSubscriptionContract
    """

    name: Field[str] = field("name", {"type": "string"})
    """Name of the subscription. When it is created, the limit is 1 to 255 characters; none is documented here."""

    credential_id: Field[str] = field("credentialId", {"type": "string"})
    """Id of the default credential of its users. Empty for none."""

    can_share_schedules: Field[bool] = field("canShareSchedules", {"type": "boolean"})
    """Whether shared schedules are enabled."""
