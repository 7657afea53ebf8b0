# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""SubscriptionUserWorkflowDetailsView, a model of Alteryx Server API, subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._models import Field, Model, field, model

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from .user_info import UserInfo
    from .workflow_info import WorkflowInfo


@model(identity="id")
class SubscriptionUserWorkflowDetailsView(Model):
    """A subscription, with its users and workflows.

    Required: `users`, `workflows`, `id`, `name`, `credential_id`, `can_share_schedules`. Reading one that the
    response left out raises `MissingField`.

    Source: page: Search for a Specific Subscription, sample of 200; generated: SubscriptionUserWorkflowDetailsView
    """

    users: Field[list[UserInfo], Sequence[UserInfo | Mapping[str, Any]]] = field(
        "users", {"type": "array", "items": {"ref": "subkit_alteryx_server.models.user_info.UserInfo"}}
    )
    """The users in the subscription."""

    workflows: Field[list[WorkflowInfo], Sequence[WorkflowInfo | Mapping[str, Any]]] = field(
        "workflows", {"type": "array", "items": {"ref": "subkit_alteryx_server.models.workflow_info.WorkflowInfo"}}
    )
    """The workflows in the subscription."""

    id: Field[str] = field("id", {"type": "string"})
    """Id of the subscription, 24 hexadecimal digits."""

    name: Field[str] = field("name", {"type": "string"})
    """Name of the subscription."""

    credential_id: Field[str | None] = field("credentialId", {"type": "string", "nullable": True})
    """Id of the default credential. Empty or null for none."""

    can_share_schedules: Field[bool] = field("canShareSchedules", {"type": "boolean"})
    """Whether shared schedules are enabled."""
