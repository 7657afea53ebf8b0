# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""The clients of Alteryx Server API, subscriptions."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Self, Unpack

from subkit._client import AsyncClient, ClientOptions, SyncClient, Verify
from subkit._discreet import conceal, discreetly, reveal
from subkit._engine import DEFAULT_TIMEOUT, MAX_BODY, Decode

from ._api import API

if TYPE_CHECKING:
    from collections.abc import Callable

    from subkit._auth import Credential
    from subkit._events import Event
    from subkit._operation import Api
    from subkit._retry import Retry
    from subkit._transport import AsyncTransport, Transport

    from .resources.subscriptions import AsyncSubscriptions, Subscriptions


class AlteryxServer(SyncClient):
    """Synchronous client of Alteryx Server API, subscriptions.

    Make, find, change and remove subscriptions, and move users between them. The user interface of the server calls
    a subscription a studio.
    Every operation is for Curators, the administrators of the server.
    A user or workflow belongs to exactly one subscription. To take a user out of one, move the user to another.
    The vendor has announced that studios will go away; they are still in its current documentation.

    Args:
        base_url: Address of your server. Required.
        auth: A credential, such as `ClientCredentials` or `subkit.BearerToken`; None sends none.
        timeout: Seconds for one call in all: waits, repeats and token refresh included. Each page is one call.
        retry: How often a call is repeated where that is safe; `Retry()` if left out.
        decode: "tolerant" keeps and reports what departs from the specification, "strict" raises `DriftError`.
        validate: Check arguments against the specification before sending.
        verify: True, False, a CA file, or an `ssl.SSLContext`.
        proxy: URL of a proxy.
        trust_env: Heed the proxy and CA settings of the environment. It never supplies credentials.
        allow_insecure_http: Allow a credential over plain http to other hosts than this one.
        max_body: Most bytes of an answer, after decompression.
        observer: A function that is told of each request, response, repeat and token refresh, as a `subkit.Event`.
        transport: A transport of your own, such as a fake.

    Raises:
        ConfigurationError: the arguments cannot work together.
    """

    __module__ = "subkit_alteryx_server"
    __api__: ClassVar[Api] = API

    def __init__(
        self,
        *,
        base_url: str | None = None,
        auth: Credential | None,
        timeout: float = DEFAULT_TIMEOUT,
        retry: Retry | None = None,
        decode: Decode = "tolerant",
        validate: bool = True,
        verify: Verify = True,
        proxy: str | None = None,
        trust_env: bool = True,
        allow_insecure_http: bool = False,
        max_body: int = MAX_BODY,
        observer: Callable[[Event], None] | None = None,
        transport: Transport | None = None,
    ) -> None:
        base_url, proxy = conceal(base_url), conceal(proxy)  # there may be a password in them
        with discreetly:
            super().__init__(
                base_url=reveal(base_url),
                auth=auth,
                shared={},
                timeout=timeout,
                retry=retry,
                decode=decode,
                validate=validate,
                verify=verify,
                proxy=reveal(proxy),
                trust_env=trust_env,
                allow_insecure_http=allow_insecure_http,
                max_body=max_body,
                observer=observer,
                transport=transport,
            )

    @classmethod
    def from_env(
        cls,
        *,
        base_url: str | None = None,
        auth: Credential | None = None,
        transport: Transport | None = None,
        **options: Unpack[ClientOptions],
    ) -> Self:
        """A client with settings from the environment: SUBKIT_ALTERYX_SERVER_BASE_URL, SUBKIT_ALTERYX_SERVER_TOKEN. In
        place of the token, the arguments of `ClientCredentials`, such as SUBKIT_ALTERYX_SERVER_CLIENT_ID. What is
        given as an argument goes before it.

        Raises:
            ConfigurationError: names the variables that are missing.
        """
        base_url, options["proxy"] = conceal(base_url), conceal(options.get("proxy"))
        settings: dict[str, Any] = cls._settings(
            {
                "base_url": base_url,
                "auth": auth,
            }
        )
        return cls(**settings, transport=transport, **options)

    @cached_property
    def subscriptions(self) -> Subscriptions:
        """Calls on subscriptions."""
        from .resources.subscriptions import Subscriptions

        return Subscriptions(self)


