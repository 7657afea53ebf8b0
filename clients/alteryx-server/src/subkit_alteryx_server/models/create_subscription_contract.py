# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""CreateSubscriptionContract, a model of Alteryx Server API, subscriptions."""

from __future__ import annotations

from subkit._models import Field, Model, OptionalField, field, model
from subkit._unset import UNSET


@model()
class CreateSubscriptionContract(Model):
    """The subscription to create.

    Required: `name`. Reading one that the response left out raises `MissingField`.

    Source: page: Create a New Subscription, Parameters; generated: CreateSubscriptionContract
    """

    name: Field[str] = field("name", {"type": "string", "minLength": 1, "maxLength": 255})
    """Name of the subscription, 1 to 255 characters."""

    can_share_schedules: OptionalField[bool] = field("canShareSchedule", {"type": "boolean"}, default=UNSET)
    """Whether shared schedules are enabled."""

    credential_id: OptionalField[str] = field("credentialId", {"type": "string"}, default=UNSET)
    """Id of the default credential of its users. Empty for none."""
