# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""Operations on subscriptions: each function makes a call as a value, and sends nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from subkit._operation import Body, Endpoint, Operation, Parameter, given, identify, json_text
from subkit._paging import Paging
from subkit._unset import UNSET, Unset

from .._api import API

if TYPE_CHECKING:
    from ..models.delivery_target import DeliveryTarget
    from ..models.subscription import Subscription
    from ..models.subscription_list import SubscriptionList

LIST_SUBSCRIPTIONS: Final[Endpoint[Any]] = Endpoint(
    api=API,
    home="subkit_illumina_ens.operations._subscriptions.LIST_SUBSCRIPTIONS",
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
    problems={
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
    """List subscriptions.

    The subscriptions of the token's tenant and context, in pages that are linked by opaque tokens.
    The order is told in the answer and cannot be chosen.
    Whether disabled subscriptions stay in the list is not documented; look at `isDeleted`.

    Args:
        event_type: Only subscriptions to this event type, such as `gds.files`. At most 255 characters. At most 255
            characters. Source: page: list_subscriptions, Parameters; swagger: limit.
        page_size: Most items in one page, 1 to 1000. What the server takes without it is not documented. At least
            1, at most 1000. Source: page: list_subscriptions, Parameters; swagger: limits.
        page_token: Which page: `firstPageToken`, `nextPageToken`, `prevPageToken` or `lastPageToken` of an earlier
            answer. Left out for the first call. Source: page: list_subscriptions, Parameters; swagger:
            SubscriptionList.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        BadRequest: 400. A parameter or field is missing or not valid.
        Unauthenticated: 401. The caller cannot be identified, because the token is missing, expired or not valid.
        Forbidden: 403. The caller may not look at subscriptions.
        ApiError: any other status. Anything else that went wrong. The vendor's advice is to try again, then to ask
            the administrator.

    Source: page: list_subscriptions
    """
    return Operation(LIST_SUBSCRIPTIONS, given(event_type=event_type, page_size=page_size, page_token=page_token))


CREATE_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    home="subkit_illumina_ens.operations._subscriptions.CREATE_SUBSCRIPTION",
    id="create_subscription",
    resource="subscriptions",
    method="POST",
    path="/v1/subscriptions",
    parameters=(),
    body=Body({"ref": "subkit_illumina_ens.models.create_subscription_request.CreateSubscriptionRequest"}),
    accept="application/json",
    success={201: {"ref": "subkit_illumina_ens.models.subscription.Subscription"}},
    problems={
        400: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        401: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        403: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        409: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        "default": {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
    },
    idempotent=False,
    inquiry="subscriptions.list()",
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
    """Create a subscription.

    Subscribes to one event type and says where its events go: exactly one delivery target.
    There is no update. To change a subscription, disable it and create another.
    409 means that the target is wrong or out of reach, typically because the policy of the
    queue or topic does not let the platform in; it does not mean that the name is taken.
    Doing it twice may make two subscriptions.

    Args:
        type: Event type, 1 to 255 letters and dots, a letter first. Documented ones: `bssh.runs`,
            `bssh.sequencingstats`, `gds.files`, `gds.folders`, `gds.volumes`, `gss.analysisRuns`, `gss.samples`,
            `tes.runs`, `wes.runs`, `wes.runs.historyevents`, `wes.workflows`. Each has actions of its own. At least
            1 characters, at most 255 characters, of the pattern `^[a-zA-Z]+[.a-zA-Z]*$`. Source: swagger:
            definitions, CreateSubscriptionRequest; guide: available events.
        actions: Actions of the event type to be told of, such as `uploaded` of `gds.files`. At most 255. What
            happens without it is not documented. At most 255 items. Source: swagger: definitions,
            CreateSubscriptionRequest; guide: available events.
        name: Name of the subscription, 1 to 255 letters, digits, `_` and `-`, a letter or digit first. No spaces.
            At least 1 characters, at most 255 characters, of the pattern `^[a-zA-Z0-9]+[a-zA-Z0-9_-]*$`. Source:
            swagger: definitions, CreateSubscriptionRequest.
        description: Text for people, at most 8192 characters. At most 8192 characters. Source: swagger:
            definitions, CreateSubscriptionRequest.
        filter_expression: Which events to deliver: a JSON document, written as a string of at most 8192 characters.
            Operators in use are `equal`, `startsWith`, `and` and `or`, each with an array of operands; an operand
            `{"path": "$.volumeName"}` stands for a value of the event. A dict is written as JSON. At most 8192
            characters. Source: swagger: definitions, CreateSubscriptionRequest; users: filter expressions.
        delivery_target: Where matching events go. Exactly one of the three has to be given. Source: swagger:
            definitions, CreateSubscriptionRequest.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        BadRequest: 400. A parameter or field is missing or not valid.
        Unauthenticated: 401. The caller cannot be identified, because the token is missing, expired or not valid.
        Forbidden: 403. The caller may not subscribe to this event type, or may not deliver to this target.
        Conflict: 409. The target is wrong, or the platform cannot reach it.
        OutcomeUnknown: the answer was lost and the call is not sent again; `client.subscriptions.list()` shows
            whether it was carried out.
        ApiError: any other status. Anything else that went wrong. The vendor's advice is to try again, then to ask
            the administrator.

    Source: page: create_subscription
    """
    return Operation(
        CREATE_SUBSCRIPTION,
        given(
            type=type,
            actions=actions,
            name=name,
            description=description,
            filter_expression=json_text(filter_expression),
            delivery_target=delivery_target,
        ),
    )


GET_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    home="subkit_illumina_ens.operations._subscriptions.GET_SUBSCRIPTION",
    id="get_subscription",
    resource="subscriptions",
    method="GET",
    path="/v1/subscriptions/{subscriptionId}",
    parameters=(
        Parameter(
            "subscription", "subscriptionId", "path", {"type": "string", "maxLength": 255}, required=True, subject=True
        ),
    ),
    accept="application/json",
    success={200: {"ref": "subkit_illumina_ens.models.subscription.Subscription"}},
    problems={
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
    """Get one subscription.

    A subscription that has been disabled is answered with 410, not with its last state.

    Args:
        subscription: Id of the subscription, such as `sub.1692`. At most 255 characters. An id (str or UUID) or a
            fetched object. At most 255 characters. Source: page: get_subscription and disable_subscription,
            Parameters; swagger: limit; users: form of the id.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        BadRequest: 400. A parameter or field is missing or not valid.
        Unauthenticated: 401. The caller cannot be identified, because the token is missing, expired or not valid.
        Forbidden: 403. The caller may not look at this subscription.
        NotFound: 404. There is no subscription with this id.
        Gone: 410. The subscription with this id has been disabled before.
        ApiError: any other status. Anything else that went wrong. The vendor's advice is to try again, then to ask
            the administrator.

    Source: page: get_subscription
    """
    return Operation(GET_SUBSCRIPTION, given(subscription=identify(subscription, "subscription")))


DISABLE_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    home="subkit_illumina_ens.operations._subscriptions.DISABLE_SUBSCRIPTION",
    id="disable_subscription",
    resource="subscriptions",
    method="DELETE",
    path="/v1/subscriptions/{subscriptionId}",
    parameters=(
        Parameter(
            "subscription", "subscriptionId", "path", {"type": "string", "maxLength": 255}, required=True, subject=True
        ),
    ),
    accept="application/json",
    success={200: {"ref": "subkit_illumina_ens.models.subscription.Subscription"}},
    problems={
        400: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        401: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        403: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        404: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        410: {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
        "default": {"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
    },
    idempotent=True,
)


def disable_subscription(subscription: str | UUID | Subscription, /) -> Operation[Subscription]:
    """Disable a subscription.

    Marks the subscription as deleted; no operation enables it again. The answer holds the subscription as it is
    then. Doing it again gives 410, so a repeat after a lost answer may well meet that.

    Args:
        subscription: Id of the subscription, such as `sub.1692`. At most 255 characters. An id (str or UUID) or a
            fetched object. At most 255 characters. Source: page: get_subscription and disable_subscription,
            Parameters; swagger: limit; users: form of the id.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        BadRequest: 400. A parameter or field is missing or not valid.
        Unauthenticated: 401. The caller cannot be identified, because the token is missing, expired or not valid.
        Forbidden: 403. The caller may not disable this subscription.
        NotFound: 404. There is no subscription with this id.
        Gone: 410. The subscription with this id has been disabled before.
        ApiError: any other status. Anything else that went wrong. The vendor's advice is to try again, then to ask
            the administrator.

    Source: page: disable_subscription
    """
    return Operation(DISABLE_SUBSCRIPTION, given(subscription=identify(subscription, "subscription")))
