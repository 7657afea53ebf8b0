# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""Operations on subscriptions: each function makes a call as a value, and sends nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from subkit._discreet import conceal, reveal
from subkit._operation import Body, Endpoint, Operation, Parameter, given, identify
from subkit._paging import Paging
from subkit._secrets import SecretRule, refuse_secret_loss
from subkit._unset import UNSET, Unset

from .._api import API

if TYPE_CHECKING:
    from ..models.batch_settings import BatchSettings
    from ..models.batch_settings_patch import BatchSettingsPatch
    from ..models.dispatch_type import DispatchType
    from ..models.http_settings import HttpSettings
    from ..models.http_settings_patch import HttpSettingsPatch
    from ..models.subscription import Subscription
    from ..models.wcf_settings import WcfSettings
    from ..models.wcf_settings_patch import WcfSettingsPatch

LIST_SUBSCRIPTIONS: Final[Endpoint[Any]] = Endpoint(
    api=API,
    home="subkit_jackhenry_events.operations._subscriptions.LIST_SUBSCRIPTIONS",
    id="list_subscriptions",
    resource="subscriptions",
    method="GET",
    path="/a/api/enterprise-event/v1/{institutionId}/subscriptions",
    parameters=(
        Parameter("institution_id", "institutionId", "path", {"type": "string", "format": "uuid"}, required=True),
        Parameter("nocache", "nocache", "query", {"type": "boolean"}),
    ),
    accept="application/json",
    success={200: {"type": "array", "items": {"ref": "subkit_jackhenry_events.models.subscription.Subscription"}}},
    problems={
        400: {"ref": "subkit_jackhenry_events.models.standard_error.StandardError"},
        401: None,
        403: None,
        500: {"ref": "subkit_jackhenry_events.models.standard_error.StandardError"},
    },
    idempotent=True,
    paging=Paging(style="none"),
)


def list_subscriptions(*, nocache: bool | Unset = UNSET) -> Operation[list[Subscription]]:
    """List the subscriptions of the institution.

    A bare array, all of them at once: there are no pages, no total and no promised order.
    An answer may come from a cache; `nocache` goes past it.

    Args:
        nocache: Whether to go past the cache of the server. The vendor's default is `false`. Source: page:
            components, parameters, NoCacheQueryParam.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        BadRequest: 400. The request is not valid.
        Unauthenticated: 401. The caller is not authenticated, because the token is missing, expired or not valid.
            No body.
        Forbidden: 403. The caller is known and may not do this. No body. 404 may stand in its place.
        ServerError: 500. The server failed.

    Source: page: Get All Subscriptions
    """
    return Operation(LIST_SUBSCRIPTIONS, given(nocache=nocache))


CREATE_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    home="subkit_jackhenry_events.operations._subscriptions.CREATE_SUBSCRIPTION",
    id="create_subscription",
    resource="subscriptions",
    method="POST",
    path="/a/api/enterprise-event/v1/{institutionId}/subscriptions",
    parameters=(
        Parameter("institution_id", "institutionId", "path", {"type": "string", "format": "uuid"}, required=True),
    ),
    body=Body({"ref": "subkit_jackhenry_events.models.create_subscription_request.CreateSubscriptionRequest"}),
    accept="application/json",
    success={
        200: {"ref": "subkit_jackhenry_events.models.subscription.Subscription"},
        201: {"ref": "subkit_jackhenry_events.models.subscription.Subscription"},
    },
    problems={
        400: {"ref": "subkit_jackhenry_events.models.standard_error.StandardError"},
        401: None,
        403: None,
        500: {"ref": "subkit_jackhenry_events.models.standard_error.StandardError"},
    },
    idempotent=False,
    inquiry="subscriptions.list()",
)


