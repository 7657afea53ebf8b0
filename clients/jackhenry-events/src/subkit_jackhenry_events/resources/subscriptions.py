# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""Calls on subscriptions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, overload
from uuid import UUID

from subkit import AsyncPager, Pager
from subkit._described import Described
from subkit._forks import loading
from subkit._secrets import wrap_secret
from subkit._unset import UNSET, Unset

from .. import operations as _operations
from ..models.batch_settings import BatchSettings
from ..models.batch_settings_patch import BatchSettingsPatch
from ..models.dispatch_type import DispatchType
from ..models.http_settings import HttpSettings
from ..models.http_settings_patch import HttpSettingsPatch
from ..models.subscription import Subscription
from ..models.wcf_settings import WcfSettings
from ..models.wcf_settings_patch import WcfSettingsPatch

if TYPE_CHECKING:
    from subkit._calls import modify as _modify
    from subkit._client import AsyncClient, SyncClient

    from ._subscriptions_with_response import AsyncSubscriptionsWithResponse, SubscriptionsWithResponse


class _Subscriptions(Described):
    """The docstrings of the calls, written once: `Subscriptions` and `AsyncSubscriptions` inherit them."""

    def list(self, *args: Any, **kwargs: Any) -> Any:
        """List the subscriptions of the institution.

        The order is not documented. The response may come from a cache; `nocache` bypasses it.

        The API returns the whole list in one response. Resuming from a checkpoint fetches it again and skips as
        many items as were already returned, so changes in between can make items come twice or not at all.

        Args:
            nocache: Whether to bypass the cache of the server. Server default: `false`.
            resume: Checkpoint of a pager with the same arguments; continues after the last item that it returned.

        Raises:
            BadRequest: 400. The request is not valid.
            Unauthenticated: 401. The token is missing, expired or not valid; no body.
            Forbidden: 403. The caller is not allowed to do this; no body. The server may respond with 404 instead.
            ServerError: 500. The server failed.

        Source: page: Get All Subscriptions
        """

    def create(self, *args: Any, **kwargs: Any) -> Any:
        """Create a subscription.

        The server assigns the id. Doing it again may create a second subscription; no idempotency key is
        documented. HTTP settings are for the dispatch type `https` and WCF settings for `wcf`. The vendor documents
        no rule for other combinations, so none is checked.

        Args:
            name: Name of the subscription.
            description: Description of the subscription.
            aggregate_events: Whether events are collected into batches. Server default: `false`.
            content_type: Media type of the dispatched events, such as `application/xml`.
            dispatch_type: How events are dispatched: to an HTTPS URL, to a WCF service, or not at all. One of
                `https`, `wcf`, `none`.
            enabled: Whether events are dispatched. Required, although the default is `true`.
            internal_endpoint: Whether the target is an internal endpoint. What counts as internal is not
                documented. Server default: `false`.
            event_number_filter: Numbers of the events to dispatch, as strings. A new list replaces the old one.
            batch_settings: How events are collected into batches.
            http_settings: Where and how to dispatch events over HTTP.
            wcf_settings: How to dispatch events to a WCF service.
            secret_version: Version number of the secret. What writing it does is not documented.

        Raises:
            BadRequest: 400. The request is not valid.
            Unauthenticated: 401. The token is missing, expired or not valid; no body.
            Forbidden: 403. The caller is not allowed to do this; no body. The server may respond with 404 instead.
            ServerError: 500. The server failed.
            OutcomeUnknown: The response was lost, and the request is not retried because it may have been carried
                out. `client.subscriptions.list()` shows whether it was.

        Source: page: Create Subscription
        """

    def get(self, *args: Any, **kwargs: Any) -> Any:
        """Get one subscription.

        Responses never contain secrets, so a fetched subscription cannot be written back as a whole without losing
        them. The response may come from a cache; `nocache` bypasses it.

        Args:
            subscription: Id of the subscription, a UUID. A fetched object works as well.
            nocache: Whether to bypass the cache of the server. Server default: `false`.

        Raises:
            BadRequest: 400. The request is not valid.
            Unauthenticated: 401. The token is missing, expired or not valid; no body.
            Forbidden: 403. The caller is not allowed to do this; no body. The server may respond with 404 instead.
            NotFound: 404. The institution or subscription does not exist, or the caller is not allowed to see it;
                no body.
            ServerError: 500. The server failed.

        Source: page: Get Subscription by ID
        """

    def update(self, *args: Any, **kwargs: Any) -> Any:
        """Replace a subscription as a whole.

        Everything that is left out is lost. That includes `secret`, `username` and `password`, which no response
        contains: send them again, or change single fields with `patch`.

        Args:
            subscription: Id of the subscription, a UUID. A fetched object works as well: fields that are not given
                as arguments are taken from it.
            name: Name of the subscription.
            description: Description of the subscription.
            aggregate_events: Whether events are collected into batches. Server default: `false`.
            content_type: Media type of the dispatched events, such as `application/xml`.
            dispatch_type: How events are dispatched: to an HTTPS URL, to a WCF service, or not at all. One of
                `https`, `wcf`, `none`.
            enabled: Whether events are dispatched. Required, although the default is `true`.
            internal_endpoint: Whether the target is an internal endpoint. What counts as internal is not
                documented. Server default: `false`.
            event_number_filter: Numbers of the events to dispatch, as strings. A new list replaces the old one.
            batch_settings: How events are collected into batches.
            http_settings: Where and how to dispatch events over HTTP.
            wcf_settings: How to dispatch events to a WCF service.
            secret_version: Version number of the secret. What writing it does is not documented.
            allow_secret_loss: Replace the object even if secrets in it would be lost: responses never contain them.
                Without it, such a replacement is an `InvalidArgument`.

        Raises:
            BadRequest: 400. The request is not valid.
            Unauthenticated: 401. The token is missing, expired or not valid; no body.
            Forbidden: 403. The caller is not allowed to do this; no body. The server may respond with 404 instead.
            NotFound: 404. The institution or subscription does not exist, or the caller is not allowed to see it;
                no body.
            ServerError: 500. The server failed.

        Source: page: Update Subscription (Full Replacement)
        """

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Delete a subscription.

        Endpoint and filter objects that belong to the subscription must be removed first. They have no public API.
        Which error a subscription with such objects gives is not documented.

        Args:
            subscription: Id of the subscription, a UUID. A fetched object works as well.

        Raises:
            BadRequest: 400. The request is not valid.
            Unauthenticated: 401. The token is missing, expired or not valid; no body.
            Forbidden: 403. The caller is not allowed to do this; no body. The server may respond with 404 instead.
            NotFound: 404. The institution or subscription does not exist, or the caller is not allowed to see it;
                no body.
            ServerError: 500. The server failed.

        Source: page: Delete Subscription
        """

    def patch(self, *args: Any, **kwargs: Any) -> Any:
        """Change some fields of a subscription.

        A JSON Merge Patch: a field that is left out stays as it is, null (None) removes it, and a value replaces
        it. Nested objects are merged in the same way; an array is replaced as a whole. Which fields can be removed
        is not documented.

        Args:
            subscription: Id of the subscription, a UUID. A fetched object works as well: the fields that were
                edited are sent, arguments take precedence.
            name: Name of the subscription.
            description: Description of the subscription.
            aggregate_events: Whether events are collected into batches.
            content_type: Media type of the dispatched events, such as `application/xml`.
            dispatch_type: How events are dispatched: to an HTTPS URL, to a WCF service, or not at all. One of
                `https`, `wcf`, `none`.
            enabled: Whether events are dispatched.
            internal_endpoint: Whether the target is an internal endpoint. What counts as internal is not
                documented.
            event_number_filter: Numbers of the events to dispatch, as strings. A new list replaces the old one.
            batch_settings: Changes to the `BatchSettings`: None removes a field; a field left out stays as it is.
            http_settings: Changes to the `HttpSettings`: None removes a field; a field left out stays as it is.
            wcf_settings: Changes to the `WcfSettings`: None removes a field; a field left out stays as it is.
            secret_version: Version number of the secret. What writing it does is not documented.

        Raises:
            BadRequest: 400. The request is not valid.
            Unauthenticated: 401. The token is missing, expired or not valid; no body.
            Forbidden: 403. The caller is not allowed to do this; no body. The server may respond with 404 instead.
            NotFound: 404. The institution or subscription does not exist, or the caller is not allowed to see it;
                no body.
            ServerError: 500. The server failed.
            OutcomeUnknown: The response was lost, and the request is not retried because it may have been carried
                out. `client.subscriptions.get(...)` shows whether it was.

        Source: page: Partially Update Subscription
        """

    def modify(self, *args: Any, **kwargs: Any) -> Any:
        """Fetch an object, change it, and write it back.

        Only the edited fields are sent. Nothing is written if `change` changes nothing. The vendor documents no
        precondition for `patch`, so this offers no protection against concurrent changes: what somebody else
        changes in the same fields between reading and writing is overwritten.

        Args:
            subscription: Id of the object, or a fetched one. It is always fetched again.
            change: Function that changes the fetched object in place, or returns a changed copy.

        Returns:
            The response of `patch`; the fetched object if nothing was changed.

        Raises:
            ApiError: The same errors as `get` and `patch`.

        Source: page: Get Subscription by ID; page: Partially Update Subscription
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

        Source: page: Create Subscription
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

    def list(self, *, nocache: bool | Unset = UNSET, resume: str | None = None) -> Pager[Subscription]:
        return self._client.pager(_operations.list_subscriptions(nocache=nocache), resume=resume)

    def create(
        self,
        *,
        name: str,
        dispatch_type: Literal["https", "wcf", "none"] | DispatchType,
        enabled: bool,
        description: str | Unset = UNSET,
        aggregate_events: bool | Unset = UNSET,
        content_type: str | Unset = UNSET,
        internal_endpoint: bool | Unset = UNSET,
        event_number_filter: Sequence[str] | Unset = UNSET,
        batch_settings: BatchSettings | Mapping[str, Any] | Unset = UNSET,
        http_settings: HttpSettings | Mapping[str, Any] | Unset = UNSET,
        wcf_settings: WcfSettings | Mapping[str, Any] | Unset = UNSET,
        secret_version: int | Unset = UNSET,
    ) -> Subscription:
        http_settings = wrap_secret(http_settings)
        wcf_settings = wrap_secret(wcf_settings)
        return (
            self._client.send(
                _operations.create_subscription(
                    name=name,
                    description=description,
                    aggregate_events=aggregate_events,
                    content_type=content_type,
                    dispatch_type=dispatch_type,
                    enabled=enabled,
                    internal_endpoint=internal_endpoint,
                    event_number_filter=event_number_filter,
                    batch_settings=batch_settings,
                    http_settings=http_settings,
                    wcf_settings=wcf_settings,
                    secret_version=secret_version,
                )
            )
        ).parsed

    def get(self, subscription: str | UUID | Subscription, /, *, nocache: bool | Unset = UNSET) -> Subscription:
        return (self._client.send(_operations.get_subscription(subscription, nocache=nocache))).parsed

    @overload
    def update(
        self,
        subscription: str | UUID,
        /,
        *,
        name: str,
        dispatch_type: Literal["https", "wcf", "none"] | DispatchType,
        enabled: bool,
        description: str | Unset = UNSET,
        aggregate_events: bool | Unset = UNSET,
        content_type: str | Unset = UNSET,
        internal_endpoint: bool | Unset = UNSET,
        event_number_filter: Sequence[str] | Unset = UNSET,
        batch_settings: BatchSettings | Mapping[str, Any] | Unset = UNSET,
        http_settings: HttpSettings | Mapping[str, Any] | Unset = UNSET,
        wcf_settings: WcfSettings | Mapping[str, Any] | Unset = UNSET,
        secret_version: int | Unset = UNSET,
        allow_secret_loss: bool = False,
    ) -> Subscription: ...
    @overload
    def update(
        self,
        subscription: Subscription,
        /,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        aggregate_events: bool | Unset = UNSET,
        content_type: str | Unset = UNSET,
        dispatch_type: Literal["https", "wcf", "none"] | DispatchType | Unset = UNSET,
        enabled: bool | Unset = UNSET,
        internal_endpoint: bool | Unset = UNSET,
        event_number_filter: Sequence[str] | Unset = UNSET,
        batch_settings: BatchSettings | Mapping[str, Any] | Unset = UNSET,
        http_settings: HttpSettings | Mapping[str, Any] | Unset = UNSET,
        wcf_settings: WcfSettings | Mapping[str, Any] | Unset = UNSET,
        secret_version: int | Unset = UNSET,
        allow_secret_loss: bool = False,
    ) -> Subscription: ...
    def update(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        aggregate_events: bool | Unset = UNSET,
        content_type: str | Unset = UNSET,
        dispatch_type: Literal["https", "wcf", "none"] | DispatchType | Unset = UNSET,
        enabled: bool | Unset = UNSET,
        internal_endpoint: bool | Unset = UNSET,
        event_number_filter: Sequence[str] | Unset = UNSET,
        batch_settings: BatchSettings | Mapping[str, Any] | Unset = UNSET,
        http_settings: HttpSettings | Mapping[str, Any] | Unset = UNSET,
        wcf_settings: WcfSettings | Mapping[str, Any] | Unset = UNSET,
        secret_version: int | Unset = UNSET,
        allow_secret_loss: bool = False,
    ) -> Subscription:
        http_settings = wrap_secret(http_settings)
        wcf_settings = wrap_secret(wcf_settings)
        make: Any = _operations.update_subscription
        operation = make(
            subscription,
            name=name,
            description=description,
            aggregate_events=aggregate_events,
            content_type=content_type,
            dispatch_type=dispatch_type,
            enabled=enabled,
            internal_endpoint=internal_endpoint,
            event_number_filter=event_number_filter,
            batch_settings=batch_settings,
            http_settings=http_settings,
            wcf_settings=wcf_settings,
            secret_version=secret_version,
            allow_secret_loss=allow_secret_loss,
        )
        found: Subscription = (self._client.send(operation)).parsed
        return found

    def delete(self, subscription: str | UUID | Subscription, /) -> None:
        return (self._client.send(_operations.delete_subscription(subscription))).parsed

    def patch(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        aggregate_events: bool | None | Unset = UNSET,
        content_type: str | None | Unset = UNSET,
        dispatch_type: Literal["https", "wcf", "none"] | DispatchType | None | Unset = UNSET,
        enabled: bool | None | Unset = UNSET,
        internal_endpoint: bool | None | Unset = UNSET,
        event_number_filter: Sequence[str] | None | Unset = UNSET,
        batch_settings: BatchSettingsPatch | Mapping[str, Any] | None | Unset = UNSET,
        http_settings: HttpSettingsPatch | Mapping[str, Any] | None | Unset = UNSET,
        wcf_settings: WcfSettingsPatch | Mapping[str, Any] | None | Unset = UNSET,
        secret_version: int | None | Unset = UNSET,
    ) -> Subscription:
        http_settings = wrap_secret(http_settings)
        wcf_settings = wrap_secret(wcf_settings)
        return (
            self._client.send(
                _operations.patch_subscription(
                    subscription,
                    name=name,
                    description=description,
                    aggregate_events=aggregate_events,
                    content_type=content_type,
                    dispatch_type=dispatch_type,
                    enabled=enabled,
                    internal_endpoint=internal_endpoint,
                    event_number_filter=event_number_filter,
                    batch_settings=batch_settings,
                    http_settings=http_settings,
                    wcf_settings=wcf_settings,
                    secret_version=secret_version,
                )
            )
        ).parsed

    def modify(
        self,
        subscription: str | UUID | Subscription,
        change: _modify.Change[Subscription],
        /,
    ) -> Subscription:
        with loading:
            from subkit._calls import modify as _modify
        fetch = _operations.get_subscription(subscription, nocache=True)
        write = _operations.patch_subscription
        done: Subscription = _modify.modify(self._client, fetch, write, change, 1)
        return done

    def create_or_find(
        self,
        *,
        find: Callable[[Subscription], bool],
        name: str,
        dispatch_type: Literal["https", "wcf", "none"] | DispatchType,
        enabled: bool,
        description: str | Unset = UNSET,
        aggregate_events: bool | Unset = UNSET,
        content_type: str | Unset = UNSET,
        internal_endpoint: bool | Unset = UNSET,
        event_number_filter: Sequence[str] | Unset = UNSET,
        batch_settings: BatchSettings | Mapping[str, Any] | Unset = UNSET,
        http_settings: HttpSettings | Mapping[str, Any] | Unset = UNSET,
        wcf_settings: WcfSettings | Mapping[str, Any] | Unset = UNSET,
        secret_version: int | Unset = UNSET,
        attempts: int = 3,
    ) -> Subscription:
        http_settings = wrap_secret(http_settings)
        wcf_settings = wrap_secret(wcf_settings)
        with loading:
            from subkit._calls import create_or_find as _create_or_find
        create = _operations.create_subscription(
            name=name,
            description=description,
            aggregate_events=aggregate_events,
            content_type=content_type,
            dispatch_type=dispatch_type,
            enabled=enabled,
            internal_endpoint=internal_endpoint,
            event_number_filter=event_number_filter,
            batch_settings=batch_settings,
            http_settings=http_settings,
            wcf_settings=wcf_settings,
            secret_version=secret_version,
        )
        recovery = _create_or_find.Recovery(
            find, _operations.list_subscriptions(nocache=True), partial(_operations.get_subscription, nocache=True)
        )
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

    def list(self, *, nocache: bool | Unset = UNSET, resume: str | None = None) -> AsyncPager[Subscription]:
        return self._client.pager(_operations.list_subscriptions(nocache=nocache), resume=resume)

    async def create(
        self,
        *,
        name: str,
        dispatch_type: Literal["https", "wcf", "none"] | DispatchType,
        enabled: bool,
        description: str | Unset = UNSET,
        aggregate_events: bool | Unset = UNSET,
        content_type: str | Unset = UNSET,
        internal_endpoint: bool | Unset = UNSET,
        event_number_filter: Sequence[str] | Unset = UNSET,
        batch_settings: BatchSettings | Mapping[str, Any] | Unset = UNSET,
        http_settings: HttpSettings | Mapping[str, Any] | Unset = UNSET,
        wcf_settings: WcfSettings | Mapping[str, Any] | Unset = UNSET,
        secret_version: int | Unset = UNSET,
    ) -> Subscription:
        http_settings = wrap_secret(http_settings)
        wcf_settings = wrap_secret(wcf_settings)
        return (
            await self._client.send(
                _operations.create_subscription(
                    name=name,
                    description=description,
                    aggregate_events=aggregate_events,
                    content_type=content_type,
                    dispatch_type=dispatch_type,
                    enabled=enabled,
                    internal_endpoint=internal_endpoint,
                    event_number_filter=event_number_filter,
                    batch_settings=batch_settings,
                    http_settings=http_settings,
                    wcf_settings=wcf_settings,
                    secret_version=secret_version,
                )
            )
        ).parsed

    async def get(self, subscription: str | UUID | Subscription, /, *, nocache: bool | Unset = UNSET) -> Subscription:
        return (await self._client.send(_operations.get_subscription(subscription, nocache=nocache))).parsed

    @overload
    async def update(
        self,
        subscription: str | UUID,
        /,
        *,
        name: str,
        dispatch_type: Literal["https", "wcf", "none"] | DispatchType,
        enabled: bool,
        description: str | Unset = UNSET,
        aggregate_events: bool | Unset = UNSET,
        content_type: str | Unset = UNSET,
        internal_endpoint: bool | Unset = UNSET,
        event_number_filter: Sequence[str] | Unset = UNSET,
        batch_settings: BatchSettings | Mapping[str, Any] | Unset = UNSET,
        http_settings: HttpSettings | Mapping[str, Any] | Unset = UNSET,
        wcf_settings: WcfSettings | Mapping[str, Any] | Unset = UNSET,
        secret_version: int | Unset = UNSET,
        allow_secret_loss: bool = False,
    ) -> Subscription: ...
    @overload
    async def update(
        self,
        subscription: Subscription,
        /,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        aggregate_events: bool | Unset = UNSET,
        content_type: str | Unset = UNSET,
        dispatch_type: Literal["https", "wcf", "none"] | DispatchType | Unset = UNSET,
        enabled: bool | Unset = UNSET,
        internal_endpoint: bool | Unset = UNSET,
        event_number_filter: Sequence[str] | Unset = UNSET,
        batch_settings: BatchSettings | Mapping[str, Any] | Unset = UNSET,
        http_settings: HttpSettings | Mapping[str, Any] | Unset = UNSET,
        wcf_settings: WcfSettings | Mapping[str, Any] | Unset = UNSET,
        secret_version: int | Unset = UNSET,
        allow_secret_loss: bool = False,
    ) -> Subscription: ...
    async def update(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        aggregate_events: bool | Unset = UNSET,
        content_type: str | Unset = UNSET,
        dispatch_type: Literal["https", "wcf", "none"] | DispatchType | Unset = UNSET,
        enabled: bool | Unset = UNSET,
        internal_endpoint: bool | Unset = UNSET,
        event_number_filter: Sequence[str] | Unset = UNSET,
        batch_settings: BatchSettings | Mapping[str, Any] | Unset = UNSET,
        http_settings: HttpSettings | Mapping[str, Any] | Unset = UNSET,
        wcf_settings: WcfSettings | Mapping[str, Any] | Unset = UNSET,
        secret_version: int | Unset = UNSET,
        allow_secret_loss: bool = False,
    ) -> Subscription:
        http_settings = wrap_secret(http_settings)
        wcf_settings = wrap_secret(wcf_settings)
        make: Any = _operations.update_subscription
        operation = make(
            subscription,
            name=name,
            description=description,
            aggregate_events=aggregate_events,
            content_type=content_type,
            dispatch_type=dispatch_type,
            enabled=enabled,
            internal_endpoint=internal_endpoint,
            event_number_filter=event_number_filter,
            batch_settings=batch_settings,
            http_settings=http_settings,
            wcf_settings=wcf_settings,
            secret_version=secret_version,
            allow_secret_loss=allow_secret_loss,
        )
        found: Subscription = (await self._client.send(operation)).parsed
        return found

    async def delete(self, subscription: str | UUID | Subscription, /) -> None:
        return (await self._client.send(_operations.delete_subscription(subscription))).parsed

    async def patch(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        aggregate_events: bool | None | Unset = UNSET,
        content_type: str | None | Unset = UNSET,
        dispatch_type: Literal["https", "wcf", "none"] | DispatchType | None | Unset = UNSET,
        enabled: bool | None | Unset = UNSET,
        internal_endpoint: bool | None | Unset = UNSET,
        event_number_filter: Sequence[str] | None | Unset = UNSET,
        batch_settings: BatchSettingsPatch | Mapping[str, Any] | None | Unset = UNSET,
        http_settings: HttpSettingsPatch | Mapping[str, Any] | None | Unset = UNSET,
        wcf_settings: WcfSettingsPatch | Mapping[str, Any] | None | Unset = UNSET,
        secret_version: int | None | Unset = UNSET,
    ) -> Subscription:
        http_settings = wrap_secret(http_settings)
        wcf_settings = wrap_secret(wcf_settings)
        return (
            await self._client.send(
                _operations.patch_subscription(
                    subscription,
                    name=name,
                    description=description,
                    aggregate_events=aggregate_events,
                    content_type=content_type,
                    dispatch_type=dispatch_type,
                    enabled=enabled,
                    internal_endpoint=internal_endpoint,
                    event_number_filter=event_number_filter,
                    batch_settings=batch_settings,
                    http_settings=http_settings,
                    wcf_settings=wcf_settings,
                    secret_version=secret_version,
                )
            )
        ).parsed

    async def modify(
        self,
        subscription: str | UUID | Subscription,
        change: _modify.AsyncChange[Subscription],
        /,
    ) -> Subscription:
        with loading:
            from subkit._calls import modify as _modify
        fetch = _operations.get_subscription(subscription, nocache=True)
        write = _operations.patch_subscription
        done: Subscription = await _modify.modify_async(self._client, fetch, write, change, 1)
        return done

    async def create_or_find(
        self,
        *,
        find: Callable[[Subscription], bool],
        name: str,
        dispatch_type: Literal["https", "wcf", "none"] | DispatchType,
        enabled: bool,
        description: str | Unset = UNSET,
        aggregate_events: bool | Unset = UNSET,
        content_type: str | Unset = UNSET,
        internal_endpoint: bool | Unset = UNSET,
        event_number_filter: Sequence[str] | Unset = UNSET,
        batch_settings: BatchSettings | Mapping[str, Any] | Unset = UNSET,
        http_settings: HttpSettings | Mapping[str, Any] | Unset = UNSET,
        wcf_settings: WcfSettings | Mapping[str, Any] | Unset = UNSET,
        secret_version: int | Unset = UNSET,
        attempts: int = 3,
    ) -> Subscription:
        http_settings = wrap_secret(http_settings)
        wcf_settings = wrap_secret(wcf_settings)
        with loading:
            from subkit._calls import create_or_find as _create_or_find
        create = _operations.create_subscription(
            name=name,
            description=description,
            aggregate_events=aggregate_events,
            content_type=content_type,
            dispatch_type=dispatch_type,
            enabled=enabled,
            internal_endpoint=internal_endpoint,
            event_number_filter=event_number_filter,
            batch_settings=batch_settings,
            http_settings=http_settings,
            wcf_settings=wcf_settings,
            secret_version=secret_version,
        )
        recovery = _create_or_find.Recovery(
            find, _operations.list_subscriptions(nocache=True), partial(_operations.get_subscription, nocache=True)
        )
        done: Subscription = await _create_or_find.create_or_find_async(self._client, create, recovery, attempts)
        return done
