# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""Operations on subscriptions. Each function returns a call as a value; `client.send` performs it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal, overload
from uuid import UUID

from subkit._operations import (
    Endpoint,
    Operation,
    Paging,
    Parameter,
    RequestBody,
    WriteOnlyField,
    drop_unset,
    id_of,
    keep_secrets,
    patch_arguments,
    replacement_arguments,
)
from subkit._secrets import unwrap_secret, wrap_secret
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
    errors={
        400: {"ref": "subkit_jackhenry_events.models.standard_error.StandardError"},
        401: None,
        403: None,
        500: {"ref": "subkit_jackhenry_events.models.standard_error.StandardError"},
    },
    idempotent=True,
    paging=Paging(style="none"),
)


def list_subscriptions(*, nocache: bool | Unset = UNSET) -> Operation[list[Subscription]]:
    """List the subscriptions of the institution. One page of `client.subscriptions.list`."""
    return Operation(LIST_SUBSCRIPTIONS, drop_unset(nocache=nocache))


CREATE_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    id="create_subscription",
    resource="subscriptions",
    method="POST",
    path="/a/api/enterprise-event/v1/{institutionId}/subscriptions",
    parameters=(
        Parameter("institution_id", "institutionId", "path", {"type": "string", "format": "uuid"}, required=True),
    ),
    body=RequestBody({"ref": "subkit_jackhenry_events.models.create_subscription_request.CreateSubscriptionRequest"}),
    accept="application/json",
    success={
        200: {"ref": "subkit_jackhenry_events.models.subscription.Subscription"},
        201: {"ref": "subkit_jackhenry_events.models.subscription.Subscription"},
    },
    errors={
        400: {"ref": "subkit_jackhenry_events.models.standard_error.StandardError"},
        401: None,
        403: None,
        500: {"ref": "subkit_jackhenry_events.models.standard_error.StandardError"},
    },
    idempotent=False,
    lookup="subscriptions.list()",
)


