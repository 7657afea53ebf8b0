"""The ways of performing a documented exchange: sync and async, in process and through httpx."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import cache
from typing import Any, Final

import httpx
import respx
from attrs import frozen
from subkit import ApiError, Reply, Request

from .exchanges import Exchange
from .stand_in import AsyncInProcess, InProcess, reply_of
from .typed_calls import Mode


@frozen
class Done:
    """One exchange that was made: what went out, and how it ended."""

    sent: Request
    result: Any = None
    error: ApiError | None = None
    shown: str = ""
    """What client and operation look like."""


def ended(sent: list[Request], run: Callable[[], Any], shown: str) -> Done:
    try:
        result = run()
    except ApiError as error:
        return Done(one(sent), error=error, shown=shown)
    return Done(one(sent), result=result, shown=shown)


def one(sent: list[Request]) -> Request:
    assert len(sent) == 1, f"one exchange is one request, not {len(sent)}"
    return sent[0]


def run_sync(exchange: Exchange, sent: list[Request], by_value: bool, **options: Any) -> Done:
    with exchange.call.make_client("sync", **options) as client:
        operation = exchange.call.operation()
        run = (lambda: client.send(operation)) if by_value else (lambda: exchange.call.perform(client))
        return ended(sent, run, f"{client!r} {client} {operation!r} {operation}")


def run_async(exchange: Exchange, sent: list[Request], by_value: bool, **options: Any) -> Done:
    async def run(client: Any) -> Any:
        async with client:
            operation = exchange.call.operation()
            return await (client.send(operation) if by_value else exchange.call.perform_async(client))

    client = exchange.call.make_client("async", **options)
    return ended(sent, lambda: asyncio.run(run(client)), f"{client!r} {client}")


def in_process(exchange: Exchange, mode: Mode, *, by_value: bool) -> Done:
    transport = (InProcess if mode == "sync" else AsyncInProcess)(exchange)
    run = run_sync if mode == "sync" else run_async
    return run(exchange, transport.requests, by_value, transport=transport)


def through_httpx(exchange: Exchange, mode: Mode, *, by_value: bool) -> Done:
    sent: list[Request] = []
    with respx.mock(assert_all_called=True) as router:
        router.route().mock(side_effect=lambda request: answered(request, sent, reply_of(exchange)))
        run = run_sync if mode == "sync" else run_async
        return run(exchange, sent, by_value)


def answered(request: httpx.Request, sent: list[Request], reply: Reply) -> httpx.Response:
    headers = tuple(request.headers.multi_items())
    sent.append(Request(request.method, str(request.url), headers, request.content or None))
    return httpx.Response(reply.status, headers=list(reply.headers), content=reply.body)


CARRIERS: Final = (in_process, through_httpx)
WAYS: Final = {f"{mode}-{carry.__name__}": (mode, carry) for mode in ("sync", "async") for carry in CARRIERS}


@cache
def perform(exchange: Exchange, way: str, *, by_value: bool = False) -> Done:
    """Perform it, once per process: a test must not change what it gets."""
    mode, carrier = WAYS[way]
    done: Done = carrier(exchange, mode, by_value=by_value)
    return done
