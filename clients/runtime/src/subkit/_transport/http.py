"""subkit's transports over httpx, and the only module that imports it.

They are built on httpx's transports, not on its clients: no redirects, no cookies, no netrc, no URLs in logs.
"""

from __future__ import annotations

import asyncio
import ssl
import zlib
from contextlib import asynccontextmanager, closing, contextmanager
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

import anyio
import httpx

from .._errors import ConfigurationError, DeadlineExceeded, NotSent, OutcomeUnknown, TransportError
from .decompression import BodyDecoder
from .environment import proxy_for, ssl_context
from .messages import Reply, Request
from .network import AsyncBackend, Backend, RequestTracker, current
from .pools import PoolManager, leaked_connections

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Generator

T = TypeVar("T", bound=httpx.HTTPTransport | httpx.AsyncHTTPTransport)
Route = tuple[str, str | None]  # scheme and proxy

_MAX_CONNECTIONS = 100
# Keep all of them: httpcore also counts busy connections when it looks for idle ones to close.
_LIMITS = httpx.Limits(max_connections=_MAX_CONNECTIONS, max_keepalive_connections=_MAX_CONNECTIONS)
_BROKEN = (OSError, anyio.BrokenResourceError, anyio.ClosedResourceError, zlib.error)
_FAULTS = (httpx.HTTPError, httpx.InvalidURL, UnicodeError, *_BROKEN)
_AFTER_SENDING = (httpx.ReadError, httpx.ReadTimeout, httpx.WriteError, httpx.WriteTimeout, httpx.RemoteProtocolError)
_inherited: list[httpx.AsyncHTTPTransport] = []
_TLS = ssl.PROTOCOL_TLS_CLIENT
_parse = lru_cache(maxsize=64)(httpx.URL)


class _Httpx(Generic[T]):
    """What both transports share: how to create an httpx transport for a URL, and where to keep it."""

    def __init__(
        self,
        *,
        verify: bool | str | ssl.SSLContext = True,
        proxy: str | None = None,
        trust_env: bool = True,
        max_body: int = 16 * 2**20,
    ) -> None:
        self._verify = verify
        self._proxy = proxy
        self._trust_env = trust_env
        self._max_body = max_body
        self._pools: PoolManager[T, Route] = PoolManager(self._make, self._abandon, self._loop)

    def _find(self, url: httpx.URL) -> T:
        return self._pools.current().find(f"{url.scheme}://{url.netloc!r}", lambda: self._route(url))

    def _route(self, url: httpx.URL) -> Route:
        if self._proxy is not None or not self._trust_env:
            return url.scheme, self._proxy
        return url.scheme, proxy_for(url.scheme, url.host, _port(url))

    def _options(self, route: Route) -> dict[str, Any]:
        scheme, url = route
        proxy = None if url is None else _proxy(url)
        if proxy is not None and proxy.url.scheme == "https":
            proxy.ssl_context = ssl_context(self._verify, self._trust_env)
        # A context without certificates is created quickly and trusts nobody.
        context = ssl_context(self._verify, self._trust_env) if scheme == "https" else ssl.SSLContext(_TLS)
        return {"verify": context, "proxy": proxy, "limits": _LIMITS}

    def _make(self, route: Route) -> T:
        raise NotImplementedError

    def _abandon(self, inherited: list[T]) -> None:
        raise NotImplementedError

    def _loop(self) -> object:
        return None


