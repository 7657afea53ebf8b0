"""The two clients. Only their `send` meets the network; how a call proceeds is written once, in `_calls.call`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, NoReturn, Self, TypeAlias, TypedDict, TypeVar, Unpack

from ._auth.credentials import Credential
from ._auth.extra_headers import header_pairs, secrets_among
from ._calls.call import call_flow
from ._calls.context import ClientContext, Decode, Options, Preconditions
from ._calls.events import Observer
from ._calls.option_checks import check_auth, check_options
from ._errors import ClientClosed, ConfigurationError
from ._flow.clock import Clock
from ._flow.drivers import perform, perform_async, run, run_async
from ._flow.retry import Retry
from ._flow.steps import Step
from ._formats.json import to_json
from ._from_env import missing_url, settings
from ._operations.endpoint import Api
from ._operations.operation import Operation, ensure_own
from ._responses.response import Response
from ._secrets.secret import unwrap_secret, wrap_secret
from ._secrets.tracebacks import scrub_tracebacks
from ._transport.choice import AsyncTransportLike, Connections, TransportLike, async_connections, connections
from ._transport.messages import AsyncTransport, Transport
from ._transport.urls import BaseUrl, parse_base_url
from ._unset import UNSET

if TYPE_CHECKING:
    import ssl
    from types import TracebackType

    from ._paging.pager import AsyncPager, Cursor, Pager

T = TypeVar("T")
AnyClient = TypeVar("AnyClient", bound="_Client")
"""For methods that return a client of the same class. jedi resolves `Self` to the class that defines the method."""
Verify: TypeAlias = "bool | str | os.PathLike[str] | ssl.SSLContext"


class _Options(TypedDict, total=False):
    timeout: float
    decode: Decode
    validate: bool
    preconditions: Preconditions


class CallOptions(_Options, total=False):
    """Options that `with_options` can change."""

    retry: Retry


class ClientOptions(_Options, total=False):
    """Options of a constructor besides URLs and credentials."""

    retry: Retry | None
    verify: Verify
    proxy: str | None
    trust_env: bool
    allow_insecure_http: bool
    max_body: int
    max_connections: int
    observer: Observer | None
    clock: Clock | None
    headers: Mapping[str, str] | None


class _Client:
    """What both clients have in common."""

    __api__: ClassVar[Api]
    _context: ClientContext
    _connections: Connections[Any]
    _closed: bool
    _owner: bool

    def _configure(
        self,
        base_url: str | None,
        auth: Credential | None,
        client_parameters: Mapping[str, Any],
        options: ClientOptions,
    ) -> None:
        retry = options.get("retry")
        options = {**options, "retry": Retry() if retry is None else retry}
        check_auth(auth)
        check_options(options)
        base = self._checked_url(base_url, auth, options)
        own: dict[str, Any] = {name: value for name, value in options.items() if name not in _FOR_TRANSPORT_ONLY}
        own["clock"] = options.get("clock") or Clock()
        own["headers"] = header_pairs(options.get("headers"))
        if wanted := os.environ.get("SUBKIT_LOG"):
            from ._calls.body_log import start_logging  # noqa: PLC0415 - only then

            own["log_bodies"] = start_logging(wanted)
        absent = (None, UNSET)
        missing = next((name for name, value in client_parameters.items() if value in absent), None)
        if missing is not None:
            raise ConfigurationError(f"{missing} is missing; every call needs it")
        texts = {name: _text(value, name) for name, value in client_parameters.items()}
        self._context = ClientContext(self.__api__, Options(base_url=base, auth=auth, client_parameters=texts, **own))
        self._closed = False
        self._owner = True

    def _checked_url(self, base_url: str | None, auth: Credential | None, options: ClientOptions) -> BaseUrl:
        if base_url is None:
            raise ConfigurationError(f"base_url is missing: {missing_url(self.__api__)} and use from_env()")
        base = parse_base_url(base_url)
        insecure = options.get("allow_insecure_http", False)
        private = base.encrypted or (base.loopback and options.get("proxy") is None) or insecure
        if not private and (auth is not None or secrets_among(header_pairs(options.get("headers")))):
            raise ConfigurationError(
                "base_url: plain http would send the credential unencrypted; "
                "use https, or pass allow_insecure_http=True"
            )
        if auth is not None:
            auth.check(allow_insecure_http=insecure)
        return base

    def _with_options(self, changes: CallOptions, client_parameters: Mapping[str, Any]) -> Self:
        unknown = changes.keys() - CallOptions.__annotations__.keys()
        if unknown:
            raise ConfigurationError(
                f"with_options: {', '.join(sorted(unknown))} cannot be changed; create a new client"
            )
        self._ensure_open()
        check_options(changes)
        twin = object.__new__(type(self))
        # Not the resources: they are cached under public names and belong to this client.
        twin.__dict__.update({name: value for name, value in self.__dict__.items() if name.startswith("_")})
        texts = {name: _text(value, name) for name, value in client_parameters.items() if value is not None}
        twin._context = self._context.with_options(changes, texts)
        twin._owner = False
        return twin

    @property
    def clock(self) -> Clock:
        """Where this client gets the time from, and how it waits."""
        return self._context.clock

    def _ensure_open(self) -> None:
        if self._closed or self._connections.closed:
            raise ClientClosed(f"this {type(self).__name__} was closed; create a new one")

    def _close(self) -> bool:
        """Whether there is a transport to close."""
        first = self._owner and not self._closed
        self._closed = True
        self._connections.closed = self._connections.closed or first
        return first and self._connections.own

    def _cursor(self, operation: Operation[Any], resume: str | None) -> Cursor[Any]:
        from ._paging.pager import Cursor  # noqa: PLC0415 - only lists need it

        with scrub_tracebacks:
            ensure_own(operation, self._context.api)
            options = self._context.options
            return Cursor(operation, options.client_parameters, resume, options.base_url.origin)

    @classmethod
    def _settings(cls, given: Mapping[str, Any]) -> dict[str, Any]:
        with scrub_tracebacks:
            found = settings(cls.__api__, {name: unwrap_secret(value) for name, value in given.items()})
            return {**found, "base_url": wrap_secret(found["base_url"])}

    def __repr__(self) -> str:
        options = self._context.options
        return f"<{type(self).__name__} {options.base_url.text} timeout={options.timeout:g}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"a {type(self).__name__} holds connections and a credential and cannot be pickled or copied")


def _text(value: object, name: str) -> str:
    """A path parameter of the client as it is sent."""
    found = to_json(value)
    if isinstance(found, bool) or not isinstance(found, (str, int, float)):
        raise ConfigurationError(f"{name}: must be an id, not {type(value).__name__}")
    return str(found)


_FOR_TRANSPORT_ONLY: Final = frozenset({"verify", "proxy", "trust_env", "max_connections", "allow_insecure_http"})
_FOR_TRANSPORT: Final = frozenset({"verify", "proxy", "trust_env", "max_body", "max_connections"})


def _transport_options(options: ClientOptions) -> dict[str, Any]:
    return {name: value for name, value in options.items() if name in _FOR_TRANSPORT}


class SyncClient(_Client):
    """Base of the generated synchronous clients. Threads may share one."""

    _connections: Connections[Transport]

    def __init__(
        self,
        *,
        base_url: str | None,
        auth: Credential | None,
        client_parameters: Mapping[str, Any],
        transport: TransportLike | None,
        **options: Unpack[ClientOptions],
    ) -> None:
        check_auth(auth)
        if auth is not None and auth.is_async:
            raise ConfigurationError("auth: an async token function works with the async client only")
        self._configure(base_url, auth, client_parameters, options)
        self._connections = connections(transport, _transport_options(options))

    def send(self, operation: Operation[T], /) -> Response[T]:
        """Perform an operation and return the whole response.

        Raises `InvalidArgument` before anything is sent, `AuthError`, `TransportError`, `ApiError` or `DecodeError`.
        """
        self._ensure_open()
        with scrub_tracebacks:
            return run(call_flow(self._context, operation), self._step)

    def pager(self, operation: Operation[Any], /, *, resume: str | None = None) -> Pager[Any]:
        """A pager over a list operation."""
        from ._paging.pager import Pager  # noqa: PLC0415 - only lists need it

        return Pager(self, self._cursor(operation, resume))

    def close(self) -> None:
        """Close the connections. Later calls raise `ClientClosed`; closing again does nothing."""
        if self._close():
            self._connections.transport.close()

    def __enter__(self: AnyClient) -> AnyClient:  # noqa: PYI019 - see `AnyClient`
        self._ensure_open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _step(self, step: Step) -> Any:
        return perform(step, self._connections.transport, self._context.clock)


class AsyncClient(_Client):
    """Base of the generated asynchronous clients. Belongs to one event loop at a time."""

    _connections: Connections[AsyncTransport]

    def __init__(
        self,
        *,
        base_url: str | None,
        auth: Credential | None,
        client_parameters: Mapping[str, Any],
        transport: AsyncTransportLike | None,
        **options: Unpack[ClientOptions],
    ) -> None:
        self._configure(base_url, auth, client_parameters, options)
        self._connections = async_connections(transport, _transport_options(options))

    async def send(self, operation: Operation[T], /) -> Response[T]:
        """As `SyncClient.send`."""
        self._ensure_open()
        with scrub_tracebacks:
            return await run_async(call_flow(self._context, operation), self._step)

    def pager(self, operation: Operation[Any], /, *, resume: str | None = None) -> AsyncPager[Any]:
        """A pager over a list operation."""
        from ._paging.pager import AsyncPager  # noqa: PLC0415 - only lists need it

        return AsyncPager(self, self._cursor(operation, resume))

    async def aclose(self) -> None:
        """Close the connections. Later calls raise `ClientClosed`; closing again does nothing."""
        if self._close():
            await self._connections.transport.aclose()

    async def __aenter__(self: AnyClient) -> AnyClient:  # noqa: PYI019 - as above
        self._ensure_open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def _step(self, step: Step) -> Any:
        return await perform_async(step, self._connections.transport, self._context.clock)
