# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""Calls on subscriptions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from subkit._described import Described
from subkit._unset import UNSET, Unset

from .. import operations as _operations

if TYPE_CHECKING:
    from subkit._client import AsyncClient, SyncClient
    from subkit._pagination import AsyncPager, Pager

    from ..models.delivery_target import DeliveryTarget
    from ..models.subscription import Subscription


class _Subscriptions(Described):
    """What each call does. Both clients' calls have their docstrings from here, at run time and in editors."""

    def list(self, *args: Any, **kwargs: Any) -> Any:
        """List subscriptions.

        The subscriptions of the token's tenant and context, in pages that are linked by opaque tokens. The order is
        told in the answer and cannot be chosen. Whether disabled subscriptions stay in the list is not documented;
        look at `isDeleted`.

        Pages are fetched by token. Resuming from a checkpoint neither loses nor repeats items as long as the server
        accepts its tokens.

        Args:
            event_type: Only subscriptions to this event type, such as `gds.files`. At most 255 characters.
            page_size: Most items in one page, 1 to 1000. What the server takes without it is not documented.
            page_token: Which page: `firstPageToken`, `nextPageToken`, `prevPageToken` or `lastPageToken` of an
                earlier answer. Left out for the first call.
            resume: Checkpoint of a pager with the same arguments; continues after the last item that it returned.

        Raises:
            BadRequest: 400. A parameter or field is missing or not valid.
            Unauthenticated: 401. The caller cannot be identified, because the token is missing, expired or not
                valid.
            Forbidden: 403. The caller may not look at subscriptions.
            ApiError: Any other status. Anything else that went wrong. The vendor's advice is to try again, then to
                ask the administrator.

        Source: page: list_subscriptions
        """

    def create(self, *args: Any, **kwargs: Any) -> Any:
        """Create a subscription.

        Subscribes to one event type and says where its events go: exactly one delivery target. There is no update.
        To change a subscription, disable it and create another. 409 means that the target is wrong or out of reach,
        typically because the policy of the queue or topic does not let the platform in; it does not mean that the
        name is taken. Doing it twice may make two subscriptions.

        Args:
            type: Event type, 1 to 255 letters and dots, a letter first. Documented ones: `bssh.runs`,
                `bssh.sequencingstats`, `gds.files`, `gds.folders`, `gds.volumes`, `gss.analysisRuns`,
                `gss.samples`, `tes.runs`, `wes.runs`, `wes.runs.historyevents`, `wes.workflows`. Each has actions
                of its own. Must match `^[a-zA-Z]+[.a-zA-Z]*$`.
            actions: Actions of the event type to be told of, such as `uploaded` of `gds.files`. At most 255. What
                happens without it is not documented.
            name: Name of the subscription, 1 to 255 letters, digits, `_` and `-`, a letter or digit first. No
                spaces. Must match `^[a-zA-Z0-9]+[a-zA-Z0-9_-]*$`.
            description: Text for people, at most 8192 characters.
            filter_expression: Which events to deliver: a JSON document, written as a string of at most 8192
                characters. Operators in use are `equal`, `startsWith`, `and` and `or`, each with an array of
                operands; an operand `{"path": "$.volumeName"}` stands for a value of the event. A dict is sent as
                JSON text.
            delivery_target: Where matching events go. Exactly one of the three has to be given.

        Raises:
            BadRequest: 400. A parameter or field is missing or not valid.
            Unauthenticated: 401. The caller cannot be identified, because the token is missing, expired or not
                valid.
            Forbidden: 403. The caller may not subscribe to this event type, or may not deliver to this target.
            Conflict: 409. The target is wrong, or the platform cannot reach it.
            OutcomeUnknown: The response was lost, and the request is not retried because it may have been carried
                out. `client.subscriptions.list()` shows whether it was.
            ApiError: Any other status. Anything else that went wrong. The vendor's advice is to try again, then to
                ask the administrator.

        Source: page: create_subscription
        """

    def get(self, *args: Any, **kwargs: Any) -> Any:
        """Get one subscription.

        A subscription that has been disabled is answered with 410, not with its last state.

        Args:
            subscription: Id of the subscription, such as `sub.1692`. At most 255 characters. A fetched object works
                as well.

        Raises:
            BadRequest: 400. A parameter or field is missing or not valid.
            Unauthenticated: 401. The caller cannot be identified, because the token is missing, expired or not
                valid.
            Forbidden: 403. The caller may not look at this subscription.
            NotFound: 404. There is no subscription with this id.
            Gone: 410. The subscription with this id has been disabled before.
            ApiError: Any other status. Anything else that went wrong. The vendor's advice is to try again, then to
                ask the administrator.

        Source: page: get_subscription
        """

    def disable(self, *args: Any, **kwargs: Any) -> Any:
        """Disable a subscription.

        Marks the subscription as deleted; no operation enables it again. The answer holds the subscription as it is
        then. Doing it again gives 410, so a repeat after a lost answer may well meet that.

        Args:
            subscription: Id of the subscription, such as `sub.1692`. At most 255 characters. A fetched object works
                as well.

        Raises:
            BadRequest: 400. A parameter or field is missing or not valid.
            Unauthenticated: 401. The caller cannot be identified, because the token is missing, expired or not
                valid.
            Forbidden: 403. The caller may not disable this subscription.
            NotFound: 404. There is no subscription with this id.
            Gone: 410. The subscription with this id has been disabled before.
            ApiError: Any other status. Anything else that went wrong. The vendor's advice is to try again, then to
                ask the administrator.

        Source: page: disable_subscription
        """


class Subscriptions(_Subscriptions):
    """Calls of the synchronous client."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

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


class AsyncSubscriptions(_Subscriptions):
    """Calls of the asynchronous client."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

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
