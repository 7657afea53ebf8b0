# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""Operations on subscriptions. Each function returns a call as a value; `client.send` performs it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, overload
from uuid import UUID

from subkit._operations import (
    Endpoint,
    Operation,
    Paging,
    Parameter,
    RequestBody,
    drop_unset,
    id_of,
    replacement_arguments,
)
from subkit._unset import UNSET, Unset

from .._api import API

if TYPE_CHECKING:
    from ..models.subscription import Subscription
    from ..models.subscription_user_workflow_count_view import SubscriptionUserWorkflowCountView
    from ..models.subscription_user_workflow_details_view import SubscriptionUserWorkflowDetailsView
    from ..models.subscription_view import SubscriptionView

LIST_SUBSCRIPTIONS: Final[Endpoint[Any]] = Endpoint(
    api=API,
    id="list_subscriptions",
    resource="subscriptions",
    method="GET",
    path="/v3/subscriptions",
    parameters=(
        Parameter("name", "name", "query", {"type": "string"}),
        Parameter("can_share_schedules", "canShareSchedule", "query", {"type": "boolean"}),
        Parameter("default_workflow_credential_id", "defaultWorkflowCredentialId", "query", {"type": "string"}),
        Parameter(
            "user_count_greater_than_equals",
            "userCountGreaterThanEquals",
            "query",
            {"type": "integer", "format": "int32"},
        ),
        Parameter(
            "user_count_less_than_equals", "userCountLessThanEquals", "query", {"type": "integer", "format": "int32"}
        ),
        Parameter(
            "workflow_count_greater_than_equals",
            "workflowCountGreaterThanEquals",
            "query",
            {"type": "integer", "format": "int32"},
        ),
        Parameter(
            "workflow_count_less_than_equals",
            "workflowCountLessThanEquals",
            "query",
            {"type": "integer", "format": "int32"},
        ),
    ),
    accept="application/json",
    success={
        200: {
            "type": "array",
            "items": {
                "ref": "subkit_alteryx_server.models.subscription_user_workflow_count_view.SubscriptionUserWorkflowCountView"
            },
        }
    },
    errors={
        401: {"ref": "subkit_alteryx_server.models.error.Error"},
        403: {"ref": "subkit_alteryx_server.models.error.Error"},
        500: {"ref": "subkit_alteryx_server.models.error.Error"},
    },
    idempotent=True,
    paging=Paging(style="none"),
)


def list_subscriptions(
    *,
    name: str | Unset = UNSET,
    can_share_schedules: bool | Unset = UNSET,
    default_workflow_credential_id: str | Unset = UNSET,
    user_count_greater_than_equals: int | Unset = UNSET,
    user_count_less_than_equals: int | Unset = UNSET,
    workflow_count_greater_than_equals: int | Unset = UNSET,
    workflow_count_less_than_equals: int | Unset = UNSET,
) -> Operation[list[SubscriptionUserWorkflowCountView]]:
    """List the subscriptions that match all given filters. One page of `client.subscriptions.list`."""
    return Operation(
        LIST_SUBSCRIPTIONS,
        drop_unset(
            name=name,
            can_share_schedules=can_share_schedules,
            default_workflow_credential_id=default_workflow_credential_id,
            user_count_greater_than_equals=user_count_greater_than_equals,
            user_count_less_than_equals=user_count_less_than_equals,
            workflow_count_greater_than_equals=workflow_count_greater_than_equals,
            workflow_count_less_than_equals=workflow_count_less_than_equals,
        ),
    )


CREATE_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    id="create_subscription",
    resource="subscriptions",
    method="POST",
    path="/v3/subscriptions",
    parameters=(),
    body=RequestBody({"ref": "subkit_alteryx_server.models.create_subscription_contract.CreateSubscriptionContract"}),
    accept="application/json",
    success={
        200: {"ref": "subkit_alteryx_server.models.subscription.Subscription"},
        201: {"ref": "subkit_alteryx_server.models.subscription.Subscription"},
    },
    errors={
        400: {"ref": "subkit_alteryx_server.models.error.Error"},
        401: {"ref": "subkit_alteryx_server.models.error.Error"},
        403: {"ref": "subkit_alteryx_server.models.error.Error"},
        404: {"ref": "subkit_alteryx_server.models.error.Error"},
        500: {"ref": "subkit_alteryx_server.models.error.Error"},
    },
    idempotent=False,
    lookup="subscriptions.list()",
)


