# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""Operations on subscriptions: each function makes a call as a value, and sends nothing."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, overload
from uuid import UUID

from subkit._operation import Conditions, Endpoint, Operation, Parameter, basis_of, given, identify
from subkit._paging import Paging
from subkit._unset import UNSET, Unset

from .._api import API

if TYPE_CHECKING:
    from subkit._response import NotModified

    from ..models.block_state import BlockState
    from ..models.subscription import Subscription
    from ..models.subscription_list import SubscriptionList

LIST_SUBSCRIPTIONS: Final[Endpoint[Any]] = Endpoint(
    api=API,
    home="subkit_wso2_publisher.operations._subscriptions.LIST_SUBSCRIPTIONS",
    id="list_subscriptions",
    resource="subscriptions",
    method="GET",
    path="/subscriptions",
    parameters=(
        Parameter("api_id", "apiId", "query", {"type": "string"}, required=True),
        Parameter("limit", "limit", "query", {"type": "integer"}),
        Parameter("offset", "offset", "query", {"type": "integer"}),
    ),
    accept="application/json",
    success={200: {"ref": "subkit_wso2_publisher.models.subscription_list.SubscriptionList"}, 304: None},
    problems={
        401: {"ref": "subkit_wso2_publisher.models.error.Error"},
        404: {"ref": "subkit_wso2_publisher.models.error.Error"},
        406: {"ref": "subkit_wso2_publisher.models.error.Error"},
        500: {"ref": "subkit_wso2_publisher.models.error.Error"},
    },
    conditions=("If-None-Match",),
    idempotent=True,
    paging=Paging(
        style="offset",
        items="list",
        next="next",
        offset="offset",
        limit="limit",
        links=(("limit", "limit", "integer"), ("offset", "offset", "integer")),
    ),
)


@overload
def list_subscriptions(
    *, api_id: str, limit: int | Unset = UNSET, offset: int | Unset = UNSET, if_none_match: Unset = UNSET
) -> Operation[SubscriptionList]: ...
@overload
def list_subscriptions(
    *, api_id: str, limit: int | Unset = UNSET, offset: int | Unset = UNSET, if_none_match: str | None
) -> Operation[SubscriptionList | NotModified]: ...
def list_subscriptions(
    *, api_id: str, limit: int | Unset = UNSET, offset: int | Unset = UNSET, if_none_match: str | None | Unset = UNSET
) -> Operation[Any]:
    """List the subscriptions of one API.

    `count` of the answer is the number of items in this page; no total is given.
    `next` and `previous` are references without the base path of the API, whose values are not URL-encoded.
    An offset past the end gives an empty page. An API that the caller may not see gives 404.

    Needs the scope apim:subscription_view.

    Args:
        api_id: Id of the API: its UUID, or `provider-name-version`. Source: page: Get All Subscriptions,
            Parameters.
        limit: Most items in one page. The server enforces no upper bound. The vendor's default is `25`. Source:
            page: Get All Subscriptions, Parameters.
        offset: Position of the first item in the whole list, counted from 0. The vendor's default is `0`. Source:
            page: Get All Subscriptions, Parameters.
        if_none_match: Entity tag of what you have.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        Unauthenticated: 401. The token is missing, expired, or lacks the scope.
        NotFound: 404. The API does not exist, or the caller may not see it.
        NotAcceptable: 406. Not acceptable. The requested media type is not supported.
        ServerError: 500. The server failed.

    Source: page: Get All Subscriptions
    """
    return Operation(
        LIST_SUBSCRIPTIONS, given(api_id=api_id, limit=limit, offset=offset), Conditions(if_none_match=if_none_match)
    )


GET_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    home="subkit_wso2_publisher.operations._subscriptions.GET_SUBSCRIPTION",
    id="get_subscription",
    resource="subscriptions",
    method="GET",
    path="/subscriptions/{subscriptionId}",
    parameters=(Parameter("subscription", "subscriptionId", "path", {"type": "string"}, required=True, subject=True),),
    accept="application/json",
    success={200: {"ref": "subkit_wso2_publisher.models.subscription.Subscription"}, 304: None},
    problems={
        401: {"ref": "subkit_wso2_publisher.models.error.Error"},
        404: {"ref": "subkit_wso2_publisher.models.error.Error"},
        500: {"ref": "subkit_wso2_publisher.models.error.Error"},
    },
    conditions=("If-None-Match", "If-Modified-Since"),
    idempotent=True,
)