class HttpxTransport(_Httpx["_Pool"]):
    """Sends requests over httpx. Threads may share it, and it may be used on both sides of a fork.

    `verify` may be the path of a file or directory of certificates. `proxy` takes precedence over proxies from the
    environment; those, SSL_CERT_FILE and SSL_CERT_DIR are used only with `trust_env`. `max_body` limits the
    decompressed body, in bytes.
    """

    def send(self, request: Request, *, timeout: float) -> Reply:
        """As `Transport.send`. Name resolution by the system counts towards the timeout but is not interrupted by
        it."""
        with _tracked(request, timeout) as tracker:
            outgoing = _outgoing(request, tracker)
            transport = self._find(outgoing.url)
            try:
                with closing(transport.handle_request(outgoing)) as response:
                    body = _body_of(response, request.method, self._max_body)
                    if body:
                        for chunk in cast("httpx.SyncByteStream", response.stream):
                            body.feed(chunk)
                    _check_end(response)
                    return _reply(response, body)
            finally:
                if self._pools.closed:  # meanwhile, by another thread
                    transport.close()

    def close(self) -> None:
        """As `Transport.close`."""
        for transport in self._pools.close():
            transport.close()

    def _make(self, route: Route) -> _Pool:
        return _watch(_Pool(**self._options(route)), Backend)

    def _abandon(self, inherited: list[_Pool]) -> None:
        # Not through the pool, whose lock may have been held at the fork. The server does not notice, because the
        # parent still has the sockets.
        for transport in inherited:
            for connection in _pool_of(transport).connections:
                connection.close()


class AsyncHttpxTransport(_Httpx["_AsyncPool"]):
    """As `HttpxTransport`, for the tasks of one event loop of asyncio."""

    async def send(self, request: Request, *, timeout: float) -> Reply:
        """As `AsyncTransport.send`."""
        with _tracked(request, timeout) as tracker, anyio.fail_after(tracker.left()):
            outgoing = _outgoing(request, tracker)
            transport = self._find(outgoing.url)
            try:
                async with transport.slots, transport.exchange(outgoing) as response:
                    body = _body_of(response, request.method, self._max_body)
                    if body:
                        async for chunk in cast("httpx.AsyncByteStream", response.stream):
                            body.feed(chunk)
                    _check_end(response)
                    return _reply(response, body)
            finally:
                if self._pools.closed:  # meanwhile, by another task
                    await transport.aclose()

    async def aclose(self) -> None:
        """As `AsyncTransport.aclose`."""
        for transport in self._pools.close():
            await transport.aclose()

    def _make(self, route: Route) -> _AsyncPool:
        return _watch(_AsyncPool(**self._options(route)), AsyncBackend)

    def _abandon(self, inherited: list[_AsyncPool]) -> None:
        _inherited.extend(inherited)  # kept for good: closing them would need the parent's event loop

    def _loop(self) -> object:
        return asyncio.get_running_loop()


class _Pool(httpx.HTTPTransport):
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        try:
            return super().handle_request(request)
        except BaseException:
            for connection in leaked_connections(_pool_of(self)):
                connection.close()
            raise


class _AsyncPool(httpx.AsyncHTTPTransport):
    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        # Tasks wait here, not in httpcore, whose own queue loses a connection when a waiting task is cancelled.
        self.slots = anyio.Semaphore(_MAX_CONNECTIONS, fast_acquire=True)

    @asynccontextmanager
    async def exchange(self, request: httpx.Request) -> AsyncGenerator[httpx.Response]:
        """The response, which is closed in any case."""
        try:
            response = await self.handle_async_request(request)
            try:
                yield response
            finally:
                await response.aclose()
        except BaseException:  # httpcore is protected from anyio's cancellation while it closes, not from asyncio's
            with anyio.CancelScope(shield=True):
                for connection in leaked_connections(_pool_of(self), request.extensions):
                    await connection.aclose()
            raise


def _outgoing(request: Request, tracker: RequestTracker) -> httpx.Request:
    headers = [(name.encode("ascii"), value.encode("latin-1")) for name, value in request.headers]
    # httpx's other timeouts are not set: the backends and the cancel scope enforce the deadline.
    extensions = {"timeout": {"pool": tracker.left()}}
    return httpx.Request(
        request.method, _parse(request.url), headers=headers, content=request.body, extensions=extensions
    )


def _body_of(response: httpx.Response, method: str, limit: int) -> BodyDecoder | None:
    """A decoder for the body, or None if HTTP has no body here: then nothing is read, so httpcore drops the connection.

    Otherwise bytes that a server sends after a 204 would be taken for the next response.
    """
    status = response.status_code
    if method.upper() == "HEAD" or status < 200 or status in (204, 304):
        return None
    headers = response.headers
    return BodyDecoder(
        status, encoding=headers.get("content-encoding", ""), length=headers.get("content-length"), limit=limit
    )


