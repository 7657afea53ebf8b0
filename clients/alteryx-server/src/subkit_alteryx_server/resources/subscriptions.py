# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""Calls on subscriptions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, overload
from uuid import UUID

from subkit import AsyncPager, Pager
from subkit._described import Described
from subkit._forks import loading
from subkit._unset import UNSET, Unset

from .. import operations as _operations
from ..models.subscription import Subscription
from ..models.subscription_user_workflow_count_view import SubscriptionUserWorkflowCountView
from ..models.subscription_user_workflow_details_view import SubscriptionUserWorkflowDetailsView
from ..models.subscription_view import SubscriptionView

if TYPE_CHECKING:
    from subkit._calls import modify as _modify
    from subkit._client import AsyncClient, SyncClient

    from ._subscriptions_with_response import AsyncSubscriptionsWithResponse, SubscriptionsWithResponse


class _Subscriptions(Described):
    """The docstrings of the calls, written once: `Subscriptions` and `AsyncSubscriptions` inherit them."""

    def list(self, *args: Any, **kwargs: Any) -> Any:
        """List the subscriptions that match all given filters.

        Without a filter, all subscriptions are listed, in no documented order. A filter that the server does not
        know is most likely ignored. For Curators only.

        The API returns the whole list in one response. Resuming from a checkpoint fetches it again and skips as
        many items as were already returned, so changes in between can make items come twice or not at all.

        Args:
            name: Name of the subscription. Whether part of a name matches is not documented.
            can_share_schedules: Whether shared schedules are enabled.
            default_workflow_credential_id: Id of the default workflow credential.
            user_count_greater_than_equals: Minimum number of users.
            user_count_less_than_equals: Maximum number of users. Not on the vendor's page.
            workflow_count_greater_than_equals: Minimum number of workflows.
            workflow_count_less_than_equals: Maximum number of workflows.
            resume: Checkpoint of a pager with the same arguments; continues after the last item that it returned.

        Raises:
            Unauthenticated: 401. The token is missing or expired; the body may be empty.
            Forbidden: 403. The owner of the key is not a Curator; the body may be empty.
            ServerError: 500. The server failed; the body may be empty or not JSON.

        Source: page: Retrieve All Subscriptions; generated: SubscriptionsApi, subscriptions_get_subscriptions
        """

    def create(self, *args: Any, **kwargs: Any) -> Any:
        """Create a subscription.

        Doing it again creates another subscription. The response contains the API key and the API secret of the new
        subscription. No other response does. For Curators only.

        Args:
            name: Name of the subscription, 1 to 255 characters.
            can_share_schedules: Whether shared schedules are enabled. Server default: `false`.
            credential_id: Id of the default credential of its users. Empty for none. Server default: `""`.

        Raises:
            BadRequest: 400. The request is not valid.
            Unauthenticated: 401. The token is missing or expired; the body may be empty.
            Forbidden: 403. The owner of the key is not a Curator; the body may be empty.
            NotFound: 404. Something does not exist, probably the credential. The vendor does not say what.
            ServerError: 500. The server failed; the body may be empty or not JSON.
            OutcomeUnknown: The response was lost, and the request is not retried because it may have been carried
                out. `client.subscriptions.list()` shows whether it was.

        Source: page: Create a New Subscription; generated: SubscriptionsApi, subscriptions_create_subscription
        """

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Delete a subscription that has no users and no workflows.

        The id is sent in the query. Without it the request would be a DELETE of the whole collection, so an empty
        id is refused. A subscription that still has users or workflows cannot be deleted; expect a 400. For
        Curators only.

        Args:
            subscription: Id of the subscription, 24 hexadecimal digits. A fetched object works as well.

        Raises:
            BadRequest: 400. The id is not valid, or the subscription still has users or workflows.
            Unauthenticated: 401. The token is missing or expired; the body may be empty.
            Forbidden: 403. The owner of the key is not a Curator; the body may be empty.
            NotFound: 404. The subscription does not exist; the body may be empty.
            ServerError: 500. The server failed; the body may be empty or not JSON.

        Source: page: Delete a Subscription; generated: SubscriptionsApi, subscriptions_delete_subscription
        """

    def get(self, *args: Any, **kwargs: Any) -> Any:
        """Get one subscription, with its users and workflows.

        For Curators only.

        Args:
            subscription: Id of the subscription, 24 hexadecimal digits. A fetched object works as well.

        Raises:
            Unauthenticated: 401. The token is missing or expired; the body may be empty.
            Forbidden: 403. The owner of the key is not a Curator; the body may be empty.
            NotFound: 404. The subscription does not exist; the body may be empty.
            ServerError: 500. The server failed; the body may be empty or not JSON.

        Source: page: Search for a Specific Subscription; generated: SubscriptionsApi,
        subscriptions_get_subscription_by_id
        """

    def update(self, *args: Any, **kwargs: Any) -> Any:
        """Replace the name, credential and schedule sharing of a subscription.

        All three fields must be sent, changed or not. For Curators only.

        Args:
            subscription: Id of the subscription, 24 hexadecimal digits. A fetched object works as well: fields that
                are not given as arguments are taken from it.
            name: Name of the subscription. When it is created, the limit is 1 to 255 characters; none is documented
                here.
            credential_id: Id of the default credential of its users. Empty for none.
            can_share_schedules: Whether shared schedules are enabled.

        Raises:
            BadRequest: 400. The request is not valid.
            Unauthenticated: 401. The token is missing or expired; the body may be empty.
            Forbidden: 403. The owner of the key is not a Curator; the body may be empty.
            NotFound: 404. The subscription does not exist; the body may be empty.
            ServerError: 500. The server failed; the body may be empty or not JSON.

        Source: page: Update an Existing Subscription; generated: SubscriptionsApi,
        subscriptions_update_subscription
        """

    def move_users(self, *args: Any, **kwargs: Any) -> Any:
        """Move users to a subscription.

        Each user leaves the subscription that they were in, but their workflows stay there. To remove a user from a
        subscription, move the user to another one. Doing it again should change nothing. Whether some users are
        moved if others are unknown is not documented. For Curators only.

        Args:
            subscription: Id of the subscription that the users are moved to, 24 hexadecimal digits. A fetched
                object works as well.
            user_ids: Ids of the users, each 24 hexadecimal digits.

        Raises:
            BadRequest: 400. The request is not valid.
            Unauthenticated: 401. The token is missing or expired; the body may be empty.
            Forbidden: 403. The owner of the key is not a Curator; the body may be empty.
            NotFound: 404. The subscription does not exist. Whether an unknown user gives a 404 too is not
                documented.
            ServerError: 500. The server failed; the body may be empty or not JSON.

        Source: page: Change a User's Subscription; generated: SubscriptionsApi,
        subscriptions_change_users_subscription; howto: users and their workflows
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

        Source: page: Search for a Specific Subscription; generated: SubscriptionsApi,
        subscriptions_get_subscription_by_id; page: Update an Existing Subscription; generated: SubscriptionsApi,
        subscriptions_update_subscription
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

        Source: page: Create a New Subscription; generated: SubscriptionsApi, subscriptions_create_subscription
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
        self,
        *,
        name: str | Unset = UNSET,
        can_share_schedules: bool | Unset = UNSET,
        default_workflow_credential_id: str | Unset = UNSET,
        user_count_greater_than_equals: int | Unset = UNSET,
        user_count_less_than_equals: int | Unset = UNSET,
        workflow_count_greater_than_equals: int | Unset = UNSET,
        workflow_count_less_than_equals: int | Unset = UNSET,
        resume: str | None = None,
    ) -> Pager[SubscriptionUserWorkflowCountView]:
        return self._client.pager(
            _operations.list_subscriptions(
                name=name,
                can_share_schedules=can_share_schedules,
                default_workflow_credential_id=default_workflow_credential_id,
                user_count_greater_than_equals=user_count_greater_than_equals,
                user_count_less_than_equals=user_count_less_than_equals,
                workflow_count_greater_than_equals=workflow_count_greater_than_equals,
                workflow_count_less_than_equals=workflow_count_less_than_equals,
            ),
            resume=resume,
        )

    def create(
        self, *, name: str, can_share_schedules: bool | Unset = UNSET, credential_id: str | Unset = UNSET
    ) -> Subscription:
        return (
            self._client.send(
                _operations.create_subscription(
                    name=name, can_share_schedules=can_share_schedules, credential_id=credential_id
                )
            )
        ).parsed

    def delete(
        self,
        subscription: str
        | UUID
        | Subscription
        | SubscriptionUserWorkflowCountView
        | SubscriptionUserWorkflowDetailsView
        | SubscriptionView,
        /,
    ) -> None:
        return (self._client.send(_operations.delete_subscription(subscription))).parsed

    def get(
        self,
        subscription: str
        | UUID
        | Subscription
        | SubscriptionUserWorkflowCountView
        | SubscriptionUserWorkflowDetailsView
        | SubscriptionView,
        /,
    ) -> SubscriptionUserWorkflowDetailsView:
        return (self._client.send(_operations.get_subscription(subscription))).parsed

    @overload
    def update(
        self, subscription: str | UUID, /, *, name: str, credential_id: str, can_share_schedules: bool
    ) -> SubscriptionView: ...
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
    ) -> SubscriptionView: ...
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
    ) -> SubscriptionView:
        make: Any = _operations.update_subscription
        operation = make(subscription, name=name, credential_id=credential_id, can_share_schedules=can_share_schedules)
        found: SubscriptionView = (self._client.send(operation)).parsed
        return found

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
    ) -> None:
        return (self._client.send(_operations.move_users_subscription(subscription, user_ids=user_ids))).parsed

    def modify(
        self,
        subscription: str
        | UUID
        | Subscription
        | SubscriptionUserWorkflowCountView
        | SubscriptionUserWorkflowDetailsView
        | SubscriptionView,
        change: _modify.Change[SubscriptionUserWorkflowDetailsView],
        /,
    ) -> SubscriptionView | SubscriptionUserWorkflowDetailsView:
        with loading:
            from subkit._calls import modify as _modify
        fetch = _operations.get_subscription(subscription)
        write = _operations.update_subscription
        done: SubscriptionView | SubscriptionUserWorkflowDetailsView = _modify.modify(
            self._client, fetch, write, change, 1
        )
        return done

    def create_or_find(
        self,
        *,
        find: Callable[[SubscriptionUserWorkflowCountView], bool],
        name: str,
        can_share_schedules: bool | Unset = UNSET,
        credential_id: str | Unset = UNSET,
        attempts: int = 3,
    ) -> Subscription | SubscriptionUserWorkflowDetailsView:
        with loading:
            from subkit._calls import create_or_find as _create_or_find
        create = _operations.create_subscription(
            name=name, can_share_schedules=can_share_schedules, credential_id=credential_id
        )
        recovery = _create_or_find.Recovery(find, _operations.list_subscriptions(), _operations.get_subscription)
        done: Subscription | SubscriptionUserWorkflowDetailsView = _create_or_find.create_or_find(
            self._client, create, recovery, attempts
        )
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
        resume: str | None = None,
    ) -> AsyncPager[SubscriptionUserWorkflowCountView]:
        return self._client.pager(
            _operations.list_subscriptions(
                name=name,
                can_share_schedules=can_share_schedules,
                default_workflow_credential_id=default_workflow_credential_id,
                user_count_greater_than_equals=user_count_greater_than_equals,
                user_count_less_than_equals=user_count_less_than_equals,
                workflow_count_greater_than_equals=workflow_count_greater_than_equals,
                workflow_count_less_than_equals=workflow_count_less_than_equals,
            ),
            resume=resume,
        )

    async def create(
        self, *, name: str, can_share_schedules: bool | Unset = UNSET, credential_id: str | Unset = UNSET
    ) -> Subscription:
        return (
            await self._client.send(
                _operations.create_subscription(
                    name=name, can_share_schedules=can_share_schedules, credential_id=credential_id
                )
            )
        ).parsed

    async def delete(
        self,
        subscription: str
        | UUID
        | Subscription
        | SubscriptionUserWorkflowCountView
        | SubscriptionUserWorkflowDetailsView
        | SubscriptionView,
        /,
    ) -> None:
        return (await self._client.send(_operations.delete_subscription(subscription))).parsed

    async def get(
        self,
        subscription: str
        | UUID
        | Subscription
        | SubscriptionUserWorkflowCountView
        | SubscriptionUserWorkflowDetailsView
        | SubscriptionView,
        /,
    ) -> SubscriptionUserWorkflowDetailsView:
        return (await self._client.send(_operations.get_subscription(subscription))).parsed

    @overload
    async def update(
        self, subscription: str | UUID, /, *, name: str, credential_id: str, can_share_schedules: bool
    ) -> SubscriptionView: ...
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
    ) -> SubscriptionView: ...
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
    ) -> SubscriptionView:
        make: Any = _operations.update_subscription
        operation = make(subscription, name=name, credential_id=credential_id, can_share_schedules=can_share_schedules)
        found: SubscriptionView = (await self._client.send(operation)).parsed
        return found

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
    ) -> None:
        return (await self._client.send(_operations.move_users_subscription(subscription, user_ids=user_ids))).parsed

    async def modify(
        self,
        subscription: str
        | UUID
        | Subscription
        | SubscriptionUserWorkflowCountView
        | SubscriptionUserWorkflowDetailsView
        | SubscriptionView,
        change: _modify.AsyncChange[SubscriptionUserWorkflowDetailsView],
        /,
    ) -> SubscriptionView | SubscriptionUserWorkflowDetailsView:
        with loading:
            from subkit._calls import modify as _modify
        fetch = _operations.get_subscription(subscription)
        write = _operations.update_subscription
        done: SubscriptionView | SubscriptionUserWorkflowDetailsView = await _modify.modify_async(
            self._client, fetch, write, change, 1
        )
        return done

    async def create_or_find(
        self,
        *,
        find: Callable[[SubscriptionUserWorkflowCountView], bool],
        name: str,
        can_share_schedules: bool | Unset = UNSET,
        credential_id: str | Unset = UNSET,
        attempts: int = 3,
    ) -> Subscription | SubscriptionUserWorkflowDetailsView:
        with loading:
            from subkit._calls import create_or_find as _create_or_find
        create = _operations.create_subscription(
            name=name, can_share_schedules=can_share_schedules, credential_id=credential_id
        )
        recovery = _create_or_find.Recovery(find, _operations.list_subscriptions(), _operations.get_subscription)
        done: Subscription | SubscriptionUserWorkflowDetailsView = await _create_or_find.create_or_find_async(
            self._client, create, recovery, attempts
        )
        return done