class AsyncAlteryxServer(AsyncClient):
    """Asynchronous client of Alteryx Server API, subscriptions.

    Make, find, change and remove subscriptions, and move users between them. The user interface of the server calls
    a subscription a studio.
    Every operation is for Curators, the administrators of the server.
    A user or workflow belongs to exactly one subscription. To take a user out of one, move the user to another.
    The vendor has announced that studios will go away; they are still in its current documentation.

    Args:
        base_url: Address of your server. Required.
        auth: A credential, such as `ClientCredentials` or `subkit.BearerToken`; None sends none.
        timeout: Seconds for one call in all: waits, repeats and token refresh included. Each page is one call.
        retry: How often a call is repeated where that is safe; `Retry()` if left out.
        decode: "tolerant" keeps and reports what departs from the specification, "strict" raises `DriftError`.
        validate: Check arguments against the specification before sending.
        verify: True, False, a CA file, or an `ssl.SSLContext`.
        proxy: URL of a proxy.
        trust_env: Heed the proxy and CA settings of the environment. It never supplies credentials.
        allow_insecure_http: Allow a credential over plain http to other hosts than this one.
        max_body: Most bytes of an answer, after decompression.
        observer: A function that is told of each request, response, repeat and token refresh, as a `subkit.Event`.
        transport: A transport of your own, such as a fake.

    Raises:
        ConfigurationError: the arguments cannot work together.
    """

    __module__ = "subkit_alteryx_server"
    __api__: ClassVar[Api] = API

    def __init__(
        self,
        *,
        base_url: str | None = None,
        auth: Credential | None,
        timeout: float = DEFAULT_TIMEOUT,
        retry: Retry | None = None,
        decode: Decode = "tolerant",
        validate: bool = True,
        verify: Verify = True,
        proxy: str | None = None,
        trust_env: bool = True,
        allow_insecure_http: bool = False,
        max_body: int = MAX_BODY,
        observer: Callable[[Event], None] | None = None,
        transport: AsyncTransport | None = None,
    ) -> None:
        base_url, proxy = conceal(base_url), conceal(proxy)  # there may be a password in them
        with discreetly:
            super().__init__(
                base_url=reveal(base_url),
                auth=auth,
                shared={},
                timeout=timeout,
                retry=retry,
                decode=decode,
                validate=validate,
                verify=verify,
                proxy=reveal(proxy),
                trust_env=trust_env,
                allow_insecure_http=allow_insecure_http,
                max_body=max_body,
                observer=observer,
                transport=transport,
            )

    @classmethod
    def from_env(
        cls,
        *,
        base_url: str | None = None,
        auth: Credential | None = None,
        transport: AsyncTransport | None = None,
        **options: Unpack[ClientOptions],
    ) -> Self:
        """A client with settings from the environment: SUBKIT_ALTERYX_SERVER_BASE_URL, SUBKIT_ALTERYX_SERVER_TOKEN. In
        place of the token, the arguments of `ClientCredentials`, such as SUBKIT_ALTERYX_SERVER_CLIENT_ID. What is
        given as an argument goes before it.

        Raises:
            ConfigurationError: names the variables that are missing.
        """
        base_url, options["proxy"] = conceal(base_url), conceal(options.get("proxy"))
        settings: dict[str, Any] = cls._settings(
            {
                "base_url": base_url,
                "auth": auth,
            }
        )
        return cls(**settings, transport=transport, **options)

    @cached_property
    def subscriptions(self) -> AsyncSubscriptions:
        """Calls on subscriptions."""
        from .resources.subscriptions import AsyncSubscriptions

        return AsyncSubscriptions(self)
