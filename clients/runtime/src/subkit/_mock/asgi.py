"""Fakes as an ASGI application, each under its slug."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from .._transport.messages import Reply, Request
from .control import CONTROL, ControlPanel

if TYPE_CHECKING:
    from .engine import Answer
    from .fake import Fake

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
_NOT_FOUND: Final = Reply(404, (("Content-Type", "text/plain"),), b"no fake is served here\n")


class _Lost(Exception):
    """The response ends here. The server closes the connection."""


class FakeApp:
    """An ASGI application that serves fakes. The path of a request starts with the slug of one of them.

    Args:
        fakes: What to serve. Each has to have been made with the `root` under which it is reached.
        control: A token that allows to control the fakes over HTTP; without it nobody can.

    """

    __module__ = "subkit.mock"

    def __init__(self, fakes: Iterable[Fake], *, control: str | None = None) -> None:
        self._fakes = {one.slug: one for one in fakes}
        self._control = None if control is None else ControlPanel(control)

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            raise ValueError("fakes speak HTTP only")
        _, slug, rest = f"{scope['path']}//".split("/", 2)
        request = await _request(scope, receive)
        fake = self._fakes.get(slug)
        if fake is None:
            await _send(send, _NOT_FOUND)
        elif self._control is not None and rest.startswith(CONTROL):
            await _send(send, self._control.answer(fake, request, rest.removeprefix(CONTROL).strip("/")))
        else:
            await self._answer(fake, request, receive, send)

    async def _answer(self, fake: Fake, request: Request, receive: Receive, send: Send) -> None:
        _, _, rest = request.url.removeprefix("/").partition("/")
        moved = Request(request.method, f"{fake.root}/{rest}", request.headers, request.body)
        answer = fake.answer(moved)
        await fake.clock.asleep(answer.delay)
        if answer.loss in ("refused", "reset before", "reset after"):
            _reset(receive)
            return
        await self._deliver(fake, answer, send)

    async def _deliver(self, fake: Fake, answer: Answer, send: Send) -> None:
        body, headers = answer.reply.body, list(answer.reply.headers)
        if not answer.drip and answer.loss is None:
            await _send(send, answer.reply)
            return
        if answer.loss == "cut":
            body = body[: len(body) // 2]
        await send(_start(answer.reply.status, headers, len(answer.reply.body)))
        step = 1 if answer.drip else max(len(body), 1)
        for index in range(0, len(body), step):
            await send({"type": "http.response.body", "body": body[index : index + step], "more_body": True})
            await fake.clock.asleep(answer.drip)
        if answer.loss == "cut":
            raise _Lost
        await send({"type": "http.response.body", "body": b""})


async def _request(scope: MutableMapping[str, Any], receive: Receive) -> Request:
    """The request, with its path and query in place of a URL."""
    body = b""
    more = True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    path = scope["raw_path"].decode("ascii") if scope.get("raw_path") else quote(scope["path"])
    query = scope["query_string"].decode("ascii")
    headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"])
    return Request(scope["method"], path + (f"?{query}" if query else ""), headers, body or None)


def _start(status: int, headers: list[tuple[str, str]], length: int) -> Message:
    own = [] if status in (204, 304) else [("Content-Length", str(length))]
    pairs = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in [*headers, *own]]
    return {"type": "http.response.start", "status": status, "headers": pairs}


async def _send(send: Send, reply: Reply) -> None:
    await send(_start(reply.status, list(reply.headers), len(reply.body)))
    await send({"type": "http.response.body", "body": reply.body})


def _reset(receive: Receive) -> None:
    """Reset the connection, where the server lets us: ASGI has no word for it."""
    transport = getattr(getattr(receive, "__self__", None), "transport", None)
    if transport is None:
        raise _Lost
    transport.abort()
