# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""Operations on subscriptions. Each function returns a call as a value; `client.send` performs it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from subkit._operations import (
    Endpoint,
    Operation,
    Paging,
    Parameter,
    RequestBody,
    drop_unset,
    id_of,
    json_text,
)
from subkit._unset import UNSET, Unset

from .._api import API

if TYPE_CHECKING:
    from ..models.delivery_target import DeliveryTarget
    from ..models.subscription import Subscription
    from ..models.subscription_list import SubscriptionList

LIST_SUBSCRIPTIONS: Final[Endpoint[Any]] = Endpoint(
    api=API,
    id="list_subscriptions",
    resource="subscriptions",
    method="GET",
    path="/v1/subscriptions",
    parameters=(
        Parameter("event_type", "eventType", "query", {"type": "string", "maxLength": 255}),
        Parameter(
            "page_size", "pageSize", "query", {"type": "integer", "format": "int32", "minimum": 1, "maximum": 1000}
        ),
        Parameter("page_token", "pageToken", "query", {"type": "string"}),
    ),
    accept="application/json",
    success={200: {"ref": "subkit_illumina_ens.models.subscription_list.SubscriptionList"}},
    errors={
        400: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        401: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        403: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        "default": {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
    },
    idempotent=True,
    paging=Paging(
        style="token",
        items="items",
        token="page_token",
        next="nextPageToken",
        limit="page_size",
        total="totalItemCount",
    ),
)


def list_subscriptions(
    *, event_type: str | Unset = UNSET, page_size: int | Unset = UNSET, page_token: str | Unset = UNSET
) -> Operation[SubscriptionList]:
    """List subscriptions. One page of `client.subscriptions.list`."""
    return Operation(LIST_SUBSCRIPTIONS, drop_unset(event_type=event_type, page_size=page_size, page_token=page_token))


CREATE_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    id="create_subscription",
    resource="subscriptions",
    method="POST",
    path="/v1/subscriptions",
    parameters=(),
    body=RequestBody({"ref": "subkit_illumina_ens.models.create_subscription_request.CreateSubscriptionRequest"}),
    accept="application/json",
    success={201: {"ref": "subkit_illumina_ens.models.subscription.Subscription"}},
    errors={
        400: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        401: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        403: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        409: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        "default": {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
    },
    idempotent=False,
    lookup="subscriptions.list()",
)


def create_subscription(
    *,
    type: str,
    name: str,
    delivery_target: DeliveryTarget | Mapping[str, Any],
    actions: Sequence[str] | Unset = UNSET,
    description: str | Unset = UNSET,
    filter_expression: str | Mapping[str, Any] | Unset = UNSET,
) -> Operation[Subscription]:
    """Create a subscription. See `client.subscriptions.create`."""
    return Operation(
        CREATE_SUBSCRIPTION,
        drop_unset(
            type=type,
            actions=actions,
            name=name,
            description=description,
            filter_expression=json_text(filter_expression, "filter_expression"),
            delivery_target=delivery_target,
        ),
    )


GET_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    id="get_subscription",
    resource="subscriptions",
    method="GET",
    path="/v1/subscriptions/{subscriptionId}",
    parameters=(
        Parameter(
            "subscription",
            "subscriptionId",
            "path",
            {"type": "string", "maxLength": 255},
            required=True,
            is_id=True,
            objects=("subkit_illumina_ens.models.subscription.Subscription",),
        ),
    ),
    accept="application/json",
    success={200: {"ref": "subkit_illumina_ens.models.subscription.Subscription"}},
    errors={
        400: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        401: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        403: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        404: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        410: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        "default": {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
    },
    idempotent=True,
)


def get_subscription(subscription: str | UUID | Subscription, /) -> Operation[Subscription]:
    """Get one subscription. See `client.subscriptions.get`."""
    return Operation(GET_SUBSCRIPTION, drop_unset(subscription=id_of(GET_SUBSCRIPTION, subscription)))


DISABLE_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    id="disable_subscription",
    resource="subscriptions",
    method="DELETE",
    path="/v1/subscriptions/{subscriptionId}",
    parameters=(
        Parameter(
            "subscription",
            "subscriptionId",
            "path",
            {"type": "string", "maxLength": 255},
            required=True,
            is_id=True,
            objects=("subkit_illumina_ens.models.subscription.Subscription",),
        ),
    ),
    accept="application/json",
    success={200: {"ref": "subkit_illumina_ens.models.subscription.Subscription"}},
    errors={
        400: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        401: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        403: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        404: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        410: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        "default": {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
    },
    idempotent=True,
    lookup="subscriptions.get(...)",
)


def disable_subscription(subscription: str | UUID | Subscription, /) -> Operation[Subscription]:
    """Disable a subscription. See `client.subscriptions.disable`."""
    return Operation(DISABLE_SUBSCRIPTION, drop_unset(subscription=id_of(DISABLE_SUBSCRIPTION, subscription)))