def create_subscription(
    *,
    name: str,
    dispatch_type: DispatchType | str,
    enabled: bool,
    description: str | Unset = UNSET,
    aggregate_events: bool | Unset = UNSET,
    content_type: str | Unset = UNSET,
    internal_endpoint: bool | Unset = UNSET,
    event_number_filter: Sequence[str] | Unset = UNSET,
    batch_settings: BatchSettings | Mapping[str, Any] | Unset = UNSET,
    http_settings: HttpSettings | Mapping[str, Any] | Unset = UNSET,
    wcf_settings: WcfSettings | Mapping[str, Any] | Unset = UNSET,
    secret_version: int | Unset = UNSET,
) -> Operation[Subscription]:
    """Create a subscription.

    The server gives the id. Doing it twice may make two subscriptions; no key against that is documented.
    `httpSettings` belongs to the dispatch type `https` and `wcfSettings` to `wcf`, but the vendor states no rule,
    so
    none is checked here.

    Args:
        name: Name of the subscription. Source: page: components, schemas, CreateSubscriptionRequest.
        description: Text for people. Source: page: components, schemas, CreateSubscriptionRequest.
        aggregate_events: Whether events are gathered into batches. The vendor's default is `false`. Source: page:
            components, schemas, CreateSubscriptionRequest.
        content_type: Media type in which events are dispatched, such as `application/xml`. Source: page:
            components, schemas, CreateSubscriptionRequest.
        dispatch_type: How events are dispatched: to an HTTPS address, to a WCF service, or not at all. One of
            `https`, `wcf`, `none`. Source: page: components, schemas, CreateSubscriptionRequest.
        enabled: Whether events are dispatched. Required although it has a default, so it is always sent. The
            vendor's default is `true`. Source: page: components, schemas, CreateSubscriptionRequest.
        internal_endpoint: Whether the target is an internal endpoint. What counts as internal is not documented.
            The vendor's default is `false`. Source: page: components, schemas, CreateSubscriptionRequest.
        event_number_filter: Numbers of the events to dispatch, as strings. A new list replaces the old one as a
            whole. Source: page: components, schemas, CreateSubscriptionRequest.
        batch_settings: How events are gathered into batches. Source: page: components, schemas,
            CreateSubscriptionRequest.
        http_settings: Where and how to dispatch over HTTP. Source: page: components, schemas,
            CreateSubscriptionRequest.
        wcf_settings: How to dispatch to a WCF service. Source: page: components, schemas,
            CreateSubscriptionRequest.
        secret_version: Version number of the secret. Read-only in replies; what writing it does is not documented.
            Source: page: components, schemas, CreateSubscriptionRequest.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        BadRequest: 400. The request is not valid.
        Unauthenticated: 401. The caller is not authenticated, because the token is missing, expired or not valid.
            No body.
        Forbidden: 403. The caller is known and may not do this. No body. 404 may stand in its place.
        ServerError: 500. The server failed.
        OutcomeUnknown: the answer was lost and the call is not sent again; `client.subscriptions.list()` shows
            whether it was carried out.

    Source: page: Create Subscription
    """
    http_settings = conceal(http_settings)
    wcf_settings = conceal(wcf_settings)
    return Operation(
        CREATE_SUBSCRIPTION,
        given(
            name=name,
            description=description,
            aggregate_events=aggregate_events,
            content_type=content_type,
            dispatch_type=dispatch_type,
            enabled=enabled,
            internal_endpoint=internal_endpoint,
            event_number_filter=event_number_filter,
            batch_settings=batch_settings,
            http_settings=reveal(http_settings),
            wcf_settings=reveal(wcf_settings),
            secret_version=secret_version,
        ),
    )


GET_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    home="subkit_jackhenry_events.operations._subscriptions.GET_SUBSCRIPTION",
    id="get_subscription",
    resource="subscriptions",
    method="GET",
    path="/a/api/enterprise-event/v1/{institutionId}/subscriptions/{subscriptionId}",
    parameters=(
        Parameter("institution_id", "institutionId", "path", {"type": "string", "format": "uuid"}, required=True),
        Parameter(
            "subscription", "subscriptionId", "path", {"type": "string", "format": "uuid"}, required=True, subject=True
        ),
        Parameter("nocache", "nocache", "query", {"type": "boolean"}),
    ),
    accept="application/json",
    success={200: {"ref": "subkit_jackhenry_events.models.subscription.Subscription"}},
    problems={
        400: {"ref": "subkit_jackhenry_events.models.standard_error.StandardError"},
        401: None,
        403: None,
        404: None,
        500: {"ref": "subkit_jackhenry_events.models.standard_error.StandardError"},
    },
    idempotent=True,
)


def get_subscription(
    subscription: str | UUID | Subscription, /, *, nocache: bool | Unset = UNSET
) -> Operation[Subscription]:
    """Get one subscription.

    Secrets are never returned, so what is read here cannot be written back as a whole without losing them.
    An answer may come from a cache; `nocache` goes past it.

    Args:
        subscription: Id of the subscription, a UUID. An id (str or UUID) or a fetched object. A UUID. Source: page:
            components, parameters, SubscriptionIdPathParam.
        nocache: Whether to go past the cache of the server. The vendor's default is `false`. Source: page:
            components, parameters, NoCacheQueryParam.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        BadRequest: 400. The request is not valid.
        Unauthenticated: 401. The caller is not authenticated, because the token is missing, expired or not valid.
            No body.
        Forbidden: 403. The caller is known and may not do this. No body. 404 may stand in its place.
        NotFound: 404. There is no such resource, or the caller may not know that there is one. No body.
        ServerError: 500. The server failed.

    Source: page: Get Subscription by ID
    """
    return Operation(GET_SUBSCRIPTION, given(subscription=identify(subscription, "subscription"), nocache=nocache))


