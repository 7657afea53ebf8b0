"""Stand-ins for the vendors' servers, which answer as the documented exchanges say.

In process they are transports of a client and answer one exchange. `LoopbackServer` answers many over real HTTP.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, unquote, urlsplit

from attrs import field, frozen
from subkit import Reply, Request

from .exchanges import Exchange


def reply_of(exchange: Exchange) -> Reply:
    """The documented answer."""
    return Reply(exchange.status, tuple(exchange.response["headers"].items()), exchange.reply_body())


class InProcess:
    """A transport, for sync and async clients, that answers one exchange and keeps the requests."""

    def __init__(self, exchange: Exchange) -> None:
        self._reply = reply_of(exchange)
        self.requests: list[Request] = []

    def send(self, request: Request, *, timeout: float) -> Reply:
        assert timeout > 0
        self.requests.append(request)
        return self._reply

    def close(self) -> None:
        """There is nothing to close."""


class AsyncInProcess(InProcess):
    """As `InProcess`, for an async client."""

    async def send(self, request: Request, *, timeout: float) -> Reply:  # type: ignore[override]
        return super().send(request, timeout=timeout)

    async def aclose(self) -> None:
        """There is nothing to close."""


@frozen
class Asked:
    """What tells one documented request from another."""

    slug: str
    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    body: str
    conditions: tuple[tuple[str, str], ...]


@frozen
class Seen:
    """A request that came to the loopback server, and how it was answered."""

    method: str
    target: str
    status: int
    headers: Mapping[str, str] = field(repr=False)


def asked(exchange: Exchange) -> Asked:
    """The documented request."""
    request = exchange.request
    headers, body = request.get("headers", {}), json.dumps(request["body"]).encode() if "body" in request else b""
    query = sorted((name, value) for name, value in request.get("query", ()))
    return Asked(
        exchange.slug, request["method"], unquote(request["path"]), tuple(query), _canonical(body), _conditions(headers)
    )


def _conditions(headers: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name.lower(), value) for name, value in headers.items() if name.lower().startswith("if-")))


def _canonical(body: bytes) -> str:
    return json.dumps(json.loads(body), sort_keys=True) if body else ""


class LoopbackServer:
    """Answers documented exchanges over HTTP on loopback, each API under its slug.

    Of exchanges with the same request the first one is answered. What nobody documented gets a 404 in plain text.
    """

    def __init__(self, exchanges: Iterable[Exchange]) -> None:
        self._known: dict[Asked, Exchange] = {}
        for exchange in exchanges:
            self._known.setdefault(asked(exchange), exchange)
        self.seen: list[Seen] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def base_url(self, slug: str) -> str:
        """What to give a client as its base URL."""
        return f"{self.url}/{slug}"

    def answer(self, method: str, target: str, headers: Mapping[str, str], body: bytes) -> Reply:
        """The documented answer to a request."""
        parts = urlsplit(target)
        slug, _, path = parts.path.removeprefix("/").partition("/")
        query = tuple(sorted(parse_qsl(parts.query, keep_blank_values=True)))
        key = Asked(slug, method, f"/{unquote(path)}", query, _canonical(body), _conditions(headers))
        found = self._known.get(key)
        reply = reply_of(found) if found else Reply(404, (("Content-Type", "text/plain"),), b"nobody documented this")
        self.seen.append(Seen(method, target.removeprefix(f"/{slug}"), reply.status, headers))
        return reply


def _handler(server: LoopbackServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # head and body leave together: two small writes would wait for each other

        def _any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            reply = server.answer(self.command, self.path, dict(self.headers.items()), body)
            self.send_response_only(reply.status)
            for name, value in reply.headers:
                self.send_header(name, value)
            if reply.status not in (204, 304):
                self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body)
            self.wfile.flush()

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _any

        def log_message(self, format: str, *args: Any) -> None:
            """Keep quiet."""

    return Handler
