# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""CreateSubscriptionContract, a model of Alteryx Server API, subscriptions."""

from __future__ import annotations

from subkit._fields import Field, OptionalField, field
from subkit._model import Model, model
from subkit._unset import UNSET


@model()
class CreateSubscriptionContract(Model):
    """The subscription to create.

    Source: page: Create a New Subscription, Parameters; generated: CreateSubscriptionContract
    """

    name: Field[str] = field("name", {"type": "string", "minLength": 1, "maxLength": 255})
    """Name of the subscription, 1 to 255 characters. At least 1 characters, at most 255 characters.

    Source: generated: CreateSubscriptionContract, name
    """

    can_share_schedules: OptionalField[bool] = field("canShareSchedule", {"type": "boolean"}, default=UNSET)
    """Whether shared schedules are enabled. Singular in this request; replies and the update have the plural."""

    credential_id: OptionalField[str] = field("credentialId", {"type": "string"}, default=UNSET)
    """Id of the credential that users get as their default. Empty for none."""
