# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""Calls on subscriptions that return the whole response."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, overload
from uuid import UUID

from subkit._unset import UNSET, Unset

from .. import operations as _operations

if TYPE_CHECKING:
    from subkit import Response
    from subkit._client import AsyncClient, SyncClient

    from ..models.subscription import Subscription
    from ..models.subscription_user_workflow_count_view import SubscriptionUserWorkflowCountView
    from ..models.subscription_user_workflow_details_view import SubscriptionUserWorkflowDetailsView
    from ..models.subscription_view import SubscriptionView


class SubscriptionsWithResponse:
    """`client.subscriptions.with_response` of the synchronous client.

    Each method takes the same arguments as the call of its name in `client.subscriptions`, whose docstring describes
    them, and returns the whole `subkit.Response`. Its `parsed` is what the call returns.
    """

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def list(
        self,
        *,
        name: str | Unset = UNSET,
        can_share_schedules: bool | Unset = UNSET,
        default_workflow_credential_id: str | Unset = UNSET,
        user_count_greater_than_equals: int | Unset = UNSET,
        user_count_less_than_equals: int | Unset = UNSET,
        workflow_count_greater_than_equals: int | Unset = UNSET,
        workflow_count_less_than_equals: int | Unset = UNSET,
    ) -> Response[builtins.list[SubscriptionUserWorkflowCountView]]:
        """One page of `client.subscriptions.list`, with the whole response."""
        return self._client.send(
            _operations.list_subscriptions(
                name=name,
                can_share_schedules=can_share_schedules,
                default_workflow_credential_id=default_workflow_credential_id,
                user_count_greater_than_equals=user_count_greater_than_equals,
                user_count_less_than_equals=user_count_less_than_equals,
                workflow_count_greater_than_equals=workflow_count_greater_than_equals,
                workflow_count_less_than_equals=workflow_count_less_than_equals,
            )
        )

    def create(
        self, *, name: str, can_share_schedules: bool | Unset = UNSET, credential_id: str | Unset = UNSET
    ) -> Response[Subscription]:
        """As `client.subscriptions.create`, with the whole response."""
        return self._client.send(
            _operations.create_subscription(
                name=name, can_share_schedules=can_share_schedules, credential_id=credential_id
            )
        )

    def delete(
        self,
        subscription: str
        | UUID
        | Subscription
        | SubscriptionUserWorkflowCountView
        | SubscriptionUserWorkflowDetailsView
        | SubscriptionView,
        /,
    ) -> Response[None]:
        """As `client.subscriptions.delete`, with the whole response."""
        return self._client.send(_operations.delete_subscription(subscription))

    def get(
        self,
        subscription: str
        | UUID
        | Subscription
        | SubscriptionUserWorkflowCountView
        | SubscriptionUserWorkflowDetailsView
        | SubscriptionView,
        /,
    ) -> Response[SubscriptionUserWorkflowDetailsView]:
        """As `client.subscriptions.get`, with the whole response."""
        return self._client.send(_operations.get_subscription(subscription))

    @overload
    def update(
        self, subscription: str | UUID, /, *, name: str, credential_id: str, can_share_schedules: bool
    ) -> Response[SubscriptionView]: ...
    @overload
    def update(
        self,
        subscription: Subscription
        | SubscriptionUserWorkflowCountView
        | SubscriptionUserWorkflowDetailsView
        | SubscriptionView,
        /,
        *,
        name: str | Unset = UNSET,
        credential_id: str | Unset = UNSET,
        can_share_schedules: bool | Unset = UNSET,
    ) -> Response[SubscriptionView]: ...
    def update(
        self,
        subscription: str
        | UUID
        | Subscription
        | SubscriptionUserWorkflowCountView
        | SubscriptionUserWorkflowDetailsView
        | SubscriptionView,
        /,
        *,
        name: str | Unset = UNSET,
        credential_id: str | Unset = UNSET,
        can_share_schedules: bool | Unset = UNSET,
    ) -> Response[Any]:
        """As `client.subscriptions.update`, with the whole response."""
        make: Any = _operations.update_subscription
        return self._client.send(
            make(subscription, name=name, credential_id=credential_id, can_share_schedules=can_share_schedules)
        )

    def move_users(
        self,
        subscription: str
        | UUID
        | Subscription
        | SubscriptionUserWorkflowCountView
        | SubscriptionUserWorkflowDetailsView
        | SubscriptionView,
        /,
        *,
        user_ids: Sequence[str],
    ) -> Response[None]:
        """As `client.subscriptions.move_users`, with the whole response."""
        return self._client.send(_operations.move_users_subscription(subscription, user_ids=user_ids))


