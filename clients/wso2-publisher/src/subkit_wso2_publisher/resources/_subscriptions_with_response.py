# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""Calls on subscriptions that return the whole response."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, overload
from uuid import UUID

from subkit._unset import UNSET, Unset

from .. import operations as _operations

if TYPE_CHECKING:
    from subkit import NotModified, Response
    from subkit._client import AsyncClient, SyncClient

    from ..models.block_state import BlockState
    from ..models.subscription import Subscription
    from ..models.subscription_list import SubscriptionList


class SubscriptionsWithResponse:
    """`client.subscriptions.with_response` of the synchronous client.

    Each method takes the same arguments as the call of its name in `client.subscriptions`, whose docstring describes
    them, and returns the whole `subkit.Response`. Its `parsed` is what the call returns.
    """

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    @overload
    def list(
        self, *, api_id: str, limit: int | Unset = UNSET, offset: int | Unset = UNSET, if_none_match: Unset = UNSET
    ) -> Response[SubscriptionList]: ...
    @overload
    def list(
        self, *, api_id: str, limit: int | Unset = UNSET, offset: int | Unset = UNSET, if_none_match: str | None
    ) -> Response[SubscriptionList | NotModified]: ...
    def list(
        self,
        *,
        api_id: str,
        limit: int | Unset = UNSET,
        offset: int | Unset = UNSET,
        if_none_match: str | None | Unset = UNSET,
    ) -> Response[Any]:
        """One page of `client.subscriptions.list`, with the whole response."""
        make: Any = _operations.list_subscriptions
        return self._client.send(make(api_id=api_id, limit=limit, offset=offset, if_none_match=if_none_match))

    @overload
    def get(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        if_none_match: Unset = UNSET,
        if_modified_since: Unset = UNSET,
    ) -> Response[Subscription]: ...
    @overload
    def get(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        if_none_match: str | None,
        if_modified_since: datetime | None | Unset = UNSET,
    ) -> Response[Subscription | NotModified]: ...
    @overload
    def get(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        if_modified_since: datetime | None,
        if_none_match: Unset = UNSET,
    ) -> Response[Subscription | NotModified]: ...
    def get(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        if_none_match: str | None | Unset = UNSET,
        if_modified_since: datetime | None | Unset = UNSET,
    ) -> Response[Any]:
        """As `client.subscriptions.get`, with the whole response."""
        make: Any = _operations.get_subscription
        return self._client.send(make(subscription, if_none_match=if_none_match, if_modified_since=if_modified_since))

    def refresh(self, subscription: Subscription, /) -> Response[Subscription | NotModified]:
        """As `client.subscriptions.refresh`, with the whole response. Its `parsed` is `NotModified` after 304."""
        return self._client.send(_operations.refresh_subscription(subscription))

    def block(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        block_state: Literal["BLOCKED", "PROD_ONLY_BLOCKED"] | BlockState,
        if_match: str | Unset = UNSET,
        if_unmodified_since: datetime | Unset = UNSET,
    ) -> Response[Subscription]:
        """As `client.subscriptions.block`, with the whole response."""
        return self._client.send(
            _operations.block_subscription(
                subscription, block_state=block_state, if_match=if_match, if_unmodified_since=if_unmodified_since
            )
        )

    def unblock(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        if_match: str | Unset = UNSET,
        if_unmodified_since: datetime | Unset = UNSET,
    ) -> Response[Subscription]:
        """As `client.subscriptions.unblock`, with the whole response."""
        return self._client.send(
            _operations.unblock_subscription(subscription, if_match=if_match, if_unmodified_since=if_unmodified_since)
        )


class AsyncSubscriptionsWithResponse:
    """`client.subscriptions.with_response` of the asynchronous client.

    Each method takes the same arguments as the call of its name in `client.subscriptions`, whose docstring describes
    them, and returns the whole `subkit.Response`. Its `parsed` is what the call returns.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @overload
    async def list(
        self, *, api_id: str, limit: int | Unset = UNSET, offset: int | Unset = UNSET, if_none_match: Unset = UNSET
    ) -> Response[SubscriptionList]: ...
    @overload
    async def list(
        self, *, api_id: str, limit: int | Unset = UNSET, offset: int | Unset = UNSET, if_none_match: str | None
    ) -> Response[SubscriptionList | NotModified]: ...
    async def list(
        self,
        *,
        api_id: str,
        limit: int | Unset = UNSET,
        offset: int | Unset = UNSET,
        if_none_match: str | None | Unset = UNSET,
    ) -> Response[Any]:
        """One page of `client.subscriptions.list`, with the whole response."""
        make: Any = _operations.list_subscriptions
        return await self._client.send(make(api_id=api_id, limit=limit, offset=offset, if_none_match=if_none_match))

    @overload
    async def get(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        if_none_match: Unset = UNSET,
        if_modified_since: Unset = UNSET,
    ) -> Response[Subscription]: ...
    @overload
    async def get(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        if_none_match: str | None,
        if_modified_since: datetime | None | Unset = UNSET,
    ) -> Response[Subscription | NotModified]: ...
    @overload
    async def get(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        if_modified_since: datetime | None,
        if_none_match: Unset = UNSET,
    ) -> Response[Subscription | NotModified]: ...
    async def get(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        if_none_match: str | None | Unset = UNSET,
        if_modified_since: datetime | None | Unset = UNSET,
    ) -> Response[Any]:
        """As `client.subscriptions.get`, with the whole response."""
        make: Any = _operations.get_subscription
        return await self._client.send(
            make(subscription, if_none_match=if_none_match, if_modified_since=if_modified_since)
        )

    async def refresh(self, subscription: Subscription, /) -> Response[Subscription | NotModified]:
        """As `client.subscriptions.refresh`, with the whole response. Its `parsed` is `NotModified` after 304."""
        return await self._client.send(_operations.refresh_subscription(subscription))

    async def block(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        block_state: Literal["BLOCKED", "PROD_ONLY_BLOCKED"] | BlockState,
        if_match: str | Unset = UNSET,
        if_unmodified_since: datetime | Unset = UNSET,
    ) -> Response[Subscription]:
        """As `client.subscriptions.block`, with the whole response."""
        return await self._client.send(
            _operations.block_subscription(
                subscription, block_state=block_state, if_match=if_match, if_unmodified_since=if_unmodified_since
            )
        )

    async def unblock(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        if_match: str | Unset = UNSET,
        if_unmodified_since: datetime | Unset = UNSET,
    ) -> Response[Subscription]:
        """As `client.subscriptions.unblock`, with the whole response."""
        return await self._client.send(
            _operations.unblock_subscription(subscription, if_match=if_match, if_unmodified_since=if_unmodified_since)
        )
