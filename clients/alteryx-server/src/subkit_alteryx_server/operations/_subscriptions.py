# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""Operations on subscriptions: each function makes a call as a value, and sends nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from subkit._operation import Body, Endpoint, Operation, Parameter, given, identify
from subkit._paging import Paging
from subkit._unset import UNSET, Unset

from .._api import API

if TYPE_CHECKING:
    from ..models.subscription import Subscription
    from ..models.subscription_user_workflow_count_view import SubscriptionUserWorkflowCountView
    from ..models.subscription_user_workflow_details_view import SubscriptionUserWorkflowDetailsView
    from ..models.subscription_view import SubscriptionView

LIST_SUBSCRIPTIONS: Final[Endpoint[Any]] = Endpoint(
    api=API,
    home="subkit_alteryx_server.operations._subscriptions.LIST_SUBSCRIPTIONS",
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
    problems={
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
    """List the subscriptions, all or those that match every filter given.

    The answer is one array with everything in it: there are no pages, no total and no documented order.
    Nothing is promised about subscriptions that are created or deleted meanwhile.
    A query key that the server does not know is most likely ignored, which gives everything.
    For Curators only.

    Args:
        name: Name of the subscription. Whether a part of the name is enough is not documented. Source: page:
            Retrieve All Subscriptions, Parameters.
        can_share_schedules: Whether shared schedules are enabled. The key is singular; the vendor's page writes it
            in the plural. Source: generated: subscriptions_get_subscriptions, query_params; cli: query parameters
            of the list.
        default_workflow_credential_id: Id of the default workflow credential. Source: page: Retrieve All
            Subscriptions, Parameters.
        user_count_greater_than_equals: Least number of users, itself included. Source: page: Retrieve All
            Subscriptions, Parameters.
        user_count_less_than_equals: Greatest number of users, itself included. Missing on the vendor's page.
            Source: generated: subscriptions_get_subscriptions, query_params; cli: query parameters of the list.
        workflow_count_greater_than_equals: Least number of workflows, itself included. Source: page: Retrieve All
            Subscriptions, Parameters.
        workflow_count_less_than_equals: Greatest number of workflows, itself included. Source: page: Retrieve All
            Subscriptions, Parameters.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        Unauthenticated: 401. The token is missing or expired. There may be no body.
        Forbidden: 403. The owner of the key is no Curator. There may be no body.
        ServerError: 500. The server failed. There may be no body, or one that is no JSON.

    Source: page: Retrieve All Subscriptions; generated: SubscriptionsApi, subscriptions_get_subscriptions
    """
    return Operation(
        LIST_SUBSCRIPTIONS,
        given(
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
    home="subkit_alteryx_server.operations._subscriptions.CREATE_SUBSCRIPTION",
    id="create_subscription",
    resource="subscriptions",
    method="POST",
    path="/v3/subscriptions",
    parameters=(),
    body=Body({"ref": "subkit_alteryx_server.models.create_subscription_contract.CreateSubscriptionContract"}),
    accept="application/json",
    success={
        200: {"ref": "subkit_alteryx_server.models.subscription.Subscription"},
        201: {"ref": "subkit_alteryx_server.models.subscription.Subscription"},
    },
    problems={
        400: {"ref": "subkit_alteryx_server.models.error.Error"},
        401: {"ref": "subkit_alteryx_server.models.error.Error"},
        403: {"ref": "subkit_alteryx_server.models.error.Error"},
        404: {"ref": "subkit_alteryx_server.models.error.Error"},
        500: {"ref": "subkit_alteryx_server.models.error.Error"},
    },
    idempotent=False,
    inquiry="subscriptions.list()",
)


def create_subscription(
    *, name: str, can_share_schedules: bool | Unset = UNSET, credential_id: str | Unset = UNSET
) -> Operation[Subscription]:
    """Create a subscription.

    The reply holds the API key and the API secret of the new subscription, which are secrets, and the other replies
    do not have them.
    Doing it again creates another subscription: this call is not idempotent.
    For Curators only.

    Args:
        name: Name of the subscription, 1 to 255 characters. At least 1 characters, at most 255 characters. Source:
            generated: CreateSubscriptionContract, name.
        can_share_schedules: Whether shared schedules are enabled. Singular in this request; replies and the update
            have the plural. The vendor's default is `false`. Source: page: Create a New Subscription, Parameters;
            generated: CreateSubscriptionContract.
        credential_id: Id of the credential that users get as their default. Empty for none. The vendor's default is
            `""`. Source: page: Create a New Subscription, Parameters; generated: CreateSubscriptionContract.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        BadRequest: 400. Bad request.
        Unauthenticated: 401. The token is missing or expired. There may be no body.
        Forbidden: 403. The owner of the key is no Curator. There may be no body.
        NotFound: 404. Not found. The vendor does not say what was looked for; the credential is the only thing that
            the request names.
        ServerError: 500. The server failed. There may be no body, or one that is no JSON.
        OutcomeUnknown: the answer was lost and the call is not sent again; `client.subscriptions.list()` shows
            whether it was carried out.

    Source: page: Create a New Subscription; generated: SubscriptionsApi, subscriptions_create_subscription
    """
    return Operation(
        CREATE_SUBSCRIPTION, given(name=name, can_share_schedules=can_share_schedules, credential_id=credential_id)
    )


DELETE_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    home="subkit_alteryx_server.operations._subscriptions.DELETE_SUBSCRIPTION",
    id="delete_subscription",
    resource="subscriptions",
    method="DELETE",
    path="/v3/subscriptions",
    parameters=(Parameter("subscription", "subscriptionId", "query", {"type": "string"}, required=True, subject=True),),
    accept="application/json",
    success={200: None},
    problems={
        400: {"ref": "subkit_alteryx_server.models.error.Error"},
        401: {"ref": "subkit_alteryx_server.models.error.Error"},
        403: {"ref": "subkit_alteryx_server.models.error.Error"},
        404: {"ref": "subkit_alteryx_server.models.error.Error"},
        500: {"ref": "subkit_alteryx_server.models.error.Error"},
    },
    idempotent=True,
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
    """Delete a subscription that has no users and no workflows.

    The id goes into the query, not into the path. Without it the request would be a DELETE of the whole collection,
    so an empty id is refused.
    A subscription that still has users or workflows cannot be deleted; expect 400.
    For Curators only.

    Args:
        subscription: Id of the subscription, 24 hexadecimal digits. An id (str or UUID) or a fetched object.
            Source: page: Delete a Subscription, Parameters.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        BadRequest: 400. Bad request. The id is not one, or the subscription still has users or workflows.
        Unauthenticated: 401. The token is missing or expired. There may be no body.
        Forbidden: 403. The owner of the key is no Curator. There may be no body.
        NotFound: 404. The subscription does not exist. There may be no body.
        ServerError: 500. The server failed. There may be no body, or one that is no JSON.

    Source: page: Delete a Subscription; generated: SubscriptionsApi, subscriptions_delete_subscription
    """
    return Operation(DELETE_SUBSCRIPTION, given(subscription=identify(subscription, "subscription")))


GET_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    home="subkit_alteryx_server.operations._subscriptions.GET_SUBSCRIPTION",
    id="get_subscription",
    resource="subscriptions",
    method="GET",
    path="/v3/subscriptions/{subscriptionId}",
    parameters=(Parameter("subscription", "subscriptionId", "path", {"type": "string"}, required=True, subject=True),),
    accept="application/json",
    success={
        200: {
            "ref": "subkit_alteryx_server.models.subscription_user_workflow_details_view.SubscriptionUserWorkflowDetailsView"
        }
    },
    problems={
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
    """Get one subscription, with its users and workflows.

    For Curators only.

    Args:
        subscription: Id of the subscription, 24 hexadecimal digits. An id (str or UUID) or a fetched object.
            Source: page: Search for a Specific Subscription and Update an Existing Subscription, Parameters.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        Unauthenticated: 401. The token is missing or expired. There may be no body.
        Forbidden: 403. The owner of the key is no Curator. There may be no body.
        NotFound: 404. The subscription does not exist. There may be no body.
        ServerError: 500. The server failed. There may be no body, or one that is no JSON.

    Source: page: Search for a Specific Subscription; generated: SubscriptionsApi,
    subscriptions_get_subscription_by_id
    """
    return Operation(GET_SUBSCRIPTION, given(subscription=identify(subscription, "subscription")))


UPDATE_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    home="subkit_alteryx_server.operations._subscriptions.UPDATE_SUBSCRIPTION",
    id="update_subscription",
    resource="subscriptions",
    method="PUT",
    path="/v3/subscriptions/{subscriptionId}",
    parameters=(Parameter("subscription", "subscriptionId", "path", {"type": "string"}, required=True, subject=True),),
    body=Body({"ref": "subkit_alteryx_server.models.update_subscription_contract.UpdateSubscriptionContract"}),
    accept="application/json",
    success={200: {"ref": "subkit_alteryx_server.models.subscription_view.SubscriptionView"}},
    problems={
        400: {"ref": "subkit_alteryx_server.models.error.Error"},
        401: {"ref": "subkit_alteryx_server.models.error.Error"},
        403: {"ref": "subkit_alteryx_server.models.error.Error"},
        404: {"ref": "subkit_alteryx_server.models.error.Error"},
        500: {"ref": "subkit_alteryx_server.models.error.Error"},
    },
    idempotent=True,
)


def update_subscription(
    subscription: str
    | UUID
    | Subscription
    | SubscriptionUserWorkflowCountView
    | SubscriptionUserWorkflowDetailsView
    | SubscriptionView,
    /,
    *,
    name: str,
    credential_id: str,
    can_share_schedules: bool,
) -> Operation[SubscriptionView]:
    """Replace the name, the credential and the sharing of schedules of a subscription.

    All three fields have to be sent, changed or not.
    For Curators only.

    Args:
        subscription: Id of the subscription, 24 hexadecimal digits. An id (str or UUID) or a fetched object.
            Source: page: Search for a Specific Subscription and Update an Existing Subscription, Parameters.
        name: Name of the subscription. No limit is documented here; on create it is 1 to 255 characters. Source:
            page: Update an Existing Subscription, Parameters; generated: UpdateSubscriptionContract.
        credential_id: Id of the credential that users get as their default. Empty for none. Source: page: Update an
            Existing Subscription, Parameters; generated: UpdateSubscriptionContract.
        can_share_schedules: Whether shared schedules are enabled. Plural in this request; the create has the
            singular. Source: page: Update an Existing Subscription, Parameters; generated:
            UpdateSubscriptionContract.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        BadRequest: 400. Bad request.
        Unauthenticated: 401. The token is missing or expired. There may be no body.
        Forbidden: 403. The owner of the key is no Curator. There may be no body.
        NotFound: 404. The subscription does not exist. There may be no body.
        ServerError: 500. The server failed. There may be no body, or one that is no JSON.

    Source: page: Update an Existing Subscription; generated: SubscriptionsApi, subscriptions_update_subscription
    """
    return Operation(
        UPDATE_SUBSCRIPTION,
        given(
            subscription=identify(subscription, "subscription"),
            name=name,
            credential_id=credential_id,
            can_share_schedules=can_share_schedules,
        ),
    )


MOVE_USERS_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    home="subkit_alteryx_server.operations._subscriptions.MOVE_USERS_SUBSCRIPTION",
    id="move_users_subscription",
    resource="subscriptions",
    method="PUT",
    path="/v3/subscriptions/{subscriptionId}/users",
    parameters=(Parameter("subscription", "subscriptionId", "path", {"type": "string"}, required=True, subject=True),),
    body=Body(
        {"ref": "subkit_alteryx_server.models.change_users_subscription_contract.ChangeUsersSubscriptionContract"}
    ),
    accept="application/json",
    success={200: None},
    problems={
        400: {"ref": "subkit_alteryx_server.models.error.Error"},
        401: {"ref": "subkit_alteryx_server.models.error.Error"},
        403: {"ref": "subkit_alteryx_server.models.error.Error"},
        404: {"ref": "subkit_alteryx_server.models.error.Error"},
        500: {"ref": "subkit_alteryx_server.models.error.Error"},
    },
    idempotent=True,
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
    """Move users to a subscription.

    Each user leaves the subscription that he or she was in. Their workflows stay behind in the old one.
    There is no way to only remove a user: move the user somewhere else.
    Doing it again should change nothing. Whether some users are moved when others are unknown is not documented.
    For Curators only.

    Args:
        subscription: Id of the subscription that the users are moved to, 24 hexadecimal digits. An id (str or UUID)
            or a fetched object. Source: page: Change a User's Subscription, Parameters.
        user_ids: Ids of the users, each 24 hexadecimal digits. Source: page: Change a User's Subscription,
            Parameters and curl; generated: ChangeUsersSubscriptionContract.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        BadRequest: 400. Bad request.
        Unauthenticated: 401. The token is missing or expired. There may be no body.
        Forbidden: 403. The owner of the key is no Curator. There may be no body.
        NotFound: 404. The subscription does not exist. Whether an unknown user gives 404 too is not documented.
        ServerError: 500. The server failed. There may be no body, or one that is no JSON.

    Source: page: Change a User's Subscription; generated: SubscriptionsApi,
    subscriptions_change_users_subscription; howto: users and their workflows
    """
    return Operation(
        MOVE_USERS_SUBSCRIPTION, given(subscription=identify(subscription, "subscription"), user_ids=user_ids)
    )
