# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""Calls on subscriptions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, overload
from uuid import UUID

from subkit import AsyncPager, Pager
from subkit._described import Described
from subkit._forks import loading
from subkit._unset import UNSET, Unset

from .. import operations as _operations
from ..models.subscription import Subscription

if TYPE_CHECKING:
    from subkit._calls import modify as _modify
    from subkit._client import AsyncClient, SyncClient

    from ._subscriptions_with_response import AsyncSubscriptionsWithResponse, SubscriptionsWithResponse


class _Subscriptions(Described):
    """The docstrings of the calls, written once: `Subscriptions` and `AsyncSubscriptions` inherit them."""

    def list(self, *args: Any, **kwargs: Any) -> Any:
        """List the subscriptions of a namespace.

        Deprecated by the vendor.

        Legacy: support ended on 2023-04-30. The order is not documented.

        The API returns the whole list in one response. Resuming from a checkpoint fetches it again and skips as
        many items as were already returned, so changes in between can make items come twice or not at all.

        Args:
            resume: Checkpoint of a pager with the same arguments; continues after the last item that it returned.

        Raises:
            Unauthenticated: 401. The token is missing or expired.
            Forbidden: 403. The caller is not allowed to do this.
            NotFound: 404. The tenant, the namespace or the subscription does not exist.
            RequestTimeout: 408. The request took too long; safe to retry, except for a create.
            ServerError: 500. The server failed.
            ServerError: 503. The service is unavailable; safe to retry, except for a create.
            ServerError: 504. An upstream service did not respond in time; safe to retry, except for a create.

        Source: page: List Subscriptions; migration: end of support
        """

    def create(self, *args: Any, **kwargs: Any) -> Any:
        """Create a subscription to a topic.

        Deprecated by the vendor.

        Legacy: support ended on 2023-04-30. The server assigns the id, so doing it again creates another
        subscription. The namespaces of the topic and of the subscription can differ, but must be in the same
        region. The topic cannot be changed later.

        Args:
            name: Name of the subscription, at most 200 characters.
            description: Description of the subscription, at most 1000 characters.
            topic_id: Id of the topic from which the subscription reads.
            topic_tenant_id: Id of the topic's tenant. It can differ from the subscription's tenant.
            topic_namespace_id: Id of the topic's namespace. It must be in the same region as the subscription's
                namespace.

        Raises:
            BadRequest: 400. The request is not valid, or the topic is in another region.
            Unauthenticated: 401. The token is missing or expired.
            Forbidden: 403. The caller is not allowed to do this.
            NotFound: 404. The tenant, the namespace or the subscription does not exist.
            RequestTimeout: 408. The request took too long; safe to retry, except for a create.
            UnsupportedMediaType: 415. The request is not JSON.
            ServerError: 500. The server failed.
            ServerError: 503. The service is unavailable; safe to retry, except for a create.
            ServerError: 504. An upstream service did not respond in time; safe to retry, except for a create.
            OutcomeUnknown: The response was lost, and the request is not retried because it may have been carried
                out. `client.subscriptions.list()` shows whether it was.

        Source: page: Create Subscription; migration: end of support
        """

    def get(self, *args: Any, **kwargs: Any) -> Any:
        """Get one subscription.

        Deprecated by the vendor.

        Legacy: support ended on 2023-04-30.

        Args:
            subscription: Id of the subscription. A fetched object works as well.

        Raises:
            Unauthenticated: 401. The token is missing or expired.
            Forbidden: 403. The caller is not allowed to do this.
            NotFound: 404. The tenant, the namespace or the subscription does not exist.
            RequestTimeout: 408. The request took too long; safe to retry, except for a create.
            ServerError: 500. The server failed.
            ServerError: 503. The service is unavailable; safe to retry, except for a create.
            ServerError: 504. An upstream service did not respond in time; safe to retry, except for a create.

        Source: page: Get Subscription; migration: end of support
        """

    def update(self, *args: Any, **kwargs: Any) -> Any:
        """Replace the name and description of a subscription.

        Deprecated by the vendor.

        Legacy: support ended on 2023-04-30. The name must be sent, changed or not. A description that is left out
        is most likely removed: send the old one to keep it. Nothing else can be changed.

        Args:
            subscription: Id of the subscription. A fetched object works as well: fields that are not given as
                arguments are taken from it.
            name: Name of the subscription, at most 200 characters.
            description: Description of the subscription, at most 1000 characters. Null, or leaving it out, most
                likely removes it; neither is documented.

        Raises:
            BadRequest: 400. The request is not valid. Documented only for the same operation on topics.
            Unauthenticated: 401. The token is missing or expired.
            Forbidden: 403. The caller is not allowed to do this.
            NotFound: 404. The tenant, the namespace or the subscription does not exist.
            RequestTimeout: 408. The request took too long; safe to retry, except for a create.
            UnsupportedMediaType: 415. The request is not JSON.
            ServerError: 500. The server failed.
            ServerError: 503. The service is unavailable; safe to retry, except for a create.
            ServerError: 504. An upstream service did not respond in time; safe to retry, except for a create.

        Source: page: Update Subscription; migration: end of support
        """

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Delete a subscription.

        Deprecated by the vendor.

        Legacy: support ended on 2023-04-30.

        Args:
            subscription: Id of the subscription. A fetched object works as well.

        Raises:
            Unauthenticated: 401. The token is missing or expired.
            Forbidden: 403. The caller is not allowed to do this.
            NotFound: 404. The tenant, the namespace or the subscription does not exist.
            RequestTimeout: 408. The request took too long; safe to retry, except for a create.
            ServerError: 500. The server failed.
            ServerError: 503. The service is unavailable; safe to retry, except for a create.
            ServerError: 504. An upstream service did not respond in time; safe to retry, except for a create.

        Source: page: Delete Subscription; migration: end of support
        """

    def modify(self, *args: Any, **kwargs: Any) -> Any:
        """Fetch an object, change it, and write it back.

        Nothing is written if `change` changes nothing. The vendor documents no precondition for `update`, so this
        offers no protection against concurrent changes: what somebody else changes in the object between reading
        and writing is overwritten.

        Args:
            subscription: Id of the object, or a fetched one. It is always fetched again.
            change: Function that changes the fetched object in place, or returns a changed copy.

        Returns:
            The response of `update`; the fetched object if nothing was changed.

        Raises:
            ApiError: The same errors as `get` and `update`.

        Source: page: Get Subscription; migration: end of support; page: Update Subscription; migration: end of
        support
        """

    def create_or_find(self, *args: Any, **kwargs: Any) -> Any:
        """Create an object, once, even if a response is lost.

        As `create`. If its outcome is unknown (the response was lost, or the server failed), the list is searched,
        and once more a moment later. What is found is returned. If nothing is found, the create is sent again. Each
        request is a call with its own timeout. An object that existed before and that `find` accepts is taken for
        the created one.

        Args:
            find: Function that says whether an item of the list is the created object, for instance by a name that
                no other has.
            attempts: Maximum number of times to send the create.

        All other arguments are those of `create`.

        Returns:
            The created object, or the one that was found.

        Raises:
            OutcomeUnknown: `find` accepts several objects, the list cannot be fetched, or nothing was found after
                the last attempt. If the server failed, it is a `ServerError` instead.
            ApiError: The same errors as `create` and `list`.

        Source: page: Create Subscription; migration: end of support
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

    def list(self, *, resume: str | None = None) -> Pager[Subscription]:
        return self._client.pager(_operations.list_subscriptions(), resume=resume)

    def create(
        self,
        *,
        topic_id: str,
        topic_tenant_id: str,
        topic_namespace_id: str,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
    ) -> Subscription:
        return (
            self._client.send(
                _operations.create_subscription(
                    name=name,
                    description=description,
                    topic_id=topic_id,
                    topic_tenant_id=topic_tenant_id,
                    topic_namespace_id=topic_namespace_id,
                )
            )
        ).parsed

    def get(self, subscription: str | UUID | Subscription, /) -> Subscription:
        return (self._client.send(_operations.get_subscription(subscription))).parsed

    @overload
    def update(
        self, subscription: str | UUID, /, *, name: str, description: str | None | Unset = UNSET
    ) -> Subscription: ...
    @overload
    def update(
        self, subscription: Subscription, /, *, name: str | Unset = UNSET, description: str | None | Unset = UNSET
    ) -> Subscription: ...
    def update(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        name: str | Unset = UNSET,
        description: str | None | Unset = UNSET,
    ) -> Subscription:
        make: Any = _operations.update_subscription
        operation = make(subscription, name=name, description=description)
        found: Subscription = (self._client.send(operation)).parsed
        return found

    def delete(self, subscription: str | UUID | Subscription, /) -> None:
        return (self._client.send(_operations.delete_subscription(subscription))).parsed

    def modify(
        self,
        subscription: str | UUID | Subscription,
        change: _modify.Change[Subscription],
        /,
    ) -> Subscription:
        with loading:
            from subkit._calls import modify as _modify
        fetch = _operations.get_subscription(subscription)
        write = _operations.update_subscription
        done: Subscription = _modify.modify(self._client, fetch, write, change, 1)
        return done

    def create_or_find(
        self,
        *,
        find: Callable[[Subscription], bool],
        topic_id: str,
        topic_tenant_id: str,
        topic_namespace_id: str,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        attempts: int = 3,
    ) -> Subscription:
        with loading:
            from subkit._calls import create_or_find as _create_or_find
        create = _operations.create_subscription(
            name=name,
            description=description,
            topic_id=topic_id,
            topic_tenant_id=topic_tenant_id,
            topic_namespace_id=topic_namespace_id,
        )
        recovery = _create_or_find.Recovery(find, _operations.list_subscriptions(), _operations.get_subscription)
        done: Subscription = _create_or_find.create_or_find(self._client, create, recovery, attempts)
        return done


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

    def list(self, *, resume: str | None = None) -> AsyncPager[Subscription]:
        return self._client.pager(_operations.list_subscriptions(), resume=resume)

    async def create(
        self,
        *,
        topic_id: str,
        topic_tenant_id: str,
        topic_namespace_id: str,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
    ) -> Subscription:
        return (
            await self._client.send(
                _operations.create_subscription(
                    name=name,
                    description=description,
                    topic_id=topic_id,
                    topic_tenant_id=topic_tenant_id,
                    topic_namespace_id=topic_namespace_id,
                )
            )
        ).parsed

    async def get(self, subscription: str | UUID | Subscription, /) -> Subscription:
        return (await self._client.send(_operations.get_subscription(subscription))).parsed

    @overload
    async def update(
        self, subscription: str | UUID, /, *, name: str, description: str | None | Unset = UNSET
    ) -> Subscription: ...
    @overload
    async def update(
        self, subscription: Subscription, /, *, name: str | Unset = UNSET, description: str | None | Unset = UNSET
    ) -> Subscription: ...
    async def update(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        name: str | Unset = UNSET,
        description: str | None | Unset = UNSET,
    ) -> Subscription:
        make: Any = _operations.update_subscription
        operation = make(subscription, name=name, description=description)
        found: Subscription = (await self._client.send(operation)).parsed
        return found

    async def delete(self, subscription: str | UUID | Subscription, /) -> None:
        return (await self._client.send(_operations.delete_subscription(subscription))).parsed

    async def modify(
        self,
        subscription: str | UUID | Subscription,
        change: _modify.AsyncChange[Subscription],
        /,
    ) -> Subscription:
        with loading:
            from subkit._calls import modify as _modify
        fetch = _operations.get_subscription(subscription)
        write = _operations.update_subscription
        done: Subscription = await _modify.modify_async(self._client, fetch, write, change, 1)
        return done

    async def create_or_find(
        self,
        *,
        find: Callable[[Subscription], bool],
        topic_id: str,
        topic_tenant_id: str,
        topic_namespace_id: str,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        attempts: int = 3,
    ) -> Subscription:
        with loading:
            from subkit._calls import create_or_find as _create_or_find
        create = _operations.create_subscription(
            name=name,
            description=description,
            topic_id=topic_id,
            topic_tenant_id=topic_tenant_id,
            topic_namespace_id=topic_namespace_id,
        )
        recovery = _create_or_find.Recovery(find, _operations.list_subscriptions(), _operations.get_subscription)
        done: Subscription = await _create_or_find.create_or_find_async(self._client, create, recovery, attempts)
        return done