UPDATE_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    home="subkit_jackhenry_events.operations._subscriptions.UPDATE_SUBSCRIPTION",
    id="update_subscription",
    resource="subscriptions",
    method="PUT",
    path="/a/api/enterprise-event/v1/{institutionId}/subscriptions/{subscriptionId}",
    parameters=(
        Parameter("institution_id", "institutionId", "path", {"type": "string", "format": "uuid"}, required=True),
        Parameter(
            "subscription", "subscriptionId", "path", {"type": "string", "format": "uuid"}, required=True, subject=True
        ),
    ),
    body=Body({"ref": "subkit_jackhenry_events.models.create_subscription_request.CreateSubscriptionRequest"}),
    accept="application/json",
    success={200: {"ref": "subkit_jackhenry_events.models.subscription.Subscription"}},
    problems={
        400: {"ref": "subkit_jackhenry_events.models.standard_error.StandardError"},
        401: None,
        403: None,
        404: None,
        500: {"ref": "subkit_jackhenry_events.models.standard_error.StandardError"},
    },
    idempotent=True,
)
_UPDATE_SUBSCRIPTION_SECRETS: Final = (
    SecretRule("http_settings", "httpSettings", "secret", "usesSecrets"),
    SecretRule("wcf_settings", "wcfSettings", "username", "useWcfSecurity"),
    SecretRule("wcf_settings", "wcfSettings", "password", "useWcfSecurity"),
)


def update_subscription(
    subscription: str | UUID | Subscription,
    /,
    *,
    name: str,
    dispatch_type: DispatchType | str,
    enabled: bool,
    description: str | Unset = UNSET,
    aggregate_events: bool | Unset = UNSET,
    content_type: str | Unset = UNSET,
    internal_endpoint: bool | Unset = UNSET,
    event_number_filter: Sequence[str] | Unset = UNSET,
    batch_settings: BatchSettings | Mapping[str, Any] | Unset = UNSET,
    http_settings: HttpSettings | Mapping[str, Any] | Unset = UNSET,
    wcf_settings: WcfSettings | Mapping[str, Any] | Unset = UNSET,
    secret_version: int | Unset = UNSET,
    allow_secret_loss: bool = False,
) -> Operation[Subscription]:
    """Replace a subscription as a whole.

    The record becomes what is sent; what is left out is not kept. That includes `secret`, `username` and
    `password`,
    which no answer ever returns: send them again, or change single fields with a patch.

    Args:
        subscription: Id of the subscription, a UUID. An id (str or UUID) or a fetched object. A UUID. Source: page:
            components, parameters, SubscriptionIdPathParam.
        name: Name of the subscription. Source: page: components, schemas, CreateSubscriptionRequest.
        description: Text for people. Source: page: components, schemas, CreateSubscriptionRequest.
        aggregate_events: Whether events are gathered into batches. The vendor's default is `false`. Source: page:
            components, schemas, CreateSubscriptionRequest.
        content_type: Media type in which events are dispatched, such as `application/xml`. Source: page:
            components, schemas, CreateSubscriptionRequest.
        dispatch_type: How events are dispatched: to an HTTPS address, to a WCF service, or not at all. One of
            `https`, `wcf`, `none`. Source: page: components, schemas, CreateSubscriptionRequest.
        enabled: Whether events are dispatched. Required although it has a default, so it is always sent. The
            vendor's default is `true`. Source: page: components, schemas, CreateSubscriptionRequest.
        internal_endpoint: Whether the target is an internal endpoint. What counts as internal is not documented.
            The vendor's default is `false`. Source: page: components, schemas, CreateSubscriptionRequest.
        event_number_filter: Numbers of the events to dispatch, as strings. A new list replaces the old one as a
            whole. Source: page: components, schemas, CreateSubscriptionRequest.
        batch_settings: How events are gathered into batches. Source: page: components, schemas,
            CreateSubscriptionRequest.
        http_settings: Where and how to dispatch over HTTP. Source: page: components, schemas,
            CreateSubscriptionRequest.
        wcf_settings: How to dispatch to a WCF service. Source: page: components, schemas,
            CreateSubscriptionRequest.
        secret_version: Version number of the secret. Read-only in replies; what writing it does is not documented.
            Source: page: components, schemas, CreateSubscriptionRequest.
        allow_secret_loss: Replace the object although its secrets would be lost.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        BadRequest: 400. The request is not valid.
        Unauthenticated: 401. The caller is not authenticated, because the token is missing, expired or not valid.
            No body.
        Forbidden: 403. The caller is known and may not do this. No body. 404 may stand in its place.
        NotFound: 404. There is no such resource, or the caller may not know that there is one. No body.
        ServerError: 500. The server failed.

    Source: page: Update Subscription (Full Replacement)
    """
    http_settings = conceal(http_settings)
    wcf_settings = conceal(wcf_settings)
    refuse_secret_loss(
        subscription,
        {"httpSettings": http_settings, "wcfSettings": wcf_settings},
        _UPDATE_SUBSCRIPTION_SECRETS,
        allow_secret_loss,
    )
    return Operation(
        UPDATE_SUBSCRIPTION,
        given(
            subscription=identify(subscription, "subscription"),
            name=name,
            description=description,
            aggregate_events=aggregate_events,
            content_type=content_type,
            dispatch_type=dispatch_type,
            enabled=enabled,
            internal_endpoint=internal_endpoint,
            event_number_filter=event_number_filter,
            batch_settings=batch_settings,
            http_settings=reveal(http_settings),
            wcf_settings=reveal(wcf_settings),
            secret_version=secret_version,
        ),
    )