def _check_end(response: httpx.Response) -> None:
    """Taint the connection if more than the response arrived: h11 would take it for the next response."""
    parser: Any = response.stream
    for name in ("_httpcore_stream", "_stream", "_connection", "_h11_state"):
        parser = getattr(parser, name, None)
    if parser is not None and parser.trailing_data[0]:
        response.extensions["network_stream"].tainted = True


def _reply(response: httpx.Response, body: BodyDecoder | None) -> Reply:
    headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw)
    return Reply(response.status_code, headers, b"" if body is None else body.finish())


@contextmanager
def _tracked(request: Request, timeout: float) -> Generator[RequestTracker]:
    """Start the deadline, and translate httpx's errors."""
    tracker = RequestTracker(timeout)
    token = current.set(tracker)
    try:
        yield tracker
    except _FAULTS as error:
        # Messages of the other errors may contain a header or the URL.
        cause = error if isinstance(error, (httpx.NetworkError, httpx.TimeoutException, *_BROKEN)) else None
        raise _explain(error, request, tracker, timeout) from cause
    finally:
        current.reset(token)


def _explain(error: Exception, request: Request, tracker: RequestTracker, timeout: float) -> TransportError:
    where = _where(request.url, tracker.peer)
    sent = tracker.written if tracker.written is not None else isinstance(error, _AFTER_SENDING)
    if isinstance(error, TimeoutError) or (isinstance(error, httpx.TimeoutException) and tracker.left() <= 0):
        end = "the request may have been carried out" if sent else "nothing was sent"
        return DeadlineExceeded(f"no complete response from {where} within {timeout:g} s; {end}", sent=sent)
    if sent:
        return OutcomeUnknown(f"{_words(error)} ({where}); the request may have been carried out")
    return NotSent(f"{_words(error)} ({where}); nothing was sent")


def _words(error: Exception) -> str:
    match error:
        case httpx.ConnectError():
            return f"could not connect: {' '.join(str(error).split())}"
        case httpx.TimeoutException():
            return "the connection timed out"
        case httpx.ProxyError():
            return "the proxy refused to forward the request"
        case httpx.RemoteProtocolError() if "without sending" in str(error):
            return "the server closed the connection before its response was complete"
        case httpx.RemoteProtocolError():
            return "the server's response is not valid HTTP"
        case httpx.InvalidURL() | httpx.UnsupportedProtocol() | httpx.LocalProtocolError() | UnicodeError():
            return "the request cannot be expressed in HTTP"
        case zlib.error():
            return "the body of the response is damaged or incomplete"
        case _:
            return "the connection broke"


def _where(url: str, peer: str | None) -> str:
    try:
        parsed = _parse(url)
    except httpx.InvalidURL:
        return "no valid URL"
    server = f"{parsed.raw_host.decode('ascii')}:{_port(parsed)}"
    return server if peer in (None, server) else f"{server}, through the proxy {peer}"


def _port(url: httpx.URL) -> int:
    return url.port or (443 if url.scheme == "https" else 80)


def _proxy(url: str) -> httpx.Proxy:
    try:
        proxy = httpx.Proxy(url)
    except (ValueError, httpx.InvalidURL):
        proxy = None
    if proxy is None or not proxy.url.host:
        raise ConfigurationError(
            "the proxy's URL is not valid; it is not shown because it may contain a password"
        ) from None
    if proxy.url.scheme.startswith("socks") and find_spec("socksio") is None:
        raise ConfigurationError("a SOCKS proxy needs the package socksio")
    return proxy


def _pool_of(transport: httpx.HTTPTransport | httpx.AsyncHTTPTransport) -> Any:
    # httpx has no public way to give its pool a network backend or to repair it (see `leaked_connections`), so it is
    # pinned.
    pool = getattr(transport, "_pool", None)
    if not all(hasattr(pool, name) for name in ("_network_backend", "_connections", "_requests")):
        raise RuntimeError("this version of httpx is not supported: subkit needs httpx>=0.28,<0.29")
    return pool


def _watch(transport: T, backend: Callable[[Any], object]) -> T:
    pool = _pool_of(transport)
    pool._network_backend = backend(pool._network_backend)
    return transport
