# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""Calls on subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from subkit._described import Described
from subkit._unset import UNSET, Unset

from .. import operations as _operations

if TYPE_CHECKING:
    from subkit._client import AsyncClient, SyncClient
    from subkit._pagination import AsyncPager, Pager

    from ..models.subscription import Subscription


class _Subscriptions(Described):
    """What each call does. Both clients' calls have their docstrings from here, at run time and in editors."""

    def list(self, *args: Any, **kwargs: Any) -> Any:
        """List the subscriptions of a namespace.

        Deprecated by the vendor.

        Legacy: support ended on 2023-04-30. The answer is one array with everything in it: there are no pages, no
        total and no documented order. `skip` and `count` existed until July 2019. Nothing is promised about
        subscriptions that are created or deleted meanwhile.

        The API returns the whole list in one response. Resuming from a checkpoint fetches it again and skips as
        many items as were already returned, so changes in between can make items come twice or not at all.

        Args:
            resume: Checkpoint of a pager with the same arguments; continues after the last item that it returned.

        Raises:
            Unauthenticated: 401. The token is missing or expired.
            Forbidden: 403. The client may not do this.
            NotFound: 404. The tenant, the namespace or the subscription does not exist.
            RequestTimeout: 408. The request took too long. Worth another try, except for a create.
            ServerError: 500. The server failed.
            ServerError: 503. The service is unavailable. Worth another try, except for a create.
            ServerError: 504. A service behind this one did not answer in time. Worth another try, except for a
                create.

        Source: page: List Subscriptions; migration: end of support
        """

    def create(self, *args: Any, **kwargs: Any) -> Any:
        """Create a subscription to a topic.

        Deprecated by the vendor.

        Legacy: support ended on 2023-04-30. The server makes the id, so doing it again creates another
        subscription: this call is not idempotent. The namespaces of the topic and of the subscription may differ,
        but have to be in the same region. The topic cannot be changed afterwards.

        Args:
            name: Name of the subscription, at most 200 characters.
            description: Description of the subscription, at most 1000 characters.
            topic_id: Id of the topic that the subscription reads from.
            topic_tenant_id: Id of the tenant of the topic. It may be another tenant than that of the subscription.
            topic_namespace_id: Id of the namespace of the topic. It has to be in the same region as that of the
                subscription.

        Raises:
            BadRequest: 400. Bad request. Also where the topic is in another region.
            Unauthenticated: 401. The token is missing or expired.
            Forbidden: 403. The client may not do this.
            NotFound: 404. The tenant, the namespace or the subscription does not exist.
            RequestTimeout: 408. The request took too long. Worth another try, except for a create.
            UnsupportedMediaType: 415. Unsupported media type. Requests have to be JSON.
            ServerError: 500. The server failed.
            ServerError: 503. The service is unavailable. Worth another try, except for a create.
            ServerError: 504. A service behind this one did not answer in time. Worth another try, except for a
                create.
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
            Forbidden: 403. The client may not do this.
            NotFound: 404. The tenant, the namespace or the subscription does not exist.
            RequestTimeout: 408. The request took too long. Worth another try, except for a create.
            ServerError: 500. The server failed.
            ServerError: 503. The service is unavailable. Worth another try, except for a create.
            ServerError: 504. A service behind this one did not answer in time. Worth another try, except for a
                create.

        Source: page: Get Subscription; migration: end of support
        """

    def update(self, *args: Any, **kwargs: Any) -> Any:
        """Replace the name and the description of a subscription.

        Deprecated by the vendor.

        Legacy: support ended on 2023-04-30. The name has to be sent, changed or not. A description that is left out
        is most likely removed: send the old one to keep it. Nothing else of a subscription can be changed.

        Args:
            subscription: Id of the subscription. A fetched object works as well.
            name: Name of the subscription, at most 200 characters.
            description: Description of the subscription, at most 1000 characters. Null, or leaving it out, most
                likely removes it; neither is documented.

        Raises:
            BadRequest: 400. Bad request. Not listed on the page of this operation, but on that of its twin for
                topics.
            Unauthenticated: 401. The token is missing or expired.
            Forbidden: 403. The client may not do this.
            NotFound: 404. The tenant, the namespace or the subscription does not exist.
            RequestTimeout: 408. The request took too long. Worth another try, except for a create.
            UnsupportedMediaType: 415. Unsupported media type. Requests have to be JSON.
            ServerError: 500. The server failed.
            ServerError: 503. The service is unavailable. Worth another try, except for a create.
            ServerError: 504. A service behind this one did not answer in time. Worth another try, except for a
                create.

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
            Forbidden: 403. The client may not do this.
            NotFound: 404. The tenant, the namespace or the subscription does not exist.
            RequestTimeout: 408. The request took too long. Worth another try, except for a create.
            ServerError: 500. The server failed.
            ServerError: 503. The service is unavailable. Worth another try, except for a create.
            ServerError: 504. A service behind this one did not answer in time. Worth another try, except for a
                create.

        Source: page: Delete Subscription; migration: end of support
        """


class Subscriptions(_Subscriptions):
    """Calls of the synchronous client."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

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

    def update(
        self, subscription: str | UUID | Subscription, /, *, name: str, description: str | None | Unset = UNSET
    ) -> Subscription:
        return (
            self._client.send(_operations.update_subscription(subscription, name=name, description=description))
        ).parsed

    def delete(self, subscription: str | UUID | Subscription, /) -> None:
        return (self._client.send(_operations.delete_subscription(subscription))).parsed


class AsyncSubscriptions(_Subscriptions):
    """Calls of the asynchronous client."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

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

    async def update(
        self, subscription: str | UUID | Subscription, /, *, name: str, description: str | None | Unset = UNSET
    ) -> Subscription:
        return (
            await self._client.send(_operations.update_subscription(subscription, name=name, description=description))
        ).parsed

    async def delete(self, subscription: str | UUID | Subscription, /) -> None:
        return (await self._client.send(_operations.delete_subscription(subscription))).parsed
