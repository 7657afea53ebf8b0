# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""The clients of Illumina Connected Analytics v1, Event Notification Service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self, Unpack

from subkit._calls import DEFAULT_TIMEOUT, MAX_BODY, MAX_CONNECTIONS, Decode, Preconditions
from subkit._client import AnyClient, AsyncClient, CallOptions, ClientOptions, SyncClient, Verify
from subkit._forks import loading
from subkit._lazy_property import lazy_property
from subkit._secrets import scrub_tracebacks, unwrap_secret, wrap_secret
from subkit._transport import AsyncTransportLike, TransportLike

from ._api import API

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from subkit import Clock, Credential, Event, Retry
    from subkit._operations import Api

    from .resources.subscriptions import AsyncSubscriptions, Subscriptions


class IlluminaEns(SyncClient):
    """Synchronous client for Illumina Connected Analytics v1, Event Notification Service (v1).

    Subscribe to events of the Illumina platform. Events are sent to an AWS SQS queue or SNS topic, or start a
    workflow. This is ICA v1, which the vendor has deprecated. ICA v2 has a different, incompatible API for the same
    purpose. A token only sees the subscriptions of its tenant and context (personal, workgroup or project). If a
    list is unexpectedly empty, the token was probably issued for another context.

    Calls:
        `subscriptions.list`: List subscriptions.
        `subscriptions.create`: Create a subscription.
        `subscriptions.get`: Get one subscription.
        `subscriptions.disable`: Disable a subscription.
        `subscriptions.create_or_find`: Create an object, once, even if a response is lost.
        `subscriptions.with_response`: The same calls, returning the whole `subkit.Response`.

    Args:
        base_url: Base URL of the API, required: `https://{region}.platform.illumina.com`. Each region of the
            platform has its own host. `{region}`: Region of the platform, such as `aps2`, `use1` or `cac1`. There
            may be others.
        auth: Credential, such as `ApiKey` or `subkit.BearerToken`. None sends requests without one.
        timeout: Total seconds for one call, including waits, retries and token refresh. Each page of a list is one
            call.
        retry: How often a call is retried where that is safe. Default: `Retry()`.
        decode: "tolerant" reports differences from the specification as drift; "strict" raises `DriftError`.
        validate: Check arguments against the specification before sending.
        preconditions: "automatic" sends those that a fetched object has; "required" refuses to write an object
            without.
        verify: How to verify TLS certificates: True, False, the path of a CA file or directory, or an
            `ssl.SSLContext`.
        proxy: URL of a proxy.
        trust_env: Use proxy and CA settings from environment variables. Credentials are never read from them.
        allow_insecure_http: Allow plain http with a credential to a host other than localhost.
        max_body: Maximum response size in bytes, after decompression.
        max_connections: Maximum number of connections. Calls beyond it wait their turn, within their timeout.
        headers: Additional headers for every request, such as the key of a gateway. None that subkit sets itself.
        observer: Function that gets a `subkit.Event` for each step of a call, or a `subkit.otel.OpenTelemetry`.
        clock: A `subkit.Clock`, where time and waits come from. Tests use one of their own.
        transport: Transport to use and not to close: one that clients share, a client of httpx, or a test double.

    Raises:
        ConfigurationError: An argument is not valid, or does not fit another one.

    `from_env` reads its settings from environment variables: SUBKIT_ILLUMINA_ENS_BASE_URL or ICA_BASE_URL,
    SUBKIT_ILLUMINA_ENS_TOKEN or ICA_ACCESS_TOKEN, SUBKIT_ILLUMINA_ENS_KEY, SUBKIT_ILLUMINA_ENS_PROJECT_CONTEXT.
    """

    __module__ = "subkit_illumina_ens"
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
        preconditions: Preconditions = "automatic",
        verify: Verify = True,
        proxy: str | None = None,
        trust_env: bool = True,
        allow_insecure_http: bool = False,
        max_body: int = MAX_BODY,
        max_connections: int = MAX_CONNECTIONS,
        headers: Mapping[str, str] | None = None,
        observer: Callable[[Event], None] | None = None,
        clock: Clock | None = None,
        transport: TransportLike | None = None,
    ) -> None:
        base_url, proxy = wrap_secret(base_url), wrap_secret(proxy)  # there may be a password in them
        headers = wrap_secret(headers)
        with scrub_tracebacks:
            super().__init__(
                base_url=unwrap_secret(base_url),
                auth=auth,
                client_parameters={},
                timeout=timeout,
                retry=retry,
                decode=decode,
                validate=validate,
                preconditions=preconditions,
                verify=verify,
                proxy=unwrap_secret(proxy),
                trust_env=trust_env,
                allow_insecure_http=allow_insecure_http,
                max_body=max_body,
                max_connections=max_connections,
                headers=unwrap_secret(headers),
                observer=observer,
                clock=clock,
                transport=transport,
            )

    @classmethod
    def from_env(
        cls,
        *,
        base_url: str | None = None,
        auth: Credential | None = None,
        transport: TransportLike | None = None,
        **options: Unpack[ClientOptions],
    ) -> Self:
        """Create a client from environment variables. Arguments take precedence over them.

        Environment:
            SUBKIT_ILLUMINA_ENS_BASE_URL or ICA_BASE_URL: `base_url`.
            SUBKIT_ILLUMINA_ENS_TOKEN or ICA_ACCESS_TOKEN: Access token, sent as a bearer token. Without it,
                `ApiKey` takes the variables below.
            SUBKIT_ILLUMINA_ENS_KEY: `key`.
            SUBKIT_ILLUMINA_ENS_PROJECT_CONTEXT: `project_context`.

        Raises:
            ConfigurationError: Variables are missing; the message names them.
        """
        base_url, options["proxy"] = wrap_secret(base_url), wrap_secret(options.get("proxy"))
        options["headers"] = wrap_secret(options.get("headers"))
        settings: dict[str, Any] = cls._settings(
            {
                "base_url": base_url,
                "auth": auth,
            }
        )
        return cls(**settings, transport=transport, **options)

    def with_options(self: AnyClient, **changes: Unpack[CallOptions]) -> AnyClient:
        """A client with other options on the same connections, which this client, itself unchanged, still owns."""
        return self._with_options(changes, {})

    @lazy_property
    def subscriptions(self) -> Subscriptions:
        """Calls on subscriptions."""
        with loading:
            from .resources.subscriptions import Subscriptions
        return Subscriptions(self)


