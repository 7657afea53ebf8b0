"""Where a request goes: to which server, through which proxy, and whom to trust. Worked out once for each server."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

import httpcore

from .._values import field, frozen
from .environment import Verify, proxy_for, ssl_context
from .proxies import parse_proxy
from .urls import PORTS, is_loopback, parse_server

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator, Iterator

    from .messages import Request

_END_OF_SERVER = re.compile("[/?#]")
_UNSENDABLE = re.compile("[^!-~]")
_SENDABLE = "".join(map(chr, range(0x21, 0x7F)))
_WITH_BODY = ("POST", "PUT", "PATCH")


class _NoBody:
    """A body without parts. httpcore's own has one, an empty one, which has to be sent."""

    def __iter__(self) -> Iterator[bytes]:
        return iter(())

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self:
            yield part


_NO_BODY = _NoBody()


@frozen(eq=False)
class Route:
    """One server, and the way to it."""

    scheme: bytes
    host: bytes
    """As it goes out: in lower case, in ASCII, and without brackets."""
    port: int | None
    """None where it is the usual one."""
    authority: bytes
    """As the header `Host` has it: without the port where that is the usual one."""
    tls: ssl.SSLContext | None
    """For https."""
    proxy: httpcore.Proxy | None = field(repr=False)

    def url(self, target: bytes = b"/") -> httpcore.URL:
        """A URL on the server."""
        return httpcore.URL(scheme=self.scheme, host=self.host, port=self.port, target=target)


@frozen
class Surroundings:
    """How servers are reached and trusted, as the user said."""

    verify: Verify
    proxy: str | None = field(repr=False)
    trust_env: bool

    def ssl_context(self) -> ssl.SSLContext:
        """Whom to trust."""
        return ssl_context(self.verify, self.trust_env)

    def proxy_for(self, scheme: str, host: str, port: int) -> httpcore.Proxy | None:
        """The proxy given, or that of the environment, which loopback never goes through."""
        url = self.proxy
        if url is None and self.trust_env and not is_loopback(host):
            url = proxy_for(scheme, host, port)
        return None if url is None else parse_proxy(url, self.ssl_context)


class Routes:
    """The routes of one transport, by the beginning of a URL."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings = surroundings
        self._known: dict[str, Route] = {}

    def find(self, url: str) -> tuple[Route, bytes]:
        """The route for a URL, and its target. Raises `InvalidURL`."""
        found = _END_OF_SERVER.search(url, 8)
        server, target = (url[: found.start()], url[found.start() :]) if found else (url, "/")
        route = self._known.get(server)
        if route is None:
            route = self._known.setdefault(server, self._route(server))
        return route, _encode_target(target)

    def _route(self, server: str) -> Route:
        scheme, host, port = parse_server(server)
        usual = port == PORTS[scheme]
        name = f"[{host}]" if ":" in host else host
        authority = name if usual else f"{name}:{port}"
        return Route(
            scheme.encode("ascii"),
            host.encode("ascii"),
            None if usual else port,
            authority.encode("ascii"),
            self._surroundings.ssl_context() if scheme == "https" else None,
            self._surroundings.proxy_for(scheme, host, port),
        )


def outgoing(request: Request, route: Route, target: bytes) -> httpcore.Request:
    """A request as httpcore takes it, with the headers that HTTP itself asks for.

    Raises `UnicodeError` for what HTTP cannot express.
    """
    headers = [(name.encode("ascii"), value.encode("latin-1")) for name, value in request.headers]
    names = {name.lower() for name, _ in headers}
    if b"host" not in names:
        headers.insert(0, (b"Host", route.authority))
    if (request.body is not None or request.method in _WITH_BODY) and b"content-length" not in names:
        headers.append((b"Content-Length", b"%d" % len(request.body or b"")))
    content = request.body or _NO_BODY
    return httpcore.Request(request.method.encode("ascii"), route.url(target), headers=headers, content=content)


def _encode_target(target: str) -> bytes:
    """Path and query as they go out. Escapes that are there stay as they are."""
    path = target.partition("#")[0]
    if not path.startswith("/"):
        path = f"/{path}"
    return (quote(path, safe=_SENDABLE) if _UNSENDABLE.search(path) else path).encode("ascii")
