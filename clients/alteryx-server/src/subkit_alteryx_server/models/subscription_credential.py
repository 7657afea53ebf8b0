# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""SubscriptionCredential, a model of Alteryx Server API, subscriptions."""

from __future__ import annotations

from subkit._models import Model, OptionalField, field, model
from subkit._unset import UNSET


@model()
class SubscriptionCredential(Model):
    """A credential of a subscription.

    Source: page: Create a New Subscription, sample of 201; generated: SubscriptionCredential
    """

    credential_id: OptionalField[str] = field("credentialId", {"type": "string"}, default=UNSET)
    """Id of the credential."""

    id: OptionalField[str] = field("id", {"type": "string"}, default=UNSET)
    """Id of this entry, not that of the credential."""