class AsyncSubscriptionsWithResponse:
    """`client.subscriptions.with_response` of the asynchronous client.

    Each method takes the same arguments as the call of its name in `client.subscriptions`, whose docstring describes
    them, and returns the whole `subkit.Response`. Its `parsed` is what the call returns.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list(
        self,
        *,
        name: str | Unset = UNSET,
        can_share_schedules: bool | Unset = UNSET,
        default_workflow_credential_id: str | Unset = UNSET,
        user_count_greater_than_equals: int | Unset = UNSET,
        user_count_less_than_equals: int | Unset = UNSET,
        workflow_count_greater_than_equals: int | Unset = UNSET,
        workflow_count_less_than_equals: int | Unset = UNSET,
    ) -> Response[builtins.list[SubscriptionUserWorkflowCountView]]:
        """One page of `client.subscriptions.list`, with the whole response."""
        return await self._client.send(
            _operations.list_subscriptions(
                name=name,
                can_share_schedules=can_share_schedules,
                default_workflow_credential_id=default_workflow_credential_id,
                user_count_greater_than_equals=user_count_greater_than_equals,
                user_count_less_than_equals=user_count_less_than_equals,
                workflow_count_greater_than_equals=workflow_count_greater_than_equals,
                workflow_count_less_than_equals=workflow_count_less_than_equals,
            )
        )

    async def create(
        self, *, name: str, can_share_schedules: bool | Unset = UNSET, credential_id: str | Unset = UNSET
    ) -> Response[Subscription]:
        """As `client.subscriptions.create`, with the whole response."""
        return await self._client.send(
            _operations.create_subscription(
                name=name, can_share_schedules=can_share_schedules, credential_id=credential_id
            )
        )

    async def delete(
        self,
        subscription: str
        | UUID
        | Subscription
        | SubscriptionUserWorkflowCountView
        | SubscriptionUserWorkflowDetailsView
        | SubscriptionView,
        /,
    ) -> Response[None]:
        """As `client.subscriptions.delete`, with the whole response."""
        return await self._client.send(_operations.delete_subscription(subscription))

    async def get(
        self,
        subscription: str
        | UUID
        | Subscription
        | SubscriptionUserWorkflowCountView
        | SubscriptionUserWorkflowDetailsView
        | SubscriptionView,
        /,
    ) -> Response[SubscriptionUserWorkflowDetailsView]:
        """As `client.subscriptions.get`, with the whole response."""
        return await self._client.send(_operations.get_subscription(subscription))

    @overload
    async def update(
        self, subscription: str | UUID, /, *, name: str, credential_id: str, can_share_schedules: bool
    ) -> Response[SubscriptionView]: ...
    @overload
    async def update(
        self,
        subscription: Subscription
        | SubscriptionUserWorkflowCountView
        | SubscriptionUserWorkflowDetailsView
        | SubscriptionView,
        /,
        *,
        name: str | Unset = UNSET,
        credential_id: str | Unset = UNSET,
        can_share_schedules: bool | Unset = UNSET,
    ) -> Response[SubscriptionView]: ...
    async def update(
        self,
        subscription: str
        | UUID
        | Subscription
        | SubscriptionUserWorkflowCountView
        | SubscriptionUserWorkflowDetailsView
        | SubscriptionView,
        /,
        *,
        name: str | Unset = UNSET,
        credential_id: str | Unset = UNSET,
        can_share_schedules: bool | Unset = UNSET,
    ) -> Response[Any]:
        """As `client.subscriptions.update`, with the whole response."""
        make: Any = _operations.update_subscription
        return await self._client.send(
            make(subscription, name=name, credential_id=credential_id, can_share_schedules=can_share_schedules)
        )

    async def move_users(
        self,
        subscription: str
        | UUID
        | Subscription
        | SubscriptionUserWorkflowCountView
        | SubscriptionUserWorkflowDetailsView
        | SubscriptionView,
        /,
        *,
        user_ids: Sequence[str],
    ) -> Response[None]:
        """As `client.subscriptions.move_users`, with the whole response."""
        return await self._client.send(_operations.move_users_subscription(subscription, user_ids=user_ids))