@overload
def get_subscription(
    subscription: str | UUID | Subscription, /, *, if_none_match: Unset = UNSET, if_modified_since: Unset = UNSET
) -> Operation[Subscription]: ...
@overload
def get_subscription(
    subscription: str | UUID | Subscription,
    /,
    *,
    if_none_match: str | None,
    if_modified_since: datetime | None | Unset = UNSET,
) -> Operation[Subscription | NotModified]: ...
@overload
def get_subscription(
    subscription: str | UUID | Subscription, /, *, if_modified_since: datetime | None, if_none_match: Unset = UNSET
) -> Operation[Subscription | NotModified]: ...
def get_subscription(
    subscription: str | UUID | Subscription,
    /,
    *,
    if_none_match: str | None | Unset = UNSET,
    if_modified_since: datetime | None | Unset = UNSET,
) -> Operation[Any]:
    """Get one subscription.

    Needs the scope apim:subscription_view.

    Args:
        subscription: Id of the subscription. An id (str or UUID) or a fetched object. Source: page: Get a
            Subscription, Parameters.
        if_none_match: Entity tag of what you have.
        if_modified_since: Aware datetime of what you have.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        Unauthenticated: 401. The token is missing, expired, or lacks the scope.
        NotFound: 404. The subscription does not exist.
        ServerError: 500. The server failed.

    Source: page: Get a Subscription
    """
    return Operation(
        GET_SUBSCRIPTION,
        given(subscription=identify(subscription, "subscription")),
        Conditions(if_none_match=if_none_match, if_modified_since=if_modified_since),
    )


def refresh_subscription(subscription: Subscription, /) -> Operation[Subscription | NotModified]:
    """Ask for a fetched object again, only if it has changed.

    Sends the validators that it came with; without any it is a plain get.

    Returns:
        An operation whose answer is the object, or `NotModified`.

    Raises:
        As `get`.

    Source: page: Get a Subscription
    """
    return Operation(
        GET_SUBSCRIPTION,
        given(subscription=identify(subscription, "subscription")),
        Conditions(revalidate=True),
        basis_of(subscription),
    )


BLOCK_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    home="subkit_wso2_publisher.operations._subscriptions.BLOCK_SUBSCRIPTION",
    id="block_subscription",
    resource="subscriptions",
    method="POST",
    path="/subscriptions/block-subscription",
    parameters=(
        Parameter("subscription", "subscriptionId", "query", {"type": "string"}, required=True, subject=True),
        Parameter(
            "block_state",
            "blockState",
            "query",
            {
                "type": "string",
                "enum": (
                    "BLOCKED",
                    "PROD_ONLY_BLOCKED",
                ),
                "open": "subkit_wso2_publisher.models.block_state.BlockState",
            },
            required=True,
        ),
    ),
    accept="application/json",
    success={200: {"ref": "subkit_wso2_publisher.models.subscription.Subscription"}},
    problems={
        400: {"ref": "subkit_wso2_publisher.models.error.Error"},
        401: {"ref": "subkit_wso2_publisher.models.error.Error"},
        404: {"ref": "subkit_wso2_publisher.models.error.Error"},
        412: {"ref": "subkit_wso2_publisher.models.error.Error"},
        500: {"ref": "subkit_wso2_publisher.models.error.Error"},
    },
    conditions=("If-Match", "If-Unmodified-Since"),
    idempotent=True,
    empty_reply="subscriptionId",
)


