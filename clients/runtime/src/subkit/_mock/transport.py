"""A fake in process: a transport for synchronous and asynchronous clients. No socket, and nothing is patched."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .._errors import DeadlineExceeded, NotSent, OutcomeUnknown
from .._transport.messages import Reply, Request

if TYPE_CHECKING:
    from .engine import Answer, Engine


class FakeTransport:
    """Sends the requests of a synchronous client to a fake."""

    __module__ = "subkit.mock"

    def __init__(self, engine: Engine, root: str) -> None:
        self._engine = engine
        self._root = root

    def send(self, request: Request, *, timeout: float) -> Reply:
        """The response of the fake. Waits pass on its clock."""
        answer = self._engine.answer(request, self._root)
        self._engine.clock.sleep(min(_duration(answer), timeout))
        return _arrived(answer, timeout)

    def close(self) -> None:
        """There is nothing to close."""


class AsyncFakeTransport:
    """Sends the requests of an asynchronous client to a fake."""

    __module__ = "subkit.mock"

    def __init__(self, engine: Engine, root: str) -> None:
        self._engine = engine
        self._root = root

    async def send(self, request: Request, *, timeout: float) -> Reply:
        """The response of the fake. Waits pass on its clock."""
        answer = self._engine.answer(request, self._root)
        await self._engine.clock.asleep(min(_duration(answer), timeout))
        return _arrived(answer, timeout)

    async def aclose(self) -> None:
        """There is nothing to close."""


def _duration(answer: Answer) -> float:
    return answer.delay + answer.drip * len(answer.reply.body)


def _arrived(answer: Answer, timeout: float) -> Reply:
    """The response, unless it got lost."""
    if answer.loss == "refused":
        raise NotSent("the fake refused the connection, as it was asked to; nothing was sent")
    if _duration(answer) >= timeout:
        raise DeadlineExceeded("the timeout ran out before the fake responded", sent=True)
    if answer.loss is not None:
        raise OutcomeUnknown(
            f"the fake lost the response, as it was asked to ({answer.loss}); the request may have been carried out"
        )
    return answer.reply


def respond(transport: FakeTransport, request: Any) -> Any:
    """The response to a request of httpx or of a fork of it, whatever its name."""
    library = import_module(type(request).__module__.partition(".")[0])
    headers = tuple((str(name), str(value)) for name, value in request.headers.items())
    timeouts: Mapping[str, float | None] = request.extensions.get("timeout") or {}
    timeout = timeouts.get("read")
    sent = Request(request.method, str(request.url), headers, request.read())
    try:
        reply = transport.send(sent, timeout=float("inf") if timeout is None else timeout)
    except NotSent as error:
        raise library.ConnectError(str(error), request=request) from None
    except DeadlineExceeded as error:
        raise library.ReadTimeout(str(error), request=request) from None
    except OutcomeUnknown as error:
        raise library.ReadError(str(error), request=request) from None
    return library.Response(reply.status, headers=list(reply.headers), content=reply.body, request=request)
