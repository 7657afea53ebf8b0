# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""Calls on subscriptions."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, overload
from uuid import UUID

from subkit import AsyncPager, NotModified, Pager
from subkit._described import Described
from subkit._forks import loading
from subkit._unset import UNSET, Unset

from .. import operations as _operations
from ..models.block_state import BlockState
from ..models.subscription import Subscription

if TYPE_CHECKING:
    from subkit._client import AsyncClient, SyncClient

    from ._subscriptions_with_response import AsyncSubscriptionsWithResponse, SubscriptionsWithResponse


class _Subscriptions(Described):
    """The docstrings of the calls, written once: `Subscriptions` and `AsyncSubscriptions` inherit them."""

    def list(self, *args: Any, **kwargs: Any) -> Any:
        """List the subscriptions of one API.

        The server gives no total. An offset past the end gives an empty page.

        Pages are fetched by offset: items that are added or removed while you page can make items come twice or not
        at all.

        Requires the scope `apim:subscription_view`.

        Args:
            api_id: Id of the API: its UUID, or `provider-name-version`.
            limit: Maximum number of items per page. The server enforces no upper limit. Server default: `25`.
            offset: Position of the first item in the whole list, starting at 0. Server default: `0`.
            resume: Checkpoint of a pager with the same arguments; continues after the last item that it returned.

        Raises:
            Unauthenticated: 401. The token is missing or expired, or does not have the scope.
            NotFound: 404. The API does not exist, or the caller is not allowed to see it.
            NotAcceptable: 406. The requested media type is not supported.
            ServerError: 500. The server failed.

        Source: page: Get All Subscriptions
        """

    def get(self, *args: Any, **kwargs: Any) -> Any:
        """Get one subscription.

        Requires the scope `apim:subscription_view`.

        Args:
            subscription: Id of the subscription. A fetched object works as well.
            if_none_match: Entity tag of the version that you have.
            if_modified_since: Timezone-aware datetime of the version that you have.

        Returns:
            The object, or `NotModified` if a condition is given and the object has not changed (304).

        Raises:
            Unauthenticated: 401. The token is missing or expired, or does not have the scope.
            NotFound: 404. The subscription does not exist.
            ServerError: 500. The server failed.

        Source: page: Get a Subscription
        """

    def refresh(self, *args: Any, **kwargs: Any) -> Any:
        """Fetch an object again if it has changed.

        Sends the `ETag` or `Last-Modified` that the object came with. An object with neither is fetched anyway, and
        so is one that was edited.

        Args:
            subscription: A fetched object.

        Returns:
            The same object if it has not changed (304), otherwise the new one.

        Raises:
            ApiError: The same errors as `get`.

        Source: page: Get a Subscription
        """

    def block(self, *args: Any, **kwargs: Any) -> Any:
        """Block a subscription.

        Doing it again changes nothing. The vendor documents `If-Match` and `If-Unmodified-Since` for this call, but
        servers of this version ignore both: they do not protect against concurrent changes by another publisher.
        The response may have no body. The result then has only its id.

        Requires the scope `apim:subscription_block`.

        Args:
            subscription: Id of the subscription. A fetched object works as well.
            block_state: What to block: `BLOCKED` blocks all requests, `PROD_ONLY_BLOCKED` only those to production.
                The server stores any other text and then fails on it, so the value is checked before sending.
            if_match: Entity tag that the object must still have, or `subkit.ANY`. Taken from the fetched object by
                default. With an id instead of an object, no precondition is sent by default.
            if_unmodified_since: Timezone-aware datetime after which the object must not have changed. Taken from
                the fetched object by default, if that has no entity tag. The resolution is one second, so an entity
                tag protects better.

        Raises:
            BadRequest: 400. The request is not valid.
            Unauthenticated: 401. The token is missing or expired, or does not have the scope.
            NotFound: 404. The subscription does not exist.
            PreconditionFailed: 412. The subscription has changed. The body may be empty.
            ServerError: 500. The server failed.

        Source: page: Block a subscription
        """

    def unblock(self, *args: Any, **kwargs: Any) -> Any:
        """Unblock a subscription.

        Sets the state to `UNBLOCKED`. Doing it again changes nothing. The vendor documents `If-Match` and
        `If-Unmodified-Since` for this call, but servers of this version ignore both: they do not protect against
        concurrent changes by another publisher. The response may have no body. The result then has only its id.

        Requires the scope `apim:subscription_block`.

        Args:
            subscription: Id of the subscription. A fetched object works as well.
            if_match: Entity tag that the object must still have, or `subkit.ANY`. Taken from the fetched object by
                default. With an id instead of an object, no precondition is sent by default.
            if_unmodified_since: Timezone-aware datetime after which the object must not have changed. Taken from
                the fetched object by default, if that has no entity tag. The resolution is one second, so an entity
                tag protects better.

        Raises:
            BadRequest: 400. The request is not valid.
            Unauthenticated: 401. The token is missing or expired, or does not have the scope.
            NotFound: 404. The subscription does not exist.
            PreconditionFailed: 412. The subscription has changed. The body may be empty.
            ServerError: 500. The server failed.

        Source: page: Unblock a Subscription
        """


