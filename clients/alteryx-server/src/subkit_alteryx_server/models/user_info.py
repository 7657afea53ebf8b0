# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""UserInfo, a model of Alteryx Server API, subscriptions."""

from __future__ import annotations

from subkit._models import Field, Model, field, model


@model()
class UserInfo(Model):
    """A user in a subscription.

    Required: `id`, `name`. Reading one that the response left out raises `MissingField`.

    Source: page: Search for a Specific Subscription, sample of 200; generated: UserInfo
    """

    id: Field[str] = field("id", {"type": "string"})
    """Id of the user, 24 hexadecimal digits."""

    name: Field[str] = field("name", {"type": "string"})
    """Name of the user."""
