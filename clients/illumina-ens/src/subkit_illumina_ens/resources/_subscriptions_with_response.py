# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""Calls on subscriptions that return the whole response."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from subkit._unset import UNSET, Unset

from .. import operations as _operations

if TYPE_CHECKING:
    from subkit import Response
    from subkit._client import AsyncClient, SyncClient

    from ..models.delivery_target import DeliveryTarget
    from ..models.subscription import Subscription
    from ..models.subscription_list import SubscriptionList


class SubscriptionsWithResponse:
    """`client.subscriptions.with_response` of the synchronous client.

    Each method takes the same arguments as the call of its name in `client.subscriptions`, whose docstring describes
    them, and returns the whole `subkit.Response`. Its `parsed` is what the call returns.
    """

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def list(
        self, *, event_type: str | Unset = UNSET, page_size: int | Unset = UNSET, page_token: str | Unset = UNSET
    ) -> Response[SubscriptionList]:
        """One page of `client.subscriptions.list`, with the whole response."""
        return self._client.send(
            _operations.list_subscriptions(event_type=event_type, page_size=page_size, page_token=page_token)
        )

    def create(
        self,
        *,
        type: str,
        name: str,
        delivery_target: DeliveryTarget | Mapping[str, Any],
        actions: Sequence[str] | Unset = UNSET,
        description: str | Unset = UNSET,
        filter_expression: str | Mapping[str, Any] | Unset = UNSET,
    ) -> Response[Subscription]:
        """As `client.subscriptions.create`, with the whole response."""
        return self._client.send(
            _operations.create_subscription(
                type=type,
                actions=actions,
                name=name,
                description=description,
                filter_expression=filter_expression,
                delivery_target=delivery_target,
            )
        )

    def get(self, subscription: str | UUID | Subscription, /) -> Response[Subscription]:
        """As `client.subscriptions.get`, with the whole response."""
        return self._client.send(_operations.get_subscription(subscription))

    def disable(self, subscription: str | UUID | Subscription, /) -> Response[Subscription]:
        """As `client.subscriptions.disable`, with the whole response."""
        return self._client.send(_operations.disable_subscription(subscription))


class AsyncSubscriptionsWithResponse:
    """`client.subscriptions.with_response` of the asynchronous client.

    Each method takes the same arguments as the call of its name in `client.subscriptions`, whose docstring describes
    them, and returns the whole `subkit.Response`. Its `parsed` is what the call returns.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list(
        self, *, event_type: str | Unset = UNSET, page_size: int | Unset = UNSET, page_token: str | Unset = UNSET
    ) -> Response[SubscriptionList]:
        """One page of `client.subscriptions.list`, with the whole response."""
        return await self._client.send(
            _operations.list_subscriptions(event_type=event_type, page_size=page_size, page_token=page_token)
        )

    async def create(
        self,
        *,
        type: str,
        name: str,
        delivery_target: DeliveryTarget | Mapping[str, Any],
        actions: Sequence[str] | Unset = UNSET,
        description: str | Unset = UNSET,
        filter_expression: str | Mapping[str, Any] | Unset = UNSET,
    ) -> Response[Subscription]:
        """As `client.subscriptions.create`, with the whole response."""
        return await self._client.send(
            _operations.create_subscription(
                type=type,
                actions=actions,
                name=name,
                description=description,
                filter_expression=filter_expression,
                delivery_target=delivery_target,
            )
        )

    async def get(self, subscription: str | UUID | Subscription, /) -> Response[Subscription]:
        """As `client.subscriptions.get`, with the whole response."""
        return await self._client.send(_operations.get_subscription(subscription))

    async def disable(self, subscription: str | UUID | Subscription, /) -> Response[Subscription]:
        """As `client.subscriptions.disable`, with the whole response."""
        return await self._client.send(_operations.disable_subscription(subscription))