def create_subscription(
    *, name: str, can_share_schedules: bool | Unset = UNSET, credential_id: str | Unset = UNSET
) -> Operation[Subscription]:
    """Create a subscription. See `client.subscriptions.create`."""
    return Operation(
        CREATE_SUBSCRIPTION, drop_unset(name=name, can_share_schedules=can_share_schedules, credential_id=credential_id)
    )


DELETE_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    id="delete_subscription",
    resource="subscriptions",
    method="DELETE",
    path="/v3/subscriptions",
    parameters=(
        Parameter(
            "subscription",
            "subscriptionId",
            "query",
            {"type": "string"},
            required=True,
            is_id=True,
            objects=(
                "subkit_alteryx_server.models.subscription.Subscription",
                "subkit_alteryx_server.models.subscription_user_workflow_count_view.SubscriptionUserWorkflowCountView",
                "subkit_alteryx_server.models.subscription_user_workflow_details_view.SubscriptionUserWorkflowDetailsView",
                "subkit_alteryx_server.models.subscription_view.SubscriptionView",
            ),
        ),
    ),
    accept="application/json",
    success={200: None},
    errors={
        400: {"ref": "subkit_alteryx_server.models.error.Error"},
        401: {"ref": "subkit_alteryx_server.models.error.Error"},
        403: {"ref": "subkit_alteryx_server.models.error.Error"},
        404: {"ref": "subkit_alteryx_server.models.error.Error"},
        500: {"ref": "subkit_alteryx_server.models.error.Error"},
    },
    idempotent=True,
    lookup="subscriptions.get(...)",
)


def delete_subscription(
    subscription: str
    | UUID
    | Subscription
    | SubscriptionUserWorkflowCountView
    | SubscriptionUserWorkflowDetailsView
    | SubscriptionView,
    /,
) -> Operation[None]:
    """Delete a subscription that has no users and no workflows. See `client.subscriptions.delete`."""
    return Operation(DELETE_SUBSCRIPTION, drop_unset(subscription=id_of(DELETE_SUBSCRIPTION, subscription)))


GET_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    id="get_subscription",
    resource="subscriptions",
    method="GET",
    path="/v3/subscriptions/{subscriptionId}",
    parameters=(
        Parameter(
            "subscription",
            "subscriptionId",
            "path",
            {"type": "string"},
            required=True,
            is_id=True,
            objects=(
                "subkit_alteryx_server.models.subscription.Subscription",
                "subkit_alteryx_server.models.subscription_user_workflow_count_view.SubscriptionUserWorkflowCountView",
                "subkit_alteryx_server.models.subscription_user_workflow_details_view.SubscriptionUserWorkflowDetailsView",
                "subkit_alteryx_server.models.subscription_view.SubscriptionView",
            ),
        ),
    ),
    accept="application/json",
    success={
        200: {
            "ref": "subkit_alteryx_server.models.subscription_user_workflow_details_view.SubscriptionUserWorkflowDetailsView"
        }
    },
    errors={
        401: {"ref": "subkit_alteryx_server.models.error.Error"},
        403: {"ref": "subkit_alteryx_server.models.error.Error"},
        404: {"ref": "subkit_alteryx_server.models.error.Error"},
        500: {"ref": "subkit_alteryx_server.models.error.Error"},
    },
    idempotent=True,
)


def get_subscription(
    subscription: str
    | UUID
    | Subscription
    | SubscriptionUserWorkflowCountView
    | SubscriptionUserWorkflowDetailsView
    | SubscriptionView,
    /,
) -> Operation[SubscriptionUserWorkflowDetailsView]:
    """Get one subscription, with its users and workflows. See `client.subscriptions.get`."""
    return Operation(GET_SUBSCRIPTION, drop_unset(subscription=id_of(GET_SUBSCRIPTION, subscription)))


