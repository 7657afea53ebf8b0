"""As `httpx`, for asynchronous clients and transports."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from .event_loops import running_loop
from .faults import cause_of, explain
from .httpx import finish, is_client, request_for, start_body
from .network import RequestTracker, under_way

if TYPE_CHECKING:
    from .messages import Reply, Request


class AsyncHttpxAdapter:
    """As `HttpxAdapter`."""

    def __init__(self, target: Any, max_body: int) -> None:
        self._target = target
        self._max_body = max_body

    async def send(self, request: Request, *, timeout: float) -> Reply:
        """As `AsyncTransport.send`."""
        running_loop()
        tracker = RequestTracker(timeout)
        token = under_way.set(True)
        try:
            async with asyncio.timeout(tracker.left()), aclosing(await self._open(request, tracker)) as response:
                body = start_body(request, response, self._max_body)
                if body is not None:
                    async for chunk in response.stream:
                        if not body.feed(chunk):
                            break
                return finish(response, body)
        except Exception as error:
            if (explained := explain(error, request, tracker)) is None:
                raise
            raise explained from cause_of(error)
        finally:
            under_way.reset(token)

    async def aclose(self) -> None:
        """Nothing: it is not ours."""

    async def _open(self, request: Request, tracker: RequestTracker) -> Any:
        outgoing = request_for(self._target, request, tracker)
        if is_client(self._target):
            return await self._target.send(outgoing, stream=True, auth=None, follow_redirects=False)
        return await self._target.handle_async_request(outgoing)