def create_subscription(
    *,
    name: str,
    dispatch_type: Literal["https", "wcf", "none"] | DispatchType,
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
    """Create a subscription. See `client.subscriptions.create`."""
    http_settings = wrap_secret(http_settings)
    wcf_settings = wrap_secret(wcf_settings)
    return Operation(
        CREATE_SUBSCRIPTION,
        drop_unset(
            name=name,
            description=description,
            aggregate_events=aggregate_events,
            content_type=content_type,
            dispatch_type=dispatch_type,
            enabled=enabled,
            internal_endpoint=internal_endpoint,
            event_number_filter=event_number_filter,
            batch_settings=batch_settings,
            http_settings=unwrap_secret(http_settings),
            wcf_settings=unwrap_secret(wcf_settings),
            secret_version=secret_version,
        ),
    )


GET_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    id="get_subscription",
    resource="subscriptions",
    method="GET",
    path="/a/api/enterprise-event/v1/{institutionId}/subscriptions/{subscriptionId}",
    parameters=(
        Parameter("institution_id", "institutionId", "path", {"type": "string", "format": "uuid"}, required=True),
        Parameter(
            "subscription",
            "subscriptionId",
            "path",
            {"type": "string", "format": "uuid"},
            required=True,
            is_id=True,
            objects=("subkit_jackhenry_events.models.subscription.Subscription",),
        ),
        Parameter("nocache", "nocache", "query", {"type": "boolean"}),
    ),
    accept="application/json",
    success={200: {"ref": "subkit_jackhenry_events.models.subscription.Subscription"}},
    errors={
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
    """Get one subscription. See `client.subscriptions.get`."""
    return Operation(GET_SUBSCRIPTION, drop_unset(subscription=id_of(GET_SUBSCRIPTION, subscription), nocache=nocache))


UPDATE_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    id="update_subscription",
    resource="subscriptions",
    method="PUT",
    path="/a/api/enterprise-event/v1/{institutionId}/subscriptions/{subscriptionId}",
    parameters=(
        Parameter("institution_id", "institutionId", "path", {"type": "string", "format": "uuid"}, required=True),
        Parameter(
            "subscription",
            "subscriptionId",
            "path",
            {"type": "string", "format": "uuid"},
            required=True,
            is_id=True,
            objects=("subkit_jackhenry_events.models.subscription.Subscription",),
        ),
    ),
    body=RequestBody({"ref": "subkit_jackhenry_events.models.create_subscription_request.CreateSubscriptionRequest"}),
    accept="application/json",
    success={200: {"ref": "subkit_jackhenry_events.models.subscription.Subscription"}},
    errors={
        400: {"ref": "subkit_jackhenry_events.models.standard_error.StandardError"},
        401: None,
        403: None,
        404: None,
        500: {"ref": "subkit_jackhenry_events.models.standard_error.StandardError"},
    },
    idempotent=True,
    lookup="subscriptions.get(...)",
)
_UPDATE_SUBSCRIPTION_SECRETS: Final = (
    WriteOnlyField(("httpSettings",), "secret", "usesSecrets"),
    WriteOnlyField(("wcfSettings",), "username", "useWcfSecurity"),
    WriteOnlyField(("wcfSettings",), "password", "useWcfSecurity"),
)


@overload
def update_subscription(
    subscription: str | UUID,
    /,
    *,
    name: str,
    dispatch_type: Literal["https", "wcf", "none"] | DispatchType,
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
) -> Operation[Subscription]: ...
@overload
def update_subscription(
    subscription: Subscription,
    /,
    *,
    name: str | Unset = UNSET,
    description: str | Unset = UNSET,
    aggregate_events: bool | Unset = UNSET,
    content_type: str | Unset = UNSET,
    dispatch_type: Literal["https", "wcf", "none"] | DispatchType | Unset = UNSET,
    enabled: bool | Unset = UNSET,
    internal_endpoint: bool | Unset = UNSET,
    event_number_filter: Sequence[str] | Unset = UNSET,
    batch_settings: BatchSettings | Mapping[str, Any] | Unset = UNSET,
    http_settings: HttpSettings | Mapping[str, Any] | Unset = UNSET,
    wcf_settings: WcfSettings | Mapping[str, Any] | Unset = UNSET,
    secret_version: int | Unset = UNSET,
    allow_secret_loss: bool = False,
) -> Operation[Subscription]: ...
def update_subscription(
    subscription: str | UUID | Subscription,
    /,
    *,
    name: str | Unset = UNSET,
    description: str | Unset = UNSET,
    aggregate_events: bool | Unset = UNSET,
    content_type: str | Unset = UNSET,
    dispatch_type: Literal["https", "wcf", "none"] | DispatchType | Unset = UNSET,
    enabled: bool | Unset = UNSET,
    internal_endpoint: bool | Unset = UNSET,
    event_number_filter: Sequence[str] | Unset = UNSET,
    batch_settings: BatchSettings | Mapping[str, Any] | Unset = UNSET,
    http_settings: HttpSettings | Mapping[str, Any] | Unset = UNSET,
    wcf_settings: WcfSettings | Mapping[str, Any] | Unset = UNSET,
    secret_version: int | Unset = UNSET,
    allow_secret_loss: bool = False,
) -> Operation[Any]:
    """Replace a subscription as a whole. See `client.subscriptions.update`."""
    http_settings = wrap_secret(http_settings)
    wcf_settings = wrap_secret(wcf_settings)
    return Operation(
        UPDATE_SUBSCRIPTION,
        keep_secrets(
            UPDATE_SUBSCRIPTION,
            replacement_arguments(
                UPDATE_SUBSCRIPTION,
                drop_unset(
                    subscription=id_of(UPDATE_SUBSCRIPTION, subscription),
                    name=name,
                    description=description,
                    aggregate_events=aggregate_events,
                    content_type=content_type,
                    dispatch_type=dispatch_type,
                    enabled=enabled,
                    internal_endpoint=internal_endpoint,
                    event_number_filter=event_number_filter,
                    batch_settings=batch_settings,
                    http_settings=unwrap_secret(http_settings),
                    wcf_settings=unwrap_secret(wcf_settings),
                    secret_version=secret_version,
                ),
                subscription,
            ),
            subscription,
            _UPDATE_SUBSCRIPTION_SECRETS,
            allow=allow_secret_loss,
        ),
    )


DELETE_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    id="delete_subscription",
    resource="subscriptions",
    method="DELETE",
    path="/a/api/enterprise-event/v1/{institutionId}/subscriptions/{subscriptionId}",
    parameters=(
        Parameter("institution_id", "institutionId", "path", {"type": "string", "format": "uuid"}, required=True),
        Parameter(
            "subscription",
            "subscriptionId",
            "path",
            {"type": "string", "format": "uuid"},
            required=True,
            is_id=True,
            objects=("subkit_jackhenry_events.models.subscription.Subscription",),
        ),
    ),
    accept="application/json",
    success={204: None},
    errors={
        400: {"ref": "subkit_jackhenry_events.models.standard_error.StandardError"},
        401: None,
        403: None,
        404: None,
        500: {"ref": "subkit_jackhenry_events.models.standard_error.StandardError"},
    },
    idempotent=True,
    lookup="subscriptions.get(...)",
)


