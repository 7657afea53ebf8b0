# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""UpdateSubscriptionContract, a model of Alteryx Server API, subscriptions."""

from __future__ import annotations

from subkit._fields import Field, field
from subkit._model import Model, model


@model()
class UpdateSubscriptionContract(Model):
    """The new values of a subscription, all of them.

    Source: page: Update an Existing Subscription, Parameters; generated: UpdateSubscriptionContract
    """

    name: Field[str] = field("name", {"type": "string"})
    """Name of the subscription. No limit is documented here; on create it is 1 to 255 characters."""

    credential_id: Field[str] = field("credentialId", {"type": "string"})
    """Id of the credential that users get as their default. Empty for none."""

    can_share_schedules: Field[bool] = field("canShareSchedules", {"type": "boolean"})
    """Whether shared schedules are enabled. Plural in this request; the create has the singular."""
