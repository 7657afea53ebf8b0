"""A client or a transport of httpx, or of one of its forks, as a transport of subkit's: by what it can do.

The library is that of the object; none is loaded here. Its timeouts count for one read or write each, so between the
parts of a response the synchronous adapter can be late by that much; the asynchronous one is cut short.
"""

from __future__ import annotations

import sys
from contextlib import closing
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .faults import cause_of, explain
from .network import RequestTracker, under_way
from .responses import body_for, index_headers, make_reply

if TYPE_CHECKING:
    from .messages import Reply, Request
    from .responses import ResponseBody


class HttpxAdapter:
    """Carries requests over a client or a transport. Whoever made that closes it."""

    def __init__(self, target: Any, max_body: int) -> None:
        self._target = target
        self._max_body = max_body

    def send(self, request: Request, *, timeout: float) -> Reply:
        """As `Transport.send`."""
        tracker = RequestTracker(timeout)
        token = under_way.set(True)
        try:
            with closing(self._open(request, tracker)) as response:
                body = start_body(request, response, self._max_body)
                if body is not None:
                    for chunk in response.stream:
                        tracker.left_or(TimeoutError)
                        if not body.feed(chunk):
                            break
                return finish(response, body)
        except Exception as error:
            if (explained := explain(error, request, tracker)) is None:
                raise
            raise explained from cause_of(error)
        finally:
            under_way.reset(token)

    def close(self) -> None:
        """Nothing: it is not ours."""

    def _open(self, request: Request, tracker: RequestTracker) -> Any:
        outgoing = request_for(self._target, request, tracker)
        if is_client(self._target):
            return self._target.send(outgoing, stream=True, auth=None, follow_redirects=False)
        return self._target.handle_request(outgoing)


def is_client(target: object) -> bool:
    """Whether something is a client, and not a transport."""
    return hasattr(target, "build_request")


def request_for(target: Any, request: Request, tracker: RequestTracker) -> Any:
    """The request as the library has it."""
    left = tracker.left_or(TimeoutError)
    make = target.build_request if is_client(target) else _library_of(target).Request
    timeouts = dict.fromkeys(("connect", "read", "write", "pool"), left)
    return make(
        request.method,
        request.url,
        headers=[(name.encode("ascii"), value.encode("latin-1")) for name, value in request.headers],
        content=request.body,
        extensions={"timeout": timeouts},
    )


def start_body(request: Request, response: Any, limit: int) -> ResponseBody | None:
    """A decoder for the body, or None if there is none, or it was read already, as with mocks."""
    if response.is_stream_consumed:
        return None
    headers = index_headers(response.headers.raw)
    return body_for(request.method.encode("ascii"), response.status_code, headers, limit)


def finish(response: Any, body: ResponseBody | None) -> Reply:
    """The reply, when all of the body has come."""
    read = response.content if response.is_stream_consumed else b""
    return make_reply(response.status_code, response.headers.raw, body, read)


def _library_of(transport: object) -> Any:
    """The module whose requests a transport takes: httpx, or a fork."""
    for one in type(transport).__mro__:
        module = sys.modules.get(one.__module__.partition(".")[0])
        if all(hasattr(module, name) for name in ("Request", "Response", "BaseTransport")):
            return module
    return import_module("httpx")