DELETE_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    home="subkit_jackhenry_events.operations._subscriptions.DELETE_SUBSCRIPTION",
    id="delete_subscription",
    resource="subscriptions",
    method="DELETE",
    path="/a/api/enterprise-event/v1/{institutionId}/subscriptions/{subscriptionId}",
    parameters=(
        Parameter("institution_id", "institutionId", "path", {"type": "string", "format": "uuid"}, required=True),
        Parameter(
            "subscription", "subscriptionId", "path", {"type": "string", "format": "uuid"}, required=True, subject=True
        ),
    ),
    accept="application/json",
    success={204: None},
    problems={
        400: {"ref": "subkit_jackhenry_events.models.standard_error.StandardError"},
        401: None,
        403: None,
        404: None,
        500: {"ref": "subkit_jackhenry_events.models.standard_error.StandardError"},
    },
    idempotent=True,
)


def delete_subscription(subscription: str | UUID | Subscription, /) -> Operation[None]:
    """Delete a subscription.

    Endpoint and filter objects that hang on the subscription have to be removed from it first. They have no public
    API; which status answers a delete in spite of them is not documented.

    Args:
        subscription: Id of the subscription, a UUID. An id (str or UUID) or a fetched object. A UUID. Source: page:
            components, parameters, SubscriptionIdPathParam.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        BadRequest: 400. The request is not valid.
        Unauthenticated: 401. The caller is not authenticated, because the token is missing, expired or not valid.
            No body.
        Forbidden: 403. The caller is known and may not do this. No body. 404 may stand in its place.
        NotFound: 404. There is no such resource, or the caller may not know that there is one. No body.
        ServerError: 500. The server failed.

    Source: page: Delete Subscription
    """
    return Operation(DELETE_SUBSCRIPTION, given(subscription=identify(subscription, "subscription")))


PATCH_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    home="subkit_jackhenry_events.operations._subscriptions.PATCH_SUBSCRIPTION",
    id="patch_subscription",
    resource="subscriptions",
    method="PATCH",
    path="/a/api/enterprise-event/v1/{institutionId}/subscriptions/{subscriptionId}",
    parameters=(
        Parameter("institution_id", "institutionId", "path", {"type": "string", "format": "uuid"}, required=True),
        Parameter(
            "subscription", "subscriptionId", "path", {"type": "string", "format": "uuid"}, required=True, subject=True
        ),
    ),
    body=Body(
        {"ref": "subkit_jackhenry_events.models.create_subscription_request_patch.CreateSubscriptionRequestPatch"},
        "application/merge-patch+json",
    ),
    accept="application/json",
    success={200: {"ref": "subkit_jackhenry_events.models.subscription.Subscription"}},
    problems={
        400: {"ref": "subkit_jackhenry_events.models.standard_error.StandardError"},
        401: None,
        403: None,
        404: None,
        500: {"ref": "subkit_jackhenry_events.models.standard_error.StandardError"},
    },
    idempotent=False,
    inquiry="subscriptions.get(...)",
)


