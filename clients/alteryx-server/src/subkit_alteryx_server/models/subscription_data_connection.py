# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""SubscriptionDataConnection, a model of Alteryx Server API, subscriptions."""

from __future__ import annotations

from subkit._models import Model, OptionalField, field, model
from subkit._unset import UNSET


@model()
class SubscriptionDataConnection(Model):
    """A data connection of a subscription.

    Source: page: Create a New Subscription, sample of 201; generated: SubscriptionDataConnection
    """

    data_connection_id: OptionalField[str] = field("dataConnectionId", {"type": "string"}, default=UNSET)
    """Id of the data connection."""

    id: OptionalField[str] = field("id", {"type": "string"}, default=UNSET)
    """Id of this entry, not that of the data connection."""