def block_subscription(
    subscription: str | UUID | Subscription,
    /,
    *,
    block_state: BlockState | str,
    if_match: str | None | Unset = UNSET,
    if_unmodified_since: datetime | None | Unset = UNSET,
) -> Operation[Subscription]:
    """Block a subscription.

    Sets the state; doing it again changes nothing.
    The vendor declares `If-Match` and `If-Unmodified-Since` here, but servers of this generation accept and
    ignore both: do not rely on them to keep two publishers apart.
    The reply may have no body; the result then holds only its id.

    Needs the scope apim:subscription_block.

    Args:
        subscription: Id of the subscription. An id (str or UUID) or a fetched object. Source: page: Block a
            subscription and Unblock a Subscription, Parameters.
        block_state: What to block: `BLOCKED` blocks all requests, `PROD_ONLY_BLOCKED` only those to production. The
            server writes any text it is given into its database and then fails on it, so the value is checked here.
            One of `BLOCKED`, `PROD_ONLY_BLOCKED`. Source: page: Block a subscription, Parameters.
        if_match: Entity tag that the object must still have, or `subkit.ANY`. Left out, it is taken from the
            fetched object; None sends no precondition.
        if_unmodified_since: Aware datetime after which the object must not have changed. Left out, it is taken from
            the fetched object where only a date is known. Dates count whole seconds: two changes within one look
            alike, so a tag protects better.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        BadRequest: 400. Invalid request or validation error.
        Unauthenticated: 401. The token is missing, expired, or lacks the scope.
        NotFound: 404. The subscription does not exist.
        PreconditionFailed: 412. Precondition failed. The body may be empty.
        ServerError: 500. The server failed.

    Source: page: Block a subscription
    """
    return Operation(
        BLOCK_SUBSCRIPTION,
        given(subscription=identify(subscription, "subscription"), block_state=block_state),
        Conditions(if_match=if_match, if_unmodified_since=if_unmodified_since),
        basis_of(subscription),
    )


UNBLOCK_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    home="subkit_wso2_publisher.operations._subscriptions.UNBLOCK_SUBSCRIPTION",
    id="unblock_subscription",
    resource="subscriptions",
    method="POST",
    path="/subscriptions/unblock-subscription",
    parameters=(Parameter("subscription", "subscriptionId", "query", {"type": "string"}, required=True, subject=True),),
    accept="application/json",
    success={200: {"ref": "subkit_wso2_publisher.models.subscription.Subscription"}},
    problems={
        400: {"ref": "subkit_wso2_publisher.models.error.Error"},
        401: {"ref": "subkit_wso2_publisher.models.error.Error"},
        404: {"ref": "subkit_wso2_publisher.models.error.Error"},
        412: {"ref": "subkit_wso2_publisher.models.error.Error"},
        500: {"ref": "subkit_wso2_publisher.models.error.Error"},
    },
    conditions=("If-Match", "If-Unmodified-Since"),
    idempotent=True,
    empty_reply="subscriptionId",
)


def unblock_subscription(
    subscription: str | UUID | Subscription,
    /,
    *,
    if_match: str | None | Unset = UNSET,
    if_unmodified_since: datetime | None | Unset = UNSET,
) -> Operation[Subscription]:
    """Unblock a subscription.

    Sets the state to `UNBLOCKED`; doing it again changes nothing.
    The vendor declares `If-Match` and `If-Unmodified-Since` here, but servers of this generation accept and
    ignore both: do not rely on them to keep two publishers apart.
    The reply may have no body; the result then holds only its id.

    Needs the scope apim:subscription_block.

    Args:
        subscription: Id of the subscription. An id (str or UUID) or a fetched object. Source: page: Block a
            subscription and Unblock a Subscription, Parameters.
        if_match: Entity tag that the object must still have, or `subkit.ANY`. Left out, it is taken from the
            fetched object; None sends no precondition.
        if_unmodified_since: Aware datetime after which the object must not have changed. Left out, it is taken from
            the fetched object where only a date is known. Dates count whole seconds: two changes within one look
            alike, so a tag protects better.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        BadRequest: 400. Invalid request or validation error.
        Unauthenticated: 401. The token is missing, expired, or lacks the scope.
        NotFound: 404. The subscription does not exist.
        PreconditionFailed: 412. Precondition failed. The body may be empty.
        ServerError: 500. The server failed.

    Source: page: Unblock a Subscription
    """
    return Operation(
        UNBLOCK_SUBSCRIPTION,
        given(subscription=identify(subscription, "subscription")),
        Conditions(if_match=if_match, if_unmodified_since=if_unmodified_since),
        basis_of(subscription),
    )