def patch_subscription(
    subscription: str | UUID | Subscription,
    /,
    *,
    name: str | None | Unset = UNSET,
    description: str | None | Unset = UNSET,
    aggregate_events: bool | None | Unset = UNSET,
    content_type: str | None | Unset = UNSET,
    dispatch_type: DispatchType | str | None | Unset = UNSET,
    enabled: bool | None | Unset = UNSET,
    internal_endpoint: bool | None | Unset = UNSET,
    event_number_filter: Sequence[str] | None | Unset = UNSET,
    batch_settings: BatchSettingsPatch | Mapping[str, Any] | None | Unset = UNSET,
    http_settings: HttpSettingsPatch | Mapping[str, Any] | None | Unset = UNSET,
    wcf_settings: WcfSettingsPatch | Mapping[str, Any] | None | Unset = UNSET,
    secret_version: int | None | Unset = UNSET,
) -> Operation[Subscription]:
    """Change some fields of a subscription.

    A JSON Merge Patch: what is left out stays as it is, null removes a field, a value replaces it.
    Nested objects are merged in the same way; an array is replaced as a whole.
    The vendor does not say which fields may be removed.

    Args:
        subscription: Id of the subscription, a UUID. An id (str or UUID) or a fetched object. A UUID. Source: page:
            components, parameters, SubscriptionIdPathParam.
        name: Name of the subscription. Source: page: components, schemas, CreateSubscriptionRequest.
        description: Text for people. Source: page: components, schemas, CreateSubscriptionRequest.
        aggregate_events: Whether events are gathered into batches. Source: page: components, schemas,
            CreateSubscriptionRequest.
        content_type: Media type in which events are dispatched, such as `application/xml`. Source: page:
            components, schemas, CreateSubscriptionRequest.
        dispatch_type: How events are dispatched: to an HTTPS address, to a WCF service, or not at all. One of
            `https`, `wcf`, `none`. Source: page: components, schemas, CreateSubscriptionRequest.
        enabled: Whether events are dispatched. Required although it has a default, so it is always sent. Source:
            page: components, schemas, CreateSubscriptionRequest.
        internal_endpoint: Whether the target is an internal endpoint. What counts as internal is not documented.
            Source: page: components, schemas, CreateSubscriptionRequest.
        event_number_filter: Numbers of the events to dispatch, as strings. A new list replaces the old one as a
            whole. Source: page: components, schemas, CreateSubscriptionRequest.
        batch_settings: Changes to a BatchSettings: None deletes a field, what is left out stays. Source: page:
            components, schemas, CreateSubscriptionRequest.
        http_settings: Changes to a HttpSettings: None deletes a field, what is left out stays. Source: page:
            components, schemas, CreateSubscriptionRequest.
        wcf_settings: Changes to a WcfSettings: None deletes a field, what is left out stays. Source: page:
            components, schemas, CreateSubscriptionRequest.
        secret_version: Version number of the secret. Read-only in replies; what writing it does is not documented.
            Source: page: components, schemas, CreateSubscriptionRequest.

    Returns:
        An operation: `client.send(operation)` performs it.

    Raises:
        InvalidArgument: an argument is not as described here; nothing was sent.
        BadRequest: 400. The request is not valid.
        Unauthenticated: 401. The caller is not authenticated, because the token is missing, expired or not valid.
            No body.
        Forbidden: 403. The caller is known and may not do this. No body. 404 may stand in its place.
        NotFound: 404. There is no such resource, or the caller may not know that there is one. No body.
        ServerError: 500. The server failed.
        OutcomeUnknown: the answer was lost and the call is not sent again; `client.subscriptions.get(...)` shows
            whether it was carried out.

    Source: page: Partially Update Subscription
    """
    http_settings = conceal(http_settings)
    wcf_settings = conceal(wcf_settings)
    return Operation(
        PATCH_SUBSCRIPTION,
        given(
            subscription=identify(subscription, "subscription"),
            name=name,
            description=description,
            aggregate_events=aggregate_events,
            content_type=content_type,
            dispatch_type=dispatch_type,
            enabled=enabled,
            internal_endpoint=internal_endpoint,
            event_number_filter=event_number_filter,
            batch_settings=batch_settings,
            http_settings=reveal(http_settings),
            wcf_settings=reveal(wcf_settings),
            secret_version=secret_version,
        ),
    )
