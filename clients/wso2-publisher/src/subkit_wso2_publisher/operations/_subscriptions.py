# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""Operations on subscriptions. Each function returns a call as a value; `client.send` performs it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, Literal, overload
from uuid import UUID

from subkit._operations import (
    Conditions,
    Endpoint,
    Operation,
    Paging,
    Parameter,
    basis_of,
    conditions_of,
    drop_unset,
    id_of,
    refreshing,
)
from subkit._unset import UNSET, Unset

from .._api import API

if TYPE_CHECKING:
    from subkit import NotModified

    from ..models.block_state import BlockState
    from ..models.subscription import Subscription
    from ..models.subscription_list import SubscriptionList

LIST_SUBSCRIPTIONS: Final[Endpoint[Any]] = Endpoint(
    api=API,
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
    errors={
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
    """List the subscriptions of one API. One page of `client.subscriptions.list`.

    Args:
        if_none_match: Entity tag of the version that you have.
    """
    return Operation(
        LIST_SUBSCRIPTIONS,
        drop_unset(api_id=api_id, limit=limit, offset=offset),
        Conditions(if_none_match=if_none_match),
    )


GET_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    id="get_subscription",
    resource="subscriptions",
    method="GET",
    path="/subscriptions/{subscriptionId}",
    parameters=(
        Parameter(
            "subscription",
            "subscriptionId",
            "path",
            {"type": "string"},
            required=True,
            is_id=True,
            objects=("subkit_wso2_publisher.models.subscription.Subscription",),
        ),
    ),
    accept="application/json",
    success={200: {"ref": "subkit_wso2_publisher.models.subscription.Subscription"}, 304: None},
    errors={
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
    """Get one subscription. See `client.subscriptions.get`."""
    return Operation(
        GET_SUBSCRIPTION,
        drop_unset(subscription=id_of(GET_SUBSCRIPTION, subscription)),
        Conditions(if_none_match=if_none_match, if_modified_since=if_modified_since),
    )


def refresh_subscription(subscription: Subscription, /) -> Operation[Subscription | NotModified]:
    """Fetch an object again if it has changed. See `client.subscriptions.refresh`."""
    return refreshing(GET_SUBSCRIPTION, subscription)


BLOCK_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    id="block_subscription",
    resource="subscriptions",
    method="POST",
    path="/subscriptions/block-subscription",
    parameters=(
        Parameter(
            "subscription",
            "subscriptionId",
            "query",
            {"type": "string"},
            required=True,
            is_id=True,
            objects=("subkit_wso2_publisher.models.subscription.Subscription",),
        ),
        Parameter(
            "block_state",
            "blockState",
            "query",
            {
                "type": "string",
                "enum": ("BLOCKED", "PROD_ONLY_BLOCKED"),
                "open": "subkit_wso2_publisher.models.block_state.BlockState",
            },
            required=True,
        ),
    ),
    accept="application/json",
    success={200: {"ref": "subkit_wso2_publisher.models.subscription.Subscription"}},
    errors={
        400: {"ref": "subkit_wso2_publisher.models.error.Error"},
        401: {"ref": "subkit_wso2_publisher.models.error.Error"},
        404: {"ref": "subkit_wso2_publisher.models.error.Error"},
        412: {"ref": "subkit_wso2_publisher.models.error.Error"},
        500: {"ref": "subkit_wso2_publisher.models.error.Error"},
    },
    conditions=("If-Match", "If-Unmodified-Since"),
    idempotent=True,
    empty_reply="subscriptionId",
    lookup="subscriptions.get(...)",
)


def block_subscription(
    subscription: str | UUID | Subscription,
    /,
    *,
    block_state: Literal["BLOCKED", "PROD_ONLY_BLOCKED"] | BlockState,
    if_match: str | Unset = UNSET,
    if_unmodified_since: datetime | Unset = UNSET,
) -> Operation[Subscription]:
    """Block a subscription. See `client.subscriptions.block`."""
    return Operation(
        BLOCK_SUBSCRIPTION,
        drop_unset(subscription=id_of(BLOCK_SUBSCRIPTION, subscription), block_state=block_state),
        conditions_of(subscription, if_match=if_match, if_unmodified_since=if_unmodified_since),
        basis_of(subscription),
    )


UNBLOCK_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    id="unblock_subscription",
    resource="subscriptions",
    method="POST",
    path="/subscriptions/unblock-subscription",
    parameters=(
        Parameter(
            "subscription",
            "subscriptionId",
            "query",
            {"type": "string"},
            required=True,
            is_id=True,
            objects=("subkit_wso2_publisher.models.subscription.Subscription",),
        ),
    ),
    accept="application/json",
    success={200: {"ref": "subkit_wso2_publisher.models.subscription.Subscription"}},
    errors={
        400: {"ref": "subkit_wso2_publisher.models.error.Error"},
        401: {"ref": "subkit_wso2_publisher.models.error.Error"},
        404: {"ref": "subkit_wso2_publisher.models.error.Error"},
        412: {"ref": "subkit_wso2_publisher.models.error.Error"},
        500: {"ref": "subkit_wso2_publisher.models.error.Error"},
    },
    conditions=("If-Match", "If-Unmodified-Since"),
    idempotent=True,
    empty_reply="subscriptionId",
    lookup="subscriptions.get(...)",
)


def unblock_subscription(
    subscription: str | UUID | Subscription,
    /,
    *,
    if_match: str | Unset = UNSET,
    if_unmodified_since: datetime | Unset = UNSET,
) -> Operation[Subscription]:
    """Unblock a subscription. See `client.subscriptions.unblock`."""
    return Operation(
        UNBLOCK_SUBSCRIPTION,
        drop_unset(subscription=id_of(UNBLOCK_SUBSCRIPTION, subscription)),
        conditions_of(subscription, if_match=if_match, if_unmodified_since=if_unmodified_since),
        basis_of(subscription),
    )