def delete_subscription(subscription: str | UUID | Subscription, /) -> Operation[None]:
    """Delete a subscription. See `client.subscriptions.delete`."""
    return Operation(DELETE_SUBSCRIPTION, drop_unset(subscription=id_of(DELETE_SUBSCRIPTION, subscription)))


PATCH_SUBSCRIPTION: Final[Endpoint[Any]] = Endpoint(
    api=API,
    id="patch_subscription",
    resource="subscriptions",
    method="PATCH",
    path="/a/api/enterprise-event/v1/{institutionId}/subscriptions/{subscriptionId}",
    parameters=(
        Parameter("institution_id", "institutionId", "path", {"type": "string", "format": "uuid"}, required=True),
        Parameter(
            "subscription",
            "subscriptionId",
            "path",
            {"type": "string", "format": "uuid"},
            required=True,
            is_id=True,
            objects=("subkit_jackhenry_events.models.subscription.Subscription",),
        ),
    ),
    body=RequestBody(
        {"ref": "subkit_jackhenry_events.models.create_subscription_request_patch.CreateSubscriptionRequestPatch"},
        "application/merge-patch+json",
    ),
    accept="application/json",
    success={200: {"ref": "subkit_jackhenry_events.models.subscription.Subscription"}},
    errors={
        400: {"ref": "subkit_jackhenry_events.models.standard_error.StandardError"},
        401: None,
        403: None,
        404: None,
        500: {"ref": "subkit_jackhenry_events.models.standard_error.StandardError"},
    },
    idempotent=False,
    lookup="subscriptions.get(...)",
)


def patch_subscription(
    subscription: str | UUID | Subscription,
    /,
    *,
    name: str | None | Unset = UNSET,
    description: str | None | Unset = UNSET,
    aggregate_events: bool | None | Unset = UNSET,
    content_type: str | None | Unset = UNSET,
    dispatch_type: Literal["https", "wcf", "none"] | DispatchType | None | Unset = UNSET,
    enabled: bool | None | Unset = UNSET,
    internal_endpoint: bool | None | Unset = UNSET,
    event_number_filter: Sequence[str] | None | Unset = UNSET,
    batch_settings: BatchSettingsPatch | Mapping[str, Any] | None | Unset = UNSET,
    http_settings: HttpSettingsPatch | Mapping[str, Any] | None | Unset = UNSET,
    wcf_settings: WcfSettingsPatch | Mapping[str, Any] | None | Unset = UNSET,
    secret_version: int | None | Unset = UNSET,
) -> Operation[Subscription]:
    """Change some fields of a subscription. See `client.subscriptions.patch`."""
    http_settings = wrap_secret(http_settings)
    wcf_settings = wrap_secret(wcf_settings)
    return Operation(
        PATCH_SUBSCRIPTION,
        patch_arguments(
            PATCH_SUBSCRIPTION,
            drop_unset(
                subscription=id_of(PATCH_SUBSCRIPTION, subscription),
                name=name,
                description=description,
                aggregate_events=aggregate_events,
                content_type=content_type,
                dispatch_type=dispatch_type,
                enabled=enabled,
                internal_endpoint=internal_endpoint,
                event_number_filter=event_number_filter,
                batch_settings=batch_settings,
                http_settings=unwrap_secret(http_settings),
                wcf_settings=unwrap_secret(wcf_settings),
                secret_version=secret_version,
            ),
            subscription,
        ),
    )
