"""Makes one call twice over HTTP, sync and async, and compares what comes back with what is documented."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

from attrs import frozen
from subkit import ApiError, SubkitError
from subkit._errors import class_for

from ..support.exchanges import Exchange, plain, text
from ..support.stand_in import LoopbackServer, Seen


@frozen
class Played:
    """How one exchange went."""

    exchange: Exchange
    seen: Seen | None
    """The request of the async client, which came last; None if there was none."""
    result: Any
    error: SubkitError | None
    complaints: tuple[str, ...]
    """What differs from the documented exchange; nothing, if all is well."""


@frozen
class Outcome:
    """How one call ended."""

    result: Any = None
    error: SubkitError | None = None


def play(exchange: Exchange, server: LoopbackServer) -> Played:
    """Make the call with both clients."""
    base_url = server.base_url(exchange.slug)
    before = len(server.seen)
    first = _sync(exchange, base_url)
    second = asyncio.run(_async(exchange, base_url))
    seen = server.seen[before:]
    complaints = (*_differences("sync", exchange, first), *_differences("async", exchange, second))
    if not _agree(first, second):
        complaints += ("sync and async differ",)
    if len(seen) != 2:
        complaints += (f"{len(seen)} requests instead of one from each client",)
    return Played(exchange, seen[-1] if seen else None, first.result, first.error, complaints)


def _sync(exchange: Exchange, base_url: str) -> Outcome:
    try:
        with exchange.call.make_client("sync", base_url=base_url) as client:
            return Outcome(exchange.call.perform(client))
    except SubkitError as error:
        return Outcome(error=error)


async def _async(exchange: Exchange, base_url: str) -> Outcome:
    try:
        async with exchange.call.make_client("async", base_url=base_url) as client:
            return Outcome(await exchange.call.perform_async(client))
    except SubkitError as error:
        return Outcome(error=error)


def _agree(first: Outcome, second: Outcome) -> bool:
    alike = type(first.error) is type(second.error) and str(first.error) == str(second.error)
    return alike and bool(first.result == second.result)


def _differences(mode: str, exchange: Exchange, outcome: Outcome) -> Iterator[str]:
    if exchange.status < 400:
        if outcome.error is not None:
            yield f"{mode}: {type(outcome.error).__name__} instead of {exchange.status}"
        elif text(plain(outcome.result)) != text(exchange.expected):
            yield f"{mode}: the result is not the documented one"
    elif not isinstance(outcome.error, ApiError) or type(outcome.error) is not class_for(exchange.status):
        yield f"{mode}: {type(outcome.error or outcome.result).__name__} instead of {exchange.status}"
    elif text(outcome.error.body) != text(exchange.response.get("body")):
        yield f"{mode}: the error does not hold the documented body"
