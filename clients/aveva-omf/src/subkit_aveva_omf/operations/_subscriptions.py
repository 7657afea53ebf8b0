# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""Operations on subscriptions: each function makes a call as a value, and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from subkit._operation import Body, Endpoint, Operation, Parameter, given, identify
from subkit._paging import Paging
from subkit._unset import UNSET, Unset

from .._api import API

if TYPE_CHECKING:
    from ..models.subscription import Subscription

LIST_SUBSCRIPTIONS: Final[Endpoint[Any]] = Endpoint(
    api=API,
    home="subkit_aveva_omf.operations._subscriptions.LIST_SUBSCRIPTIONS",
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
    problems={
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
    """List the subscriptions of a namespace.

    Deprecated by the vendor.

    Legacy: support ended on 2023-04-30.
    The answer is one array with everything in it: there are no pages, no total and no documented order. `skip` and
    `count` existed until July 2019.
    Nothing is promised about subscriptions that are created or deleted meanwhile.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        Unauthenticated: 401. The token is missing or expired.
        Forbidden: 403. The client may not do this.
        NotFound: 404. The tenant, the namespace or the subscription does not exist.
        RequestTimeout: 408. The request took too long. Worth another try, except for a create.
        ServerError: 500. The server failed.
        ServerError: 503. The service is unavailable. Worth another try, except for a create.
        ServerError: 504. A service behind this one did not answer in time. Worth another try, except for a create.

    Source: page: List Subscriptions; migration: end of support
    """
    return Operation(LIST_SUBSCRIPTIONS, given())


CREATE_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    home="subkit_aveva_omf.operations._subscriptions.CREATE_SUBSCRIPTION",
    id="create_subscription",
    resource="subscriptions",
    method="POST",
    path="/api/v1/tenants/{tenantId}/namespaces/{namespaceId}/subscriptions",
    parameters=(
        Parameter("tenant_id", "tenantId", "path", {"type": "string"}, required=True),
        Parameter("namespace_id", "namespaceId", "path", {"type": "string"}, required=True),
    ),
    body=Body({"ref": "subkit_aveva_omf.models.create_subscription.CreateSubscription"}),
    accept="application/json",
    success={201: {"ref": "subkit_aveva_omf.models.subscription.Subscription"}},
    problems={
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
    inquiry="subscriptions.list()",
)


def create_subscription(
    *,
    topic_id: str,
    topic_tenant_id: str,
    topic_namespace_id: str,
    name: str | None | Unset = UNSET,
    description: str | None | Unset = UNSET,
) -> Operation[Subscription]:
    """Create a subscription to a topic.

    Deprecated by the vendor.

    Legacy: support ended on 2023-04-30.
    The server makes the id, so doing it again creates another subscription: this call is not idempotent.
    The namespaces of the topic and of the subscription may differ, but have to be in the same region.
    The topic cannot be changed afterwards.

    Args:
        name: Name of the subscription, at most 200 characters. At most 200 characters. Source: page: Definitions,
            CreateSubscription.
        description: Description of the subscription, at most 1000 characters. At most 1000 characters. Source:
            page: Definitions, CreateSubscription.
        topic_id: Id of the topic that the subscription reads from. Source: page: Definitions, CreateSubscription.
        topic_tenant_id: Id of the tenant of the topic. It may be another tenant than that of the subscription.
            Source: page: Definitions, CreateSubscription; topics: Delete Topic.
        topic_namespace_id: Id of the namespace of the topic. It has to be in the same region as that of the
            subscription. Source: page: Definitions, CreateSubscription; guide: regions of topics and subscriptions.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        BadRequest: 400. Bad request. Also where the topic is in another region.
        Unauthenticated: 401. The token is missing or expired.
        Forbidden: 403. The client may not do this.
        NotFound: 404. The tenant, the namespace or the subscription does not exist.
        RequestTimeout: 408. The request took too long. Worth another try, except for a create.
        UnsupportedMediaType: 415. Unsupported media type. Requests have to be JSON.
        ServerError: 500. The server failed.
        ServerError: 503. The service is unavailable. Worth another try, except for a create.
        ServerError: 504. A service behind this one did not answer in time. Worth another try, except for a create.
        OutcomeUnknown: the answer was lost and the call is not sent again; `client.subscriptions.list()` shows
            whether it was carried out.

    Source: page: Create Subscription; migration: end of support
    """
    return Operation(
        CREATE_SUBSCRIPTION,
        given(
            name=name,
            description=description,
            topic_id=topic_id,
            topic_tenant_id=topic_tenant_id,
            topic_namespace_id=topic_namespace_id,
        ),
    )


GET_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    home="subkit_aveva_omf.operations._subscriptions.GET_SUBSCRIPTION",
    id="get_subscription",
    resource="subscriptions",
    method="GET",
    path="/api/v1/tenants/{tenantId}/namespaces/{namespaceId}/subscriptions/{subscriptionId}",
    parameters=(
        Parameter("tenant_id", "tenantId", "path", {"type": "string"}, required=True),
        Parameter("namespace_id", "namespaceId", "path", {"type": "string"}, required=True),
        Parameter("subscription", "subscriptionId", "path", {"type": "string"}, required=True, subject=True),
    ),
    accept="application/json",
    success={200: {"ref": "subkit_aveva_omf.models.subscription.Subscription"}},
    problems={
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
    """Get one subscription.

    Deprecated by the vendor.

    Legacy: support ended on 2023-04-30.

    Args:
        subscription: Id of the subscription. An id (str or UUID) or a fetched object. Source: page: Get, Update and
            Delete Subscription, Parameters.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        Unauthenticated: 401. The token is missing or expired.
        Forbidden: 403. The client may not do this.
        NotFound: 404. The tenant, the namespace or the subscription does not exist.
        RequestTimeout: 408. The request took too long. Worth another try, except for a create.
        ServerError: 500. The server failed.
        ServerError: 503. The service is unavailable. Worth another try, except for a create.
        ServerError: 504. A service behind this one did not answer in time. Worth another try, except for a create.

    Source: page: Get Subscription; migration: end of support
    """
    return Operation(GET_SUBSCRIPTION, given(subscription=identify(subscription, "subscription")))


UPDATE_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    home="subkit_aveva_omf.operations._subscriptions.UPDATE_SUBSCRIPTION",
    id="update_subscription",
    resource="subscriptions",
    method="PUT",
    path="/api/v1/tenants/{tenantId}/namespaces/{namespaceId}/subscriptions/{subscriptionId}",
    parameters=(
        Parameter("tenant_id", "tenantId", "path", {"type": "string"}, required=True),
        Parameter("namespace_id", "namespaceId", "path", {"type": "string"}, required=True),
        Parameter("subscription", "subscriptionId", "path", {"type": "string"}, required=True, subject=True),
    ),
    body=Body({"ref": "subkit_aveva_omf.models.update_subscription.UpdateSubscription"}),
    accept="application/json",
    success={200: {"ref": "subkit_aveva_omf.models.subscription.Subscription"}},
    problems={
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
)


def update_subscription(
    subscription: str | UUID | Subscription, /, *, name: str, description: str | None | Unset = UNSET
) -> Operation[Subscription]:
    """Replace the name and the description of a subscription.

    Deprecated by the vendor.

    Legacy: support ended on 2023-04-30.
    The name has to be sent, changed or not. A description that is left out is most likely removed: send the old one
    to keep it.
    Nothing else of a subscription can be changed.

    Args:
        subscription: Id of the subscription. An id (str or UUID) or a fetched object. Source: page: Get, Update and
            Delete Subscription, Parameters.
        name: Name of the subscription, at most 200 characters. At most 200 characters. Source: page: Definitions,
            UpdateSubscription.
        description: Description of the subscription, at most 1000 characters. Null, or leaving it out, most likely
            removes it; neither is documented. At most 1000 characters. Source: page: Definitions,
            UpdateSubscription.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        BadRequest: 400. Bad request. Not listed on the page of this operation, but on that of its twin for topics.
        Unauthenticated: 401. The token is missing or expired.
        Forbidden: 403. The client may not do this.
        NotFound: 404. The tenant, the namespace or the subscription does not exist.
        RequestTimeout: 408. The request took too long. Worth another try, except for a create.
        UnsupportedMediaType: 415. Unsupported media type. Requests have to be JSON.
        ServerError: 500. The server failed.
        ServerError: 503. The service is unavailable. Worth another try, except for a create.
        ServerError: 504. A service behind this one did not answer in time. Worth another try, except for a create.

    Source: page: Update Subscription; migration: end of support
    """
    return Operation(
        UPDATE_SUBSCRIPTION,
        given(subscription=identify(subscription, "subscription"), name=name, description=description),
    )


DELETE_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    home="subkit_aveva_omf.operations._subscriptions.DELETE_SUBSCRIPTION",
    id="delete_subscription",
    resource="subscriptions",
    method="DELETE",
    path="/api/v1/tenants/{tenantId}/namespaces/{namespaceId}/subscriptions/{subscriptionId}",
    parameters=(
        Parameter("tenant_id", "tenantId", "path", {"type": "string"}, required=True),
        Parameter("namespace_id", "namespaceId", "path", {"type": "string"}, required=True),
        Parameter("subscription", "subscriptionId", "path", {"type": "string"}, required=True, subject=True),
    ),
    accept="application/json",
    success={204: None},
    problems={
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


def delete_subscription(subscription: str | UUID | Subscription, /) -> Operation[None]:
    """Delete a subscription.

    Deprecated by the vendor.

    Legacy: support ended on 2023-04-30.

    Args:
        subscription: Id of the subscription. An id (str or UUID) or a fetched object. Source: page: Get, Update and
            Delete Subscription, Parameters.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        Unauthenticated: 401. The token is missing or expired.
        Forbidden: 403. The client may not do this.
        NotFound: 404. The tenant, the namespace or the subscription does not exist.
        RequestTimeout: 408. The request took too long. Worth another try, except for a create.
        ServerError: 500. The server failed.
        ServerError: 503. The service is unavailable. Worth another try, except for a create.
        ServerError: 504. A service behind this one did not answer in time. Worth another try, except for a create.

    Source: page: Delete Subscription; migration: end of support
    """
    return Operation(DELETE_SUBSCRIPTION, given(subscription=identify(subscription, "subscription")))
