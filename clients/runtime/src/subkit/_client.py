"""The two clients. Only their `send` meets the network; how a call proceeds is written once, in `_calls.call`."""

from __future__ import annotations

import inspect
import ssl
import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, NoReturn, Self, TypedDict, TypeVar, Unpack, cast
from uuid import UUID

from ._auth.credentials import Credential
from ._calls.call import call_flow
from ._calls.context import DEFAULT_TIMEOUT, ClientContext, Decode, Options, Preconditions
from ._calls.events import Observer
from ._errors import ClientClosed, ConfigurationError
from ._flow.drivers import perform, perform_async, run, run_async
from ._flow.retry import Retry
from ._flow.steps import Step
from ._forks import watch_forks
from ._from_env import settings, variable
from ._operations.endpoint import Api
from ._operations.operation import Operation, ensure_own
from ._paging.pager import AsyncPager, Cursor, Pager
from ._responses.response import Response
from ._secrets.secret import unwrap_secret, wrap_secret
from ._secrets.tracebacks import scrub_tracebacks
from ._transport.messages import AsyncTransport, Transport
from ._transport.urls import BaseUrl, parse_base_url
from ._unset import UNSET

if TYPE_CHECKING:
    from types import TracebackType

T = TypeVar("T")
AnyTransport = TypeVar("AnyTransport")
Verify = bool | str | ssl.SSLContext


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
    observer: Observer | None


class Connections(Generic[AnyTransport]):
    """The transport of a client and of those derived from it with `with_options`. Created when it is first needed."""

    def __init__(self, transport: AnyTransport | None, make: Callable[[], AnyTransport]) -> None:
        self._transport: AnyTransport | None = transport
        self._make: Callable[[], AnyTransport] = make
        self.closed = False
        self.after_fork()
        watch_forks(self)

    def after_fork(self) -> None:
        """Take a new lock: another thread of the parent may hold the old one."""
        self._lock = threading.Lock()

    def open(self) -> AnyTransport:
        """The transport, created if necessary."""
        if self._transport is None:
            with self._lock:
                self._transport = self._transport or self._make()
        return self._transport

    def made(self) -> AnyTransport | None:
        """The transport, or None if it was never needed."""
        return self._transport


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
        client_parameters: Mapping[str, str | UUID],
        options: ClientOptions,
    ) -> None:
        base = self._checked_url(base_url, auth, options.get("allow_insecure_http", False))
        own: dict[str, Any] = {name: value for name, value in options.items() if name not in _FOR_TRANSPORT_ONLY}
        own["retry"] = options.get("retry") or Retry()
        _check_options(own)
        absent = (None, UNSET)
        missing = next((name for name, value in client_parameters.items() if cast(object, value) in absent), None)
        if missing is not None:
            raise ConfigurationError(f"{missing} is missing; every call needs it")
        texts = {name: str(value) for name, value in client_parameters.items()}
        self._context = ClientContext(self.__api__, Options(base_url=base, auth=auth, client_parameters=texts, **own))
        self._closed = False
        self._owner = True

    def _checked_url(self, base_url: str | None, auth: Credential | None, allow_insecure_http: bool) -> BaseUrl:
        if base_url is None:
            name = variable(self.__api__, "base_url")
            raise ConfigurationError(
                f"base_url is missing: pass the URL of your server, or set {name} and use from_env()"
            )
        base = parse_base_url(base_url)
        if auth is not None and not (base.encrypted or base.loopback or allow_insecure_http):
            raise ConfigurationError(
                "base_url: plain http would send the credential unencrypted; "
                "use https, or pass allow_insecure_http=True"
            )
        if auth is not None:
            auth.check(allow_insecure_http=allow_insecure_http)
        return base

    def with_options(self, **changes: Unpack[CallOptions]) -> Self:
        """A client with other options on the same connections, which this client, itself unchanged, still owns."""
        unknown = changes.keys() - CallOptions.__annotations__.keys()
        if unknown:
            raise ConfigurationError(
                f"with_options: {', '.join(sorted(unknown))} cannot be changed; create a new client"
            )
        self._ensure_open()
        _check_options(changes)
        twin = object.__new__(type(self))
        # Not the resources: they are cached under public names and belong to this client.
        twin.__dict__.update({name: value for name, value in self.__dict__.items() if name.startswith("_")})
        twin._context = self._context.with_options(changes)
        twin._owner = False
        return twin

    def _ensure_open(self) -> None:
        if self._closed or self._connections.closed:
            raise ClientClosed(f"this {type(self).__name__} was closed; create a new one")

    def _close(self) -> bool:
        first = self._owner and not self._closed
        self._closed = True
        self._connections.closed = self._connections.closed or first
        return first

    def _cursor(self, operation: Operation[Any], resume: str | None) -> Cursor[Any]:
        with scrub_tracebacks:
            ensure_own(operation, self._context.api)
            return Cursor(operation, self._context.options.client_parameters, resume)

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


