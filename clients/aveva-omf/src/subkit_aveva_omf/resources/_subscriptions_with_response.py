# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""Calls on subscriptions that return the whole response."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any, overload
from uuid import UUID

from subkit._unset import UNSET, Unset

from .. import operations as _operations

if TYPE_CHECKING:
    from subkit import Response
    from subkit._client import AsyncClient, SyncClient

    from ..models.subscription import Subscription


class SubscriptionsWithResponse:
    """`client.subscriptions.with_response` of the synchronous client.

    Each method takes the same arguments as the call of its name in `client.subscriptions`, whose docstring describes
    them, and returns the whole `subkit.Response`. Its `parsed` is what the call returns.
    """

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def list(self) -> Response[builtins.list[Subscription]]:
        """One page of `client.subscriptions.list`, with the whole response."""
        return self._client.send(_operations.list_subscriptions())

    def create(
        self,
        *,
        topic_id: str,
        topic_tenant_id: str,
        topic_namespace_id: str,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
    ) -> Response[Subscription]:
        """As `client.subscriptions.create`, with the whole response."""
        return self._client.send(
            _operations.create_subscription(
                name=name,
                description=description,
                topic_id=topic_id,
                topic_tenant_id=topic_tenant_id,
                topic_namespace_id=topic_namespace_id,
            )
        )

    def get(self, subscription: str | UUID | Subscription, /) -> Response[Subscription]:
        """As `client.subscriptions.get`, with the whole response."""
        return self._client.send(_operations.get_subscription(subscription))

    @overload
    def update(
        self, subscription: str | UUID, /, *, name: str, description: str | None | Unset = UNSET
    ) -> Response[Subscription]: ...
    @overload
    def update(
        self, subscription: Subscription, /, *, name: str | Unset = UNSET, description: str | None | Unset = UNSET
    ) -> Response[Subscription]: ...
    def update(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        name: str | Unset = UNSET,
        description: str | None | Unset = UNSET,
    ) -> Response[Any]:
        """As `client.subscriptions.update`, with the whole response."""
        make: Any = _operations.update_subscription
        return self._client.send(make(subscription, name=name, description=description))

    def delete(self, subscription: str | UUID | Subscription, /) -> Response[None]:
        """As `client.subscriptions.delete`, with the whole response."""
        return self._client.send(_operations.delete_subscription(subscription))


class AsyncSubscriptionsWithResponse:
    """`client.subscriptions.with_response` of the asynchronous client.

    Each method takes the same arguments as the call of its name in `client.subscriptions`, whose docstring describes
    them, and returns the whole `subkit.Response`. Its `parsed` is what the call returns.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list(self) -> Response[builtins.list[Subscription]]:
        """One page of `client.subscriptions.list`, with the whole response."""
        return await self._client.send(_operations.list_subscriptions())

    async def create(
        self,
        *,
        topic_id: str,
        topic_tenant_id: str,
        topic_namespace_id: str,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
    ) -> Response[Subscription]:
        """As `client.subscriptions.create`, with the whole response."""
        return await self._client.send(
            _operations.create_subscription(
                name=name,
                description=description,
                topic_id=topic_id,
                topic_tenant_id=topic_tenant_id,
                topic_namespace_id=topic_namespace_id,
            )
        )

    async def get(self, subscription: str | UUID | Subscription, /) -> Response[Subscription]:
        """As `client.subscriptions.get`, with the whole response."""
        return await self._client.send(_operations.get_subscription(subscription))

    @overload
    async def update(
        self, subscription: str | UUID, /, *, name: str, description: str | None | Unset = UNSET
    ) -> Response[Subscription]: ...
    @overload
    async def update(
        self, subscription: Subscription, /, *, name: str | Unset = UNSET, description: str | None | Unset = UNSET
    ) -> Response[Subscription]: ...
    async def update(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        name: str | Unset = UNSET,
        description: str | None | Unset = UNSET,
    ) -> Response[Any]:
        """As `client.subscriptions.update`, with the whole response."""
        make: Any = _operations.update_subscription
        return await self._client.send(make(subscription, name=name, description=description))

    async def delete(self, subscription: str | UUID | Subscription, /) -> Response[None]:
        """As `client.subscriptions.delete`, with the whole response."""
        return await self._client.send(_operations.delete_subscription(subscription))
