# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""Operations on subscriptions. Each function returns a call as a value; `client.send` performs it."""

from __future__ import annotations

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

LIST_SUBSCRIPTIONS: Final[Endpoint[Any]] = Endpoint(
    api=API,
    id="list_subscriptions",
    resource="subscriptions",
    method="GET",
    path="/api/v1/tenants/{tenantId}/namespaces/{namespaceId}/subscriptions",
    parameters=(
        Parameter("tenant_id", "tenantId", "path", {"type": "string"}, required=True),
        Parameter("namespace_id", "namespaceId", "path", {"type": "string"}, required=True),
    ),
    accept="application/json",
    success={200: {"type": "array", "items": {"ref": "subkit_aveva_omf.models.subscription.Subscription"}}},
    errors={
        401: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        403: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        404: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        408: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        500: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        503: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        504: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
    },
    idempotent=True,
    paging=Paging(style="none"),
)


def list_subscriptions() -> Operation[list[Subscription]]:
    """List the subscriptions of a namespace. One page of `client.subscriptions.list`."""
    return Operation(LIST_SUBSCRIPTIONS, drop_unset())


CREATE_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    id="create_subscription",
    resource="subscriptions",
    method="POST",
    path="/api/v1/tenants/{tenantId}/namespaces/{namespaceId}/subscriptions",
    parameters=(
        Parameter("tenant_id", "tenantId", "path", {"type": "string"}, required=True),
        Parameter("namespace_id", "namespaceId", "path", {"type": "string"}, required=True),
    ),
    body=RequestBody({"ref": "subkit_aveva_omf.models.create_subscription.CreateSubscription"}),
    accept="application/json",
    success={201: {"ref": "subkit_aveva_omf.models.subscription.Subscription"}},
    errors={
        400: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        401: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        403: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        404: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        408: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        415: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        500: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        503: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        504: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
    },
    idempotent=False,
    lookup="subscriptions.list()",
)


def create_subscription(
    *,
    topic_id: str,
    topic_tenant_id: str,
    topic_namespace_id: str,
    name: str | None | Unset = UNSET,
    description: str | None | Unset = UNSET,
) -> Operation[Subscription]:
    """Create a subscription to a topic. See `client.subscriptions.create`."""
    return Operation(
        CREATE_SUBSCRIPTION,
        drop_unset(
            name=name,
            description=description,
            topic_id=topic_id,
            topic_tenant_id=topic_tenant_id,
            topic_namespace_id=topic_namespace_id,
        ),
    )


GET_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    id="get_subscription",
    resource="subscriptions",
    method="GET",
    path="/api/v1/tenants/{tenantId}/namespaces/{namespaceId}/subscriptions/{subscriptionId}",
    parameters=(
        Parameter("tenant_id", "tenantId", "path", {"type": "string"}, required=True),
        Parameter("namespace_id", "namespaceId", "path", {"type": "string"}, required=True),
        Parameter(
            "subscription",
            "subscriptionId",
            "path",
            {"type": "string"},
            required=True,
            is_id=True,
            objects=("subkit_aveva_omf.models.subscription.Subscription",),
        ),
    ),
    accept="application/json",
    success={200: {"ref": "subkit_aveva_omf.models.subscription.Subscription"}},
    errors={
        401: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        403: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        404: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        408: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        500: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        503: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        504: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
    },
    idempotent=True,
)


def get_subscription(subscription: str | UUID | Subscription, /) -> Operation[Subscription]:
    """Get one subscription. See `client.subscriptions.get`."""
    return Operation(GET_SUBSCRIPTION, drop_unset(subscription=id_of(GET_SUBSCRIPTION, subscription)))


UPDATE_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    id="update_subscription",
    resource="subscriptions",
    method="PUT",
    path="/api/v1/tenants/{tenantId}/namespaces/{namespaceId}/subscriptions/{subscriptionId}",
    parameters=(
        Parameter("tenant_id", "tenantId", "path", {"type": "string"}, required=True),
        Parameter("namespace_id", "namespaceId", "path", {"type": "string"}, required=True),
        Parameter(
            "subscription",
            "subscriptionId",
            "path",
            {"type": "string"},
            required=True,
            is_id=True,
            objects=("subkit_aveva_omf.models.subscription.Subscription",),
        ),
    ),
    body=RequestBody({"ref": "subkit_aveva_omf.models.update_subscription.UpdateSubscription"}),
    accept="application/json",
    success={200: {"ref": "subkit_aveva_omf.models.subscription.Subscription"}},
    errors={
        400: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        401: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        403: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        404: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        408: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        415: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        500: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        503: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        504: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
    },
    idempotent=True,
    lookup="subscriptions.get(...)",
)


@overload
def update_subscription(
    subscription: str | UUID, /, *, name: str, description: str | None | Unset = UNSET
) -> Operation[Subscription]: ...
@overload
def update_subscription(
    subscription: Subscription, /, *, name: str | Unset = UNSET, description: str | None | Unset = UNSET
) -> Operation[Subscription]: ...
def update_subscription(
    subscription: str | UUID | Subscription, /, *, name: str | Unset = UNSET, description: str | None | Unset = UNSET
) -> Operation[Any]:
    """Replace the name and description of a subscription. See `client.subscriptions.update`."""
    return Operation(
        UPDATE_SUBSCRIPTION,
        replacement_arguments(
            UPDATE_SUBSCRIPTION,
            drop_unset(subscription=id_of(UPDATE_SUBSCRIPTION, subscription), name=name, description=description),
            subscription,
        ),
    )


DELETE_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    id="delete_subscription",
    resource="subscriptions",
    method="DELETE",
    path="/api/v1/tenants/{tenantId}/namespaces/{namespaceId}/subscriptions/{subscriptionId}",
    parameters=(
        Parameter("tenant_id", "tenantId", "path", {"type": "string"}, required=True),
        Parameter("namespace_id", "namespaceId", "path", {"type": "string"}, required=True),
        Parameter(
            "subscription",
            "subscriptionId",
            "path",
            {"type": "string"},
            required=True,
            is_id=True,
            objects=("subkit_aveva_omf.models.subscription.Subscription",),
        ),
    ),
    accept="application/json",
    success={204: None},
    errors={
        401: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        403: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        404: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        408: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        500: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        503: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
        504: {"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
    },
    idempotent=True,
    lookup="subscriptions.get(...)",
)


def delete_subscription(subscription: str | UUID | Subscription, /) -> Operation[None]:
    """Delete a subscription. See `client.subscriptions.delete`."""
    return Operation(DELETE_SUBSCRIPTION, drop_unset(subscription=id_of(DELETE_SUBSCRIPTION, subscription)))
