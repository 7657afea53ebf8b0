# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""ChangeUsersSubscriptionContract, a model of Alteryx Server API, subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._fields import Field, field
from subkit._model import Model, model

if TYPE_CHECKING:
    from collections.abc import Sequence


@model()
class ChangeUsersSubscriptionContract(Model):
    """The users to move.

    Source: page: Change a User's Subscription, Parameters and curl; generated: ChangeUsersSubscriptionContract
    """

    user_ids: Field[list[str], Sequence[str]] = field("userIds", {"type": "array", "items": {"type": "string"}})
    """Ids of the users, each 24 hexadecimal digits."""
