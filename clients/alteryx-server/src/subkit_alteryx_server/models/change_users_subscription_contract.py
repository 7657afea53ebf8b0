# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""ChangeUsersSubscriptionContract, a model of Alteryx Server API, subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._models import Field, Model, field, model

if TYPE_CHECKING:
    from collections.abc import Sequence


@model()
class ChangeUsersSubscriptionContract(Model):
    """The users to move.

    Required: `user_ids`. Reading one that the response left out raises `MissingField`.

    Source: page: Change a User's Subscription, Parameters and curl; generated: ChangeUsersSubscriptionContract
    """

    user_ids: Field[list[str], Sequence[str]] = field("userIds", {"type": "array", "items": {"type": "string"}})
    """Ids of the users, each 24 hexadecimal digits."""