class AsyncIlluminaEns(AsyncClient):
    """Asynchronous client for Illumina Connected Analytics v1, Event Notification Service (v1).

    Subscribe to events of the Illumina platform. Events are sent to an AWS SQS queue or SNS topic, or start a
    workflow. This is ICA v1, which the vendor has deprecated. ICA v2 has a different, incompatible API for the same
    purpose. A token only sees the subscriptions of its tenant and context (personal, workgroup or project). If a
    list is unexpectedly empty, the token was probably issued for another context.

    Calls:
        `subscriptions.list`: List subscriptions.
        `subscriptions.create`: Create a subscription.
        `subscriptions.get`: Get one subscription.
        `subscriptions.disable`: Disable a subscription.
        `subscriptions.create_or_find`: Create an object, once, even if a response is lost.
        `subscriptions.with_response`: The same calls, returning the whole `subkit.Response`.

    Args:
        base_url: Base URL of the API, required: `https://{region}.platform.illumina.com`. Each region of the
            platform has its own host. `{region}`: Region of the platform, such as `aps2`, `use1` or `cac1`. There
            may be others.
        auth: Credential, such as `ApiKey` or `subkit.BearerToken`. None sends requests without one.
        timeout: Total seconds for one call, including waits, retries and token refresh. Each page of a list is one
            call.
        retry: How often a call is retried where that is safe. Default: `Retry()`.
        decode: "tolerant" reports differences from the specification as drift; "strict" raises `DriftError`.
        validate: Check arguments against the specification before sending.
        preconditions: "automatic" sends those that a fetched object has; "required" refuses to write an object
            without.
        verify: How to verify TLS certificates: True, False, the path of a CA file or directory, or an
            `ssl.SSLContext`.
        proxy: URL of a proxy.
        trust_env: Use proxy and CA settings from environment variables. Credentials are never read from them.
        allow_insecure_http: Allow plain http with a credential to a host other than localhost.
        max_body: Maximum response size in bytes, after decompression.
        max_connections: Maximum number of connections. Calls beyond it wait their turn, within their timeout.
        headers: Additional headers for every request, such as the key of a gateway. None that subkit sets itself.
        observer: Function that gets a `subkit.Event` for each step of a call, or a `subkit.otel.OpenTelemetry`.
        clock: A `subkit.Clock`, where time and waits come from. Tests use one of their own.
        transport: Transport to use and not to close: one that clients share, a client of httpx, or a test double.

    Raises:
        ConfigurationError: An argument is not valid, or does not fit another one.

    `from_env` reads its settings from environment variables: SUBKIT_ILLUMINA_ENS_BASE_URL or ICA_BASE_URL,
    SUBKIT_ILLUMINA_ENS_TOKEN or ICA_ACCESS_TOKEN, SUBKIT_ILLUMINA_ENS_KEY, SUBKIT_ILLUMINA_ENS_PROJECT_CONTEXT.
    """

    __module__ = "subkit_illumina_ens"
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
        preconditions: Preconditions = "automatic",
        verify: Verify = True,
        proxy: str | None = None,
        trust_env: bool = True,
        allow_insecure_http: bool = False,
        max_body: int = MAX_BODY,
        max_connections: int = MAX_CONNECTIONS,
        headers: Mapping[str, str] | None = None,
        observer: Callable[[Event], None] | None = None,
        clock: Clock | None = None,
        transport: AsyncTransportLike | None = None,
    ) -> None:
        base_url, proxy = wrap_secret(base_url), wrap_secret(proxy)  # there may be a password in them
        headers = wrap_secret(headers)
        with scrub_tracebacks:
            super().__init__(
                base_url=unwrap_secret(base_url),
                auth=auth,
                client_parameters={},
                timeout=timeout,
                retry=retry,
                decode=decode,
                validate=validate,
                preconditions=preconditions,
                verify=verify,
                proxy=unwrap_secret(proxy),
                trust_env=trust_env,
                allow_insecure_http=allow_insecure_http,
                max_body=max_body,
                max_connections=max_connections,
                headers=unwrap_secret(headers),
                observer=observer,
                clock=clock,
                transport=transport,
            )

    @classmethod
    def from_env(
        cls,
        *,
        base_url: str | None = None,
        auth: Credential | None = None,
        transport: AsyncTransportLike | None = None,
        **options: Unpack[ClientOptions],
    ) -> Self:
        """Create a client from environment variables. Arguments take precedence over them.

        Environment:
            SUBKIT_ILLUMINA_ENS_BASE_URL or ICA_BASE_URL: `base_url`.
            SUBKIT_ILLUMINA_ENS_TOKEN or ICA_ACCESS_TOKEN: Access token, sent as a bearer token. Without it,
                `ApiKey` takes the variables below.
            SUBKIT_ILLUMINA_ENS_KEY: `key`.
            SUBKIT_ILLUMINA_ENS_PROJECT_CONTEXT: `project_context`.

        Raises:
            ConfigurationError: Variables are missing; the message names them.
        """
        base_url, options["proxy"] = wrap_secret(base_url), wrap_secret(options.get("proxy"))
        options["headers"] = wrap_secret(options.get("headers"))
        settings: dict[str, Any] = cls._settings(
            {
                "base_url": base_url,
                "auth": auth,
            }
        )
        return cls(**settings, transport=transport, **options)

    def with_options(self: AnyClient, **changes: Unpack[CallOptions]) -> AnyClient:
        """A client with other options on the same connections, which this client, itself unchanged, still owns."""
        return self._with_options(changes, {})

    @lazy_property
    def subscriptions(self) -> AsyncSubscriptions:
        """Calls on subscriptions."""
        with loading:
            from .resources.subscriptions import AsyncSubscriptions
        return AsyncSubscriptions(self)