UPDATE_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    id="update_subscription",
    resource="subscriptions",
    method="PUT",
    path="/v3/subscriptions/{subscriptionId}",
    parameters=(
        Parameter(
            "subscription",
            "subscriptionId",
            "path",
            {"type": "string"},
            required=True,
            is_id=True,
            objects=(
                "subkit_alteryx_server.models.subscription.Subscription",
                "subkit_alteryx_server.models.subscription_user_workflow_count_view.SubscriptionUserWorkflowCountView",
                "subkit_alteryx_server.models.subscription_user_workflow_details_view.SubscriptionUserWorkflowDetailsView",
                "subkit_alteryx_server.models.subscription_view.SubscriptionView",
            ),
        ),
    ),
    body=RequestBody({"ref": "subkit_alteryx_server.models.update_subscription_contract.UpdateSubscriptionContract"}),
    accept="application/json",
    success={200: {"ref": "subkit_alteryx_server.models.subscription_view.SubscriptionView"}},
    errors={
        400: {"ref": "subkit_alteryx_server.models.error.Error"},
        401: {"ref": "subkit_alteryx_server.models.error.Error"},
        403: {"ref": "subkit_alteryx_server.models.error.Error"},
        404: {"ref": "subkit_alteryx_server.models.error.Error"},
        500: {"ref": "subkit_alteryx_server.models.error.Error"},
    },
    idempotent=True,
    lookup="subscriptions.get(...)",
)


@overload
def update_subscription(
    subscription: str | UUID, /, *, name: str, credential_id: str, can_share_schedules: bool
) -> Operation[SubscriptionView]: ...
@overload
def update_subscription(
    subscription: Subscription
    | SubscriptionUserWorkflowCountView
    | SubscriptionUserWorkflowDetailsView
    | SubscriptionView,
    /,
    *,
    name: str | Unset = UNSET,
    credential_id: str | Unset = UNSET,
    can_share_schedules: bool | Unset = UNSET,
) -> Operation[SubscriptionView]: ...
def update_subscription(
    subscription: str
    | UUID
    | Subscription
    | SubscriptionUserWorkflowCountView
    | SubscriptionUserWorkflowDetailsView
    | SubscriptionView,
    /,
    *,
    name: str | Unset = UNSET,
    credential_id: str | Unset = UNSET,
    can_share_schedules: bool | Unset = UNSET,
) -> Operation[Any]:
    """Replace the name, credential and schedule sharing of a subscription. See `client.subscriptions.update`."""
    return Operation(
        UPDATE_SUBSCRIPTION,
        replacement_arguments(
            UPDATE_SUBSCRIPTION,
            drop_unset(
                subscription=id_of(UPDATE_SUBSCRIPTION, subscription),
                name=name,
                credential_id=credential_id,
                can_share_schedules=can_share_schedules,
            ),
            subscription,
        ),
    )


MOVE_USERS_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    id="move_users_subscription",
    resource="subscriptions",
    method="PUT",
    path="/v3/subscriptions/{subscriptionId}/users",
    parameters=(
        Parameter(
            "subscription",
            "subscriptionId",
            "path",
            {"type": "string"},
            required=True,
            is_id=True,
            objects=(
                "subkit_alteryx_server.models.subscription.Subscription",
                "subkit_alteryx_server.models.subscription_user_workflow_count_view.SubscriptionUserWorkflowCountView",
                "subkit_alteryx_server.models.subscription_user_workflow_details_view.SubscriptionUserWorkflowDetailsView",
                "subkit_alteryx_server.models.subscription_view.SubscriptionView",
            ),
        ),
    ),
    body=RequestBody(
        {"ref": "subkit_alteryx_server.models.change_users_subscription_contract.ChangeUsersSubscriptionContract"}
    ),
    accept="application/json",
    success={200: None},
    errors={
        400: {"ref": "subkit_alteryx_server.models.error.Error"},
        401: {"ref": "subkit_alteryx_server.models.error.Error"},
        403: {"ref": "subkit_alteryx_server.models.error.Error"},
        404: {"ref": "subkit_alteryx_server.models.error.Error"},
        500: {"ref": "subkit_alteryx_server.models.error.Error"},
    },
    idempotent=True,
    lookup="subscriptions.get(...)",
)


def move_users_subscription(
    subscription: str
    | UUID
    | Subscription
    | SubscriptionUserWorkflowCountView
    | SubscriptionUserWorkflowDetailsView
    | SubscriptionView,
    /,
    *,
    user_ids: Sequence[str],
) -> Operation[None]:
    """Move users to a subscription. See `client.subscriptions.move_users`."""
    return Operation(
        MOVE_USERS_SUBSCRIPTION,
        drop_unset(subscription=id_of(MOVE_USERS_SUBSCRIPTION, subscription), user_ids=user_ids),
    )
