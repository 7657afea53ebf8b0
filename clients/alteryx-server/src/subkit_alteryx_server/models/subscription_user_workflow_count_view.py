# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""SubscriptionUserWorkflowCountView, a model of Alteryx Server API, subscriptions."""

from __future__ import annotations

from subkit._models import Field, Model, field, model


@model(identity="id")
class SubscriptionUserWorkflowCountView(Model):
    """A subscription in a list, with its numbers of users and workflows.

    Required: `user_count`, `workflow_count`, `id`, `name`, `credential_id`, `can_share_schedules`. Reading one that
    the response left out raises `MissingField`.

    Source: page: Retrieve All Subscriptions, sample of 200; generated: SubscriptionUserWorkflowCountView
    """

    user_count: Field[int] = field("userCount", {"type": "integer", "format": "int32"})
    """Number of users in the subscription."""

    workflow_count: Field[int] = field("workflowCount", {"type": "integer", "format": "int32"})
    """Number of workflows in the subscription."""

    id: Field[str] = field("id", {"type": "string"})
    """Id of the subscription, 24 hexadecimal digits."""

    name: Field[str] = field("name", {"type": "string"})
    """Name of the subscription."""

    credential_id: Field[str | None] = field("credentialId", {"type": "string", "nullable": True})
    """Id of the default credential. Empty or null for none."""

    can_share_schedules: Field[bool] = field("canShareSchedules", {"type": "boolean"})
    """Whether shared schedules are enabled."""