class Subscriptions(_Subscriptions):
    """`client.subscriptions` of the synchronous client.

    Beside the errors that its docstring names, each call can raise `InvalidArgument` (nothing was sent), `AuthError`,
    `TransportError` and `DecodeError`, all from `subkit`.
    """

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    @property
    def with_response(self) -> SubscriptionsWithResponse:
        """The same calls, returning the whole `subkit.Response`: status, headers, attempts, and the object as `parsed`."""
        with loading:
            from ._subscriptions_with_response import SubscriptionsWithResponse
        return SubscriptionsWithResponse(self._client)

    def list(
        self, *, api_id: str, limit: int | Unset = UNSET, offset: int | Unset = UNSET, resume: str | None = None
    ) -> Pager[Subscription]:
        return self._client.pager(
            _operations.list_subscriptions(api_id=api_id, limit=limit, offset=offset), resume=resume
        )

    @overload
    def get(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        if_none_match: Unset = UNSET,
        if_modified_since: Unset = UNSET,
    ) -> Subscription: ...
    @overload
    def get(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        if_none_match: str | None,
        if_modified_since: datetime | None | Unset = UNSET,
    ) -> Subscription | NotModified: ...
    @overload
    def get(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        if_modified_since: datetime | None,
        if_none_match: Unset = UNSET,
    ) -> Subscription | NotModified: ...
    def get(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        if_none_match: str | None | Unset = UNSET,
        if_modified_since: datetime | None | Unset = UNSET,
    ) -> Subscription | NotModified:
        make: Any = _operations.get_subscription
        operation = make(subscription, if_none_match=if_none_match, if_modified_since=if_modified_since)
        found: Subscription | NotModified = (self._client.send(operation)).parsed
        return found

    def refresh(self, subscription: Subscription, /) -> Subscription:
        operation = _operations.refresh_subscription(subscription)
        found = (self._client.send(operation)).parsed
        return subscription if isinstance(found, NotModified) else found

    def block(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        block_state: Literal["BLOCKED", "PROD_ONLY_BLOCKED"] | BlockState,
        if_match: str | Unset = UNSET,
        if_unmodified_since: datetime | Unset = UNSET,
    ) -> Subscription:
        return (
            self._client.send(
                _operations.block_subscription(
                    subscription, block_state=block_state, if_match=if_match, if_unmodified_since=if_unmodified_since
                )
            )
        ).parsed

    def unblock(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        if_match: str | Unset = UNSET,
        if_unmodified_since: datetime | Unset = UNSET,
    ) -> Subscription:
        return (
            self._client.send(
                _operations.unblock_subscription(
                    subscription, if_match=if_match, if_unmodified_since=if_unmodified_since
                )
            )
        ).parsed


class AsyncSubscriptions(_Subscriptions):
    """`client.subscriptions` of the asynchronous client.

    Beside the errors that its docstring names, each call can raise `InvalidArgument` (nothing was sent), `AuthError`,
    `TransportError` and `DecodeError`, all from `subkit`.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def with_response(self) -> AsyncSubscriptionsWithResponse:
        """The same calls, returning the whole `subkit.Response`: status, headers, attempts, and the object as `parsed`."""
        with loading:
            from ._subscriptions_with_response import AsyncSubscriptionsWithResponse
        return AsyncSubscriptionsWithResponse(self._client)

    def list(
        self, *, api_id: str, limit: int | Unset = UNSET, offset: int | Unset = UNSET, resume: str | None = None
    ) -> AsyncPager[Subscription]:
        return self._client.pager(
            _operations.list_subscriptions(api_id=api_id, limit=limit, offset=offset), resume=resume
        )

    @overload
    async def get(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        if_none_match: Unset = UNSET,
        if_modified_since: Unset = UNSET,
    ) -> Subscription: ...
    @overload
    async def get(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        if_none_match: str | None,
        if_modified_since: datetime | None | Unset = UNSET,
    ) -> Subscription | NotModified: ...
    @overload
    async def get(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        if_modified_since: datetime | None,
        if_none_match: Unset = UNSET,
    ) -> Subscription | NotModified: ...
    async def get(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        if_none_match: str | None | Unset = UNSET,
        if_modified_since: datetime | None | Unset = UNSET,
    ) -> Subscription | NotModified:
        make: Any = _operations.get_subscription
        operation = make(subscription, if_none_match=if_none_match, if_modified_since=if_modified_since)
        found: Subscription | NotModified = (await self._client.send(operation)).parsed
        return found

    async def refresh(self, subscription: Subscription, /) -> Subscription:
        operation = _operations.refresh_subscription(subscription)
        found = (await self._client.send(operation)).parsed
        return subscription if isinstance(found, NotModified) else found

    async def block(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        block_state: Literal["BLOCKED", "PROD_ONLY_BLOCKED"] | BlockState,
        if_match: str | Unset = UNSET,
        if_unmodified_since: datetime | Unset = UNSET,
    ) -> Subscription:
        return (
            await self._client.send(
                _operations.block_subscription(
                    subscription, block_state=block_state, if_match=if_match, if_unmodified_since=if_unmodified_since
                )
            )
        ).parsed

    async def unblock(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        if_match: str | Unset = UNSET,
        if_unmodified_since: datetime | Unset = UNSET,
    ) -> Subscription:
        return (
            await self._client.send(
                _operations.unblock_subscription(
                    subscription, if_match=if_match, if_unmodified_since=if_unmodified_since
                )
            )
        ).parsed
