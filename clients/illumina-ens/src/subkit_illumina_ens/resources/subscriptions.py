# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""Calls on subscriptions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from subkit import AsyncPager, Pager
from subkit._described import Described
from subkit._forks import loading
from subkit._unset import UNSET, Unset

from .. import operations as _operations
from ..models.delivery_target import DeliveryTarget
from ..models.subscription import Subscription

if TYPE_CHECKING:
    from subkit._client import AsyncClient, SyncClient

    from ._subscriptions_with_response import AsyncSubscriptionsWithResponse, SubscriptionsWithResponse


class _Subscriptions(Described):
    """The docstrings of the calls, written once: `Subscriptions` and `AsyncSubscriptions` inherit them."""

    def list(self, *args: Any, **kwargs: Any) -> Any:
        """List subscriptions.

        Only those of the token's tenant and context are listed. The sort order cannot be chosen. Whether disabled
        subscriptions stay in the list is not documented.

        Pages are fetched by token. Resuming from a checkpoint neither loses nor repeats items as long as the server
        accepts its tokens.

        Args:
            event_type: Only subscriptions to this event type, such as `gds.files`. At most 255 characters.
            page_size: Maximum number of items per page, 1 to 1000. The server's default is not documented.
            page_token: Token of the page to start with, from an earlier page. Without it, the list starts with the
                first page.
            resume: Checkpoint of a pager with the same arguments; continues after the last item that it returned.

        Raises:
            BadRequest: 400. A parameter or field is missing or not valid.
            Unauthenticated: 401. The token is missing, expired or not valid.
            Forbidden: 403. The caller is not allowed to list subscriptions.
            ApiError: Any other status. The vendor advises to try again, then to contact the administrator.

        Source: page: list_subscriptions
        """

    def create(self, *args: Any, **kwargs: Any) -> Any:
        """Create a subscription.

        Subscribes to one event type and sets exactly one delivery target for its events. A subscription cannot be
        updated. To change one, disable it and create another. A 409 means that the target is wrong or cannot be
        reached, typically because the policy of the queue or topic does not allow access by the platform. It does
        not mean that the name is taken. Doing it again may create a second subscription.

        Args:
            type: Event type: 1 to 255 letters and dots, starting with a letter. Documented types: `bssh.runs`,
                `bssh.sequencingstats`, `gds.files`, `gds.folders`, `gds.volumes`, `gss.analysisRuns`,
                `gss.samples`, `tes.runs`, `wes.runs`, `wes.runs.historyevents`, `wes.workflows`. Each type has its
                own actions. Must match `^[a-zA-Z]+[.a-zA-Z]*$`.
            actions: Actions of the event type to subscribe to, such as `uploaded` for `gds.files`. At most 255.
                What the server does without them is not documented.
            name: Name of the subscription: 1 to 255 letters, digits, `_` and `-`, starting with a letter or digit.
                Must match `^[a-zA-Z0-9]+[a-zA-Z0-9_-]*$`.
            description: Description of the subscription, at most 8192 characters.
            filter_expression: Filter for the events to deliver: a JSON document as a string of at most 8192
                characters. Known operators are `equal`, `startsWith`, `and` and `or`, each with an array of
                operands. The operand `{"path": "$.volumeName"}` stands for a value of the event. A dict is sent as
                JSON text.
            delivery_target: Where matching events go. Exactly one of its fields must be given.

        Raises:
            BadRequest: 400. A parameter or field is missing or not valid.
            Unauthenticated: 401. The token is missing, expired or not valid.
            Forbidden: 403. The caller is not allowed to subscribe to this event type or to deliver to this target.
            Conflict: 409. The delivery target is wrong, or the platform cannot reach it.
            OutcomeUnknown: The response was lost, and the request is not retried because it may have been carried
                out. `client.subscriptions.list()` shows whether it was.
            ApiError: Any other status. The vendor advises to try again, then to contact the administrator.

        Source: page: create_subscription
        """

    def get(self, *args: Any, **kwargs: Any) -> Any:
        """Get one subscription.

        A disabled subscription cannot be fetched any more: the server responds with 410.

        Args:
            subscription: Id of the subscription, such as `sub.1692`. At most 255 characters. A fetched object works
                as well.

        Raises:
            BadRequest: 400. A parameter or field is missing or not valid.
            Unauthenticated: 401. The token is missing, expired or not valid.
            Forbidden: 403. The caller is not allowed to read this subscription.
            NotFound: 404. No subscription has this id.
            Gone: 410. The subscription is already disabled.
            ApiError: Any other status. The vendor advises to try again, then to contact the administrator.

        Source: page: get_subscription
        """

    def disable(self, *args: Any, **kwargs: Any) -> Any:
        """Disable a subscription.

        Marks the subscription as deleted and returns it. No call enables it again. Doing it again gives a 410, and
        so can a retry after a lost response.

        Args:
            subscription: Id of the subscription, such as `sub.1692`. At most 255 characters. A fetched object works
                as well.

        Raises:
            BadRequest: 400. A parameter or field is missing or not valid.
            Unauthenticated: 401. The token is missing, expired or not valid.
            Forbidden: 403. The caller is not allowed to disable this subscription.
            NotFound: 404. No subscription has this id.
            Gone: 410. The subscription is already disabled.
            ApiError: Any other status. The vendor advises to try again, then to contact the administrator.

        Source: page: disable_subscription
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

        Source: page: create_subscription
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
        event_type: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
        page_token: str | Unset = UNSET,
        resume: str | None = None,
    ) -> Pager[Subscription]:
        return self._client.pager(
            _operations.list_subscriptions(event_type=event_type, page_size=page_size, page_token=page_token),
            resume=resume,
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
    ) -> Subscription:
        return (
            self._client.send(
                _operations.create_subscription(
                    type=type,
                    actions=actions,
                    name=name,
                    description=description,
                    filter_expression=filter_expression,
                    delivery_target=delivery_target,
                )
            )
        ).parsed

    def get(self, subscription: str | UUID | Subscription, /) -> Subscription:
        return (self._client.send(_operations.get_subscription(subscription))).parsed

    def disable(self, subscription: str | UUID | Subscription, /) -> Subscription:
        return (self._client.send(_operations.disable_subscription(subscription))).parsed

    def create_or_find(
        self,
        *,
        find: Callable[[Subscription], bool],
        type: str,
        name: str,
        delivery_target: DeliveryTarget | Mapping[str, Any],
        actions: Sequence[str] | Unset = UNSET,
        description: str | Unset = UNSET,
        filter_expression: str | Mapping[str, Any] | Unset = UNSET,
        attempts: int = 3,
    ) -> Subscription:
        with loading:
            from subkit._calls import create_or_find as _create_or_find
        create = _operations.create_subscription(
            type=type,
            actions=actions,
            name=name,
            description=description,
            filter_expression=filter_expression,
            delivery_target=delivery_target,
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

    def list(
        self,
        *,
        event_type: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
        page_token: str | Unset = UNSET,
        resume: str | None = None,
    ) -> AsyncPager[Subscription]:
        return self._client.pager(
            _operations.list_subscriptions(event_type=event_type, page_size=page_size, page_token=page_token),
            resume=resume,
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
    ) -> Subscription:
        return (
            await self._client.send(
                _operations.create_subscription(
                    type=type,
                    actions=actions,
                    name=name,
                    description=description,
                    filter_expression=filter_expression,
                    delivery_target=delivery_target,
                )
            )
        ).parsed

    async def get(self, subscription: str | UUID | Subscription, /) -> Subscription:
        return (await self._client.send(_operations.get_subscription(subscription))).parsed

    async def disable(self, subscription: str | UUID | Subscription, /) -> Subscription:
        return (await self._client.send(_operations.disable_subscription(subscription))).parsed

    async def create_or_find(
        self,
        *,
        find: Callable[[Subscription], bool],
        type: str,
        name: str,
        delivery_target: DeliveryTarget | Mapping[str, Any],
        actions: Sequence[str] | Unset = UNSET,
        description: str | Unset = UNSET,
        filter_expression: str | Mapping[str, Any] | Unset = UNSET,
        attempts: int = 3,
    ) -> Subscription:
        with loading:
            from subkit._calls import create_or_find as _create_or_find
        create = _operations.create_subscription(
            type=type,
            actions=actions,
            name=name,
            description=description,
            filter_expression=filter_expression,
            delivery_target=delivery_target,
        )
        recovery = _create_or_find.Recovery(find, _operations.list_subscriptions(), _operations.get_subscription)
        done: Subscription = await _create_or_find.create_or_find_async(self._client, create, recovery, attempts)
        return done
