# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""Calls on subscriptions that return the whole response."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, overload
from uuid import UUID

from subkit._secrets import wrap_secret
from subkit._unset import UNSET, Unset

from .. import operations as _operations

if TYPE_CHECKING:
    from subkit import Response
    from subkit._client import AsyncClient, SyncClient

    from ..models.batch_settings import BatchSettings
    from ..models.batch_settings_patch import BatchSettingsPatch
    from ..models.dispatch_type import DispatchType
    from ..models.http_settings import HttpSettings
    from ..models.http_settings_patch import HttpSettingsPatch
    from ..models.subscription import Subscription
    from ..models.wcf_settings import WcfSettings
    from ..models.wcf_settings_patch import WcfSettingsPatch


class SubscriptionsWithResponse:
    """`client.subscriptions.with_response` of the synchronous client.

    Each method takes the same arguments as the call of its name in `client.subscriptions`, whose docstring describes
    them, and returns the whole `subkit.Response`. Its `parsed` is what the call returns.
    """

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def list(self, *, nocache: bool | Unset = UNSET) -> Response[builtins.list[Subscription]]:
        """One page of `client.subscriptions.list`, with the whole response."""
        return self._client.send(_operations.list_subscriptions(nocache=nocache))

    def create(
        self,
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
    ) -> Response[Subscription]:
        """As `client.subscriptions.create`, with the whole response."""
        http_settings = wrap_secret(http_settings)
        wcf_settings = wrap_secret(wcf_settings)
        return self._client.send(
            _operations.create_subscription(
                name=name,
                description=description,
                aggregate_events=aggregate_events,
                content_type=content_type,
                dispatch_type=dispatch_type,
                enabled=enabled,
                internal_endpoint=internal_endpoint,
                event_number_filter=event_number_filter,
                batch_settings=batch_settings,
                http_settings=http_settings,
                wcf_settings=wcf_settings,
                secret_version=secret_version,
            )
        )

    def get(
        self, subscription: str | UUID | Subscription, /, *, nocache: bool | Unset = UNSET
    ) -> Response[Subscription]:
        """As `client.subscriptions.get`, with the whole response."""
        return self._client.send(_operations.get_subscription(subscription, nocache=nocache))

    @overload
    def update(
        self,
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
    ) -> Response[Subscription]: ...
    @overload
    def update(
        self,
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
    ) -> Response[Subscription]: ...
    def update(
        self,
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
    ) -> Response[Any]:
        """As `client.subscriptions.update`, with the whole response."""
        http_settings = wrap_secret(http_settings)
        wcf_settings = wrap_secret(wcf_settings)
        make: Any = _operations.update_subscription
        return self._client.send(
            make(
                subscription,
                name=name,
                description=description,
                aggregate_events=aggregate_events,
                content_type=content_type,
                dispatch_type=dispatch_type,
                enabled=enabled,
                internal_endpoint=internal_endpoint,
                event_number_filter=event_number_filter,
                batch_settings=batch_settings,
                http_settings=http_settings,
                wcf_settings=wcf_settings,
                secret_version=secret_version,
                allow_secret_loss=allow_secret_loss,
            )
        )

    def delete(self, subscription: str | UUID | Subscription, /) -> Response[None]:
        """As `client.subscriptions.delete`, with the whole response."""
        return self._client.send(_operations.delete_subscription(subscription))

    def patch(
        self,
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
    ) -> Response[Subscription]:
        """As `client.subscriptions.patch`, with the whole response."""
        http_settings = wrap_secret(http_settings)
        wcf_settings = wrap_secret(wcf_settings)
        return self._client.send(
            _operations.patch_subscription(
                subscription,
                name=name,
                description=description,
                aggregate_events=aggregate_events,
                content_type=content_type,
                dispatch_type=dispatch_type,
                enabled=enabled,
                internal_endpoint=internal_endpoint,
                event_number_filter=event_number_filter,
                batch_settings=batch_settings,
                http_settings=http_settings,
                wcf_settings=wcf_settings,
                secret_version=secret_version,
            )
        )


class AsyncSubscriptionsWithResponse:
    """`client.subscriptions.with_response` of the asynchronous client.

    Each method takes the same arguments as the call of its name in `client.subscriptions`, whose docstring describes
    them, and returns the whole `subkit.Response`. Its `parsed` is what the call returns.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list(self, *, nocache: bool | Unset = UNSET) -> Response[builtins.list[Subscription]]:
        """One page of `client.subscriptions.list`, with the whole response."""
        return await self._client.send(_operations.list_subscriptions(nocache=nocache))

    async def create(
        self,
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
    ) -> Response[Subscription]:
        """As `client.subscriptions.create`, with the whole response."""
        http_settings = wrap_secret(http_settings)
        wcf_settings = wrap_secret(wcf_settings)
        return await self._client.send(
            _operations.create_subscription(
                name=name,
                description=description,
                aggregate_events=aggregate_events,
                content_type=content_type,
                dispatch_type=dispatch_type,
                enabled=enabled,
                internal_endpoint=internal_endpoint,
                event_number_filter=event_number_filter,
                batch_settings=batch_settings,
                http_settings=http_settings,
                wcf_settings=wcf_settings,
                secret_version=secret_version,
            )
        )

    async def get(
        self, subscription: str | UUID | Subscription, /, *, nocache: bool | Unset = UNSET
    ) -> Response[Subscription]:
        """As `client.subscriptions.get`, with the whole response."""
        return await self._client.send(_operations.get_subscription(subscription, nocache=nocache))

    @overload
    async def update(
        self,
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
    ) -> Response[Subscription]: ...
    @overload
    async def update(
        self,
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
    ) -> Response[Subscription]: ...
    async def update(
        self,
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
    ) -> Response[Any]:
        """As `client.subscriptions.update`, with the whole response."""
        http_settings = wrap_secret(http_settings)
        wcf_settings = wrap_secret(wcf_settings)
        make: Any = _operations.update_subscription
        return await self._client.send(
            make(
                subscription,
                name=name,
                description=description,
                aggregate_events=aggregate_events,
                content_type=content_type,
                dispatch_type=dispatch_type,
                enabled=enabled,
                internal_endpoint=internal_endpoint,
                event_number_filter=event_number_filter,
                batch_settings=batch_settings,
                http_settings=http_settings,
                wcf_settings=wcf_settings,
                secret_version=secret_version,
                allow_secret_loss=allow_secret_loss,
            )
        )

    async def delete(self, subscription: str | UUID | Subscription, /) -> Response[None]:
        """As `client.subscriptions.delete`, with the whole response."""
        return await self._client.send(_operations.delete_subscription(subscription))

    async def patch(
        self,
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
    ) -> Response[Subscription]:
        """As `client.subscriptions.patch`, with the whole response."""
        http_settings = wrap_secret(http_settings)
        wcf_settings = wrap_secret(wcf_settings)
        return await self._client.send(
            _operations.patch_subscription(
                subscription,
                name=name,
                description=description,
                aggregate_events=aggregate_events,
                content_type=content_type,
                dispatch_type=dispatch_type,
                enabled=enabled,
                internal_endpoint=internal_endpoint,
                event_number_filter=event_number_filter,
                batch_settings=batch_settings,
                http_settings=http_settings,
                wcf_settings=wcf_settings,
                secret_version=secret_version,
            )
        )