def _check_options(options: Mapping[str, Any]) -> None:
    timeout = options.get("timeout", DEFAULT_TIMEOUT)
    if isinstance(timeout, bool) or not isinstance(timeout, (int, float)) or not 0 < timeout < float("inf"):
        raise ConfigurationError("timeout: must be a number of seconds greater than 0")
    if options.get("decode", "tolerant") not in ("tolerant", "strict"):
        raise ConfigurationError("decode: must be 'tolerant' or 'strict'")
    if options.get("preconditions", "automatic") not in ("automatic", "required"):
        raise ConfigurationError("preconditions: must be 'automatic' or 'required'")
    observer = options.get("observer")
    if observer is not None and (not callable(observer) or _is_async(observer)):
        raise ConfigurationError("observer: must be a function that is not async; it is called during a call")
    if not isinstance(options.get("retry", Retry()), Retry):
        raise ConfigurationError("retry: must be a subkit.Retry")
    if options.get("max_body", 1) < 1:
        raise ConfigurationError("max_body: must be a number of bytes greater than 0")


_FOR_TRANSPORT_ONLY: Final = frozenset({"verify", "proxy", "trust_env", "allow_insecure_http"})
_FOR_TRANSPORT: Final = frozenset({"verify", "proxy", "trust_env", "max_body"})


def _transport_options(options: ClientOptions) -> dict[str, Any]:
    return {name: value for name, value in options.items() if name in _FOR_TRANSPORT}


def _is_async(function: Callable[..., Any]) -> bool:
    return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(type(function).__call__)


class SyncClient(_Client):
    """Base of the generated synchronous clients. Threads may share one."""

    _connections: Connections[Transport]

    def __init__(
        self,
        *,
        base_url: str | None,
        auth: Credential | None,
        client_parameters: Mapping[str, str | UUID],
        transport: Transport | None,
        **options: Unpack[ClientOptions],
    ) -> None:
        if auth is not None and auth.is_async:
            raise ConfigurationError("auth: an async token function works with the async client only")
        self._configure(base_url, auth, client_parameters, options)

        def make() -> Transport:
            from ._transport.http import HttpxTransport  # noqa: PLC0415 - httpx is loaded only when it is needed

            return HttpxTransport(**_transport_options(options))

        self._connections = Connections(transport, make)

    def send(self, operation: Operation[T], /) -> Response[T]:
        """Perform an operation and return the whole response.

        Raises `InvalidArgument` before anything is sent, `AuthError`, `TransportError`, `ApiError` or `DecodeError`.
        """
        self._ensure_open()
        with scrub_tracebacks:
            return run(call_flow(self._context, operation), self._step)

    def pager(self, operation: Operation[Any], /, *, resume: str | None = None) -> Pager[Any]:
        """A pager over a list operation."""
        return Pager(self, self._cursor(operation, resume))

    def close(self) -> None:
        """Close the connections. Later calls raise `ClientClosed`; closing again does nothing."""
        if self._close() and (transport := self._connections.made()) is not None:
            transport.close()

    def __enter__(self) -> Self:
        self._ensure_open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _step(self, step: Step) -> Any:
        return perform(step, self._connections.open)


class AsyncClient(_Client):
    """Base of the generated asynchronous clients. Belongs to one event loop at a time."""

    _connections: Connections[AsyncTransport]

    def __init__(
        self,
        *,
        base_url: str | None,
        auth: Credential | None,
        client_parameters: Mapping[str, str | UUID],
        transport: AsyncTransport | None,
        **options: Unpack[ClientOptions],
    ) -> None:
        self._configure(base_url, auth, client_parameters, options)

        def make() -> AsyncTransport:
            from ._transport.http import AsyncHttpxTransport  # noqa: PLC0415 - httpx is loaded only when it is needed

            return AsyncHttpxTransport(**_transport_options(options))

        self._connections = Connections(transport, make)

    async def send(self, operation: Operation[T], /) -> Response[T]:
        """As `SyncClient.send`."""
        self._ensure_open()
        with scrub_tracebacks:
            return await run_async(call_flow(self._context, operation), self._step)

    def pager(self, operation: Operation[Any], /, *, resume: str | None = None) -> AsyncPager[Any]:
        """A pager over a list operation."""
        return AsyncPager(self, self._cursor(operation, resume))

    async def aclose(self) -> None:
        """Close the connections. Later calls raise `ClientClosed`; closing again does nothing."""
        if self._close() and (transport := self._connections.made()) is not None:
            await transport.aclose()

    async def __aenter__(self) -> Self:
        self._ensure_open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def _step(self, step: Step) -> Any:
        return await perform_async(step, self._connections.open)
