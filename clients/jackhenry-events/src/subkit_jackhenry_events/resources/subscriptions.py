# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""Calls on subscriptions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from subkit._described import Described
from subkit._discreet import conceal
from subkit._unset import UNSET, Unset

from .. import operations as _operations

if TYPE_CHECKING:
    from subkit._client import AsyncClient, SyncClient
    from subkit._pagination import AsyncPager, Pager

    from ..models.batch_settings import BatchSettings
    from ..models.batch_settings_patch import BatchSettingsPatch
    from ..models.dispatch_type import DispatchType
    from ..models.http_settings import HttpSettings
    from ..models.http_settings_patch import HttpSettingsPatch
    from ..models.subscription import Subscription
    from ..models.wcf_settings import WcfSettings
    from ..models.wcf_settings_patch import WcfSettingsPatch


class _Subscriptions(Described):
    """What each call does. Both clients' calls have their docstrings from here, at run time and in editors."""

    def list(self, *args: Any, **kwargs: Any) -> Any:
        """List the subscriptions of the institution.

        A bare array, all of them at once: there are no pages, no total and no promised order. An answer may come
        from a cache; `nocache` goes past it.

        The API returns the whole list in one response. Resuming from a checkpoint fetches it again and skips as
        many items as were already returned, so changes in between can make items come twice or not at all.

        Args:
            nocache: Whether to go past the cache of the server. Server default: `false`.
            resume: Checkpoint of a pager with the same arguments; continues after the last item that it returned.

        Raises:
            BadRequest: 400. The request is not valid.
            Unauthenticated: 401. The caller is not authenticated, because the token is missing, expired or not
                valid. No body.
            Forbidden: 403. The caller is known and may not do this. No body. 404 may stand in its place.
            ServerError: 500. The server failed.

        Source: page: Get All Subscriptions
        """

    def create(self, *args: Any, **kwargs: Any) -> Any:
        """Create a subscription.

        The server gives the id. Doing it twice may make two subscriptions; no key against that is documented.
        `httpSettings` belongs to the dispatch type `https` and `wcfSettings` to `wcf`, but the vendor states no
        rule, so none is checked here.

        Args:
            name: Name of the subscription.
            description: Text for people.
            aggregate_events: Whether events are gathered into batches. Server default: `false`.
            content_type: Media type in which events are dispatched, such as `application/xml`.
            dispatch_type: How events are dispatched: to an HTTPS address, to a WCF service, or not at all. One of
                `https`, `wcf`, `none`.
            enabled: Whether events are dispatched. Required although it has a default, so it is always sent. Server
                default: `true`.
            internal_endpoint: Whether the target is an internal endpoint. What counts as internal is not
                documented. Server default: `false`.
            event_number_filter: Numbers of the events to dispatch, as strings. A new list replaces the old one as a
                whole.
            batch_settings: How events are gathered into batches.
            http_settings: Where and how to dispatch over HTTP.
            wcf_settings: How to dispatch to a WCF service.
            secret_version: Version number of the secret. Read-only in replies; what writing it does is not
                documented.

        Raises:
            BadRequest: 400. The request is not valid.
            Unauthenticated: 401. The caller is not authenticated, because the token is missing, expired or not
                valid. No body.
            Forbidden: 403. The caller is known and may not do this. No body. 404 may stand in its place.
            ServerError: 500. The server failed.
            OutcomeUnknown: The response was lost, and the request is not retried because it may have been carried
                out. `client.subscriptions.list()` shows whether it was.

        Source: page: Create Subscription
        """

    def get(self, *args: Any, **kwargs: Any) -> Any:
        """Get one subscription.

        Secrets are never returned, so what is read here cannot be written back as a whole without losing them. An
        answer may come from a cache; `nocache` goes past it.

        Args:
            subscription: Id of the subscription, a UUID. A fetched object works as well.
            nocache: Whether to go past the cache of the server. Server default: `false`.

        Raises:
            BadRequest: 400. The request is not valid.
            Unauthenticated: 401. The caller is not authenticated, because the token is missing, expired or not
                valid. No body.
            Forbidden: 403. The caller is known and may not do this. No body. 404 may stand in its place.
            NotFound: 404. There is no such resource, or the caller may not know that there is one. No body.
            ServerError: 500. The server failed.

        Source: page: Get Subscription by ID
        """

    def update(self, *args: Any, **kwargs: Any) -> Any:
        """Replace a subscription as a whole.

        The record becomes what is sent; what is left out is not kept. That includes `secret`, `username` and
        `password`, which no answer ever returns: send them again, or change single fields with a patch.

        Args:
            subscription: Id of the subscription, a UUID. A fetched object works as well.
            name: Name of the subscription.
            description: Text for people.
            aggregate_events: Whether events are gathered into batches. Server default: `false`.
            content_type: Media type in which events are dispatched, such as `application/xml`.
            dispatch_type: How events are dispatched: to an HTTPS address, to a WCF service, or not at all. One of
                `https`, `wcf`, `none`.
            enabled: Whether events are dispatched. Required although it has a default, so it is always sent. Server
                default: `true`.
            internal_endpoint: Whether the target is an internal endpoint. What counts as internal is not
                documented. Server default: `false`.
            event_number_filter: Numbers of the events to dispatch, as strings. A new list replaces the old one as a
                whole.
            batch_settings: How events are gathered into batches.
            http_settings: Where and how to dispatch over HTTP.
            wcf_settings: How to dispatch to a WCF service.
            secret_version: Version number of the secret. Read-only in replies; what writing it does is not
                documented.
            allow_secret_loss: Send the replacement even if it would remove secrets, which responses never contain.
                Otherwise a replacement without them is an `InvalidArgument`.

        Raises:
            BadRequest: 400. The request is not valid.
            Unauthenticated: 401. The caller is not authenticated, because the token is missing, expired or not
                valid. No body.
            Forbidden: 403. The caller is known and may not do this. No body. 404 may stand in its place.
            NotFound: 404. There is no such resource, or the caller may not know that there is one. No body.
            ServerError: 500. The server failed.

        Source: page: Update Subscription (Full Replacement)
        """

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Delete a subscription.

        Endpoint and filter objects that hang on the subscription have to be removed from it first. They have no
        public API; which status answers a delete in spite of them is not documented.

        Args:
            subscription: Id of the subscription, a UUID. A fetched object works as well.

        Raises:
            BadRequest: 400. The request is not valid.
            Unauthenticated: 401. The caller is not authenticated, because the token is missing, expired or not
                valid. No body.
            Forbidden: 403. The caller is known and may not do this. No body. 404 may stand in its place.
            NotFound: 404. There is no such resource, or the caller may not know that there is one. No body.
            ServerError: 500. The server failed.

        Source: page: Delete Subscription
        """

    def patch(self, *args: Any, **kwargs: Any) -> Any:
        """Change some fields of a subscription.

        A JSON Merge Patch: what is left out stays as it is, null removes a field, a value replaces it. Nested
        objects are merged in the same way; an array is replaced as a whole. The vendor does not say which fields
        may be removed.

        Args:
            subscription: Id of the subscription, a UUID. A fetched object works as well.
            name: Name of the subscription.
            description: Text for people.
            aggregate_events: Whether events are gathered into batches.
            content_type: Media type in which events are dispatched, such as `application/xml`.
            dispatch_type: How events are dispatched: to an HTTPS address, to a WCF service, or not at all. One of
                `https`, `wcf`, `none`.
            enabled: Whether events are dispatched. Required although it has a default, so it is always sent.
            internal_endpoint: Whether the target is an internal endpoint. What counts as internal is not
                documented.
            event_number_filter: Numbers of the events to dispatch, as strings. A new list replaces the old one as a
                whole.
            batch_settings: Changes to a BatchSettings: None deletes a field, what is left out stays.
            http_settings: Changes to a HttpSettings: None deletes a field, what is left out stays.
            wcf_settings: Changes to a WcfSettings: None deletes a field, what is left out stays.
            secret_version: Version number of the secret. Read-only in replies; what writing it does is not
                documented.

        Raises:
            BadRequest: 400. The request is not valid.
            Unauthenticated: 401. The caller is not authenticated, because the token is missing, expired or not
                valid. No body.
            Forbidden: 403. The caller is known and may not do this. No body. 404 may stand in its place.
            NotFound: 404. There is no such resource, or the caller may not know that there is one. No body.
            ServerError: 500. The server failed.
            OutcomeUnknown: The response was lost, and the request is not retried because it may have been carried
                out. `client.subscriptions.get(...)` shows whether it was.

        Source: page: Partially Update Subscription
        """


class Subscriptions(_Subscriptions):
    """Calls of the synchronous client."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def list(self, *, nocache: bool | Unset = UNSET, resume: str | None = None) -> Pager[Subscription]:
        return self._client.pager(_operations.list_subscriptions(nocache=nocache), resume=resume)

    def create(
        self,
        *,
        name: str,
        dispatch_type: DispatchType | str,
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
        http_settings = conceal(http_settings)
        wcf_settings = conceal(wcf_settings)
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

    def update(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        name: str,
        dispatch_type: DispatchType | str,
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
    ) -> Subscription:
        http_settings = conceal(http_settings)
        wcf_settings = conceal(wcf_settings)
        return (
            self._client.send(
                _operations.update_subscription(
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
            )
        ).parsed

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
        dispatch_type: DispatchType | str | None | Unset = UNSET,
        enabled: bool | None | Unset = UNSET,
        internal_endpoint: bool | None | Unset = UNSET,
        event_number_filter: Sequence[str] | None | Unset = UNSET,
        batch_settings: BatchSettingsPatch | Mapping[str, Any] | None | Unset = UNSET,
        http_settings: HttpSettingsPatch | Mapping[str, Any] | None | Unset = UNSET,
        wcf_settings: WcfSettingsPatch | Mapping[str, Any] | None | Unset = UNSET,
        secret_version: int | None | Unset = UNSET,
    ) -> Subscription:
        http_settings = conceal(http_settings)
        wcf_settings = conceal(wcf_settings)
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


class AsyncSubscriptions(_Subscriptions):
    """Calls of the asynchronous client."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def list(self, *, nocache: bool | Unset = UNSET, resume: str | None = None) -> AsyncPager[Subscription]:
        return self._client.pager(_operations.list_subscriptions(nocache=nocache), resume=resume)

    async def create(
        self,
        *,
        name: str,
        dispatch_type: DispatchType | str,
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
        http_settings = conceal(http_settings)
        wcf_settings = conceal(wcf_settings)
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

    async def update(
        self,
        subscription: str | UUID | Subscription,
        /,
        *,
        name: str,
        dispatch_type: DispatchType | str,
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
    ) -> Subscription:
        http_settings = conceal(http_settings)
        wcf_settings = conceal(wcf_settings)
        return (
            await self._client.send(
                _operations.update_subscription(
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
            )
        ).parsed

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
        dispatch_type: DispatchType | str | None | Unset = UNSET,
        enabled: bool | None | Unset = UNSET,
        internal_endpoint: bool | None | Unset = UNSET,
        event_number_filter: Sequence[str] | None | Unset = UNSET,
        batch_settings: BatchSettingsPatch | Mapping[str, Any] | None | Unset = UNSET,
        http_settings: HttpSettingsPatch | Mapping[str, Any] | None | Unset = UNSET,
        wcf_settings: WcfSettingsPatch | Mapping[str, Any] | None | Unset = UNSET,
        secret_version: int | None | Unset = UNSET,
    ) -> Subscription:
        http_settings = conceal(http_settings)
        wcf_settings = conceal(wcf_settings)
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
