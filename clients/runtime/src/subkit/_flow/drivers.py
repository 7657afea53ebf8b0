"""The two drivers: they run a flow and perform its steps, with and without `await`. Beside the transports, this is the
only place that waits."""

from __future__ import annotations

import asyncio
import inspect
import time
from collections.abc import Awaitable, Callable, Generator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast

from .._errors import (
    AuthError,
    ConfigurationError,
    DeadlineExceeded,
    NotSent,
    OutcomeUnknown,
    SubkitError,
)
from .._transport.failures import is_failure, was_sent
from .steps import Ask, Await, Exchange, Pause, Step

if TYPE_CHECKING:
    from .._transport.messages import AsyncTransport, Reply, Transport

T = TypeVar("T")


def perform(flow: Generator[Any, Any, T], step: Callable[[Any], Any]) -> T:
    """Run a flow with a function that performs its steps."""
    try:
        pending = next(flow)
        while True:
            try:
                outcome = step(pending)
            except Exception as error:  # noqa: BLE001 - the flow decides what it means
                pending = flow.throw(error)
            else:
                pending = flow.send(outcome)
    except StopIteration as stop:
        return cast(T, stop.value)
    finally:
        flow.close()


async def perform_async(flow: Generator[Any, Any, T], step: Callable[[Any], Awaitable[Any]]) -> T:
    """As `perform`, with an async function."""
    try:
        pending = next(flow)
        while True:
            try:
                outcome = await step(pending)
            except Exception as error:  # noqa: BLE001 - the flow decides what it means
                pending = flow.throw(error)
            else:
                pending = flow.send(outcome)
    except StopIteration as stop:
        return cast(T, stop.value)
    finally:
        flow.close()


def take(step: Step, transport: Transport) -> Any:
    """Perform a step; requests go over the transport."""
    match step:
        case Exchange():
            return _send(step, transport)
        case Pause():
            return time.sleep(step.seconds)
        case Ask():
            return _ask(step)
        case Await():
            with suppress(TimeoutError):
                return step.future.result(step.timeout)


async def take_async(step: Step, transport: AsyncTransport) -> Any:
    """As `take`."""
    match step:
        case Exchange():
            return await _send_async(step, transport)
        case Pause():
            return await asyncio.sleep(step.seconds)
        case Ask():
            return await _ask_async(step)
        case Await():
            with suppress(TimeoutError):
                return await asyncio.wait_for(asyncio.wrap_future(step.future), step.timeout)


def _send(step: Exchange, transport: Transport) -> Reply:
    try:
        return transport.send(step.request, timeout=step.timeout)
    except Exception as error:
        _raise_failure(error)


async def _send_async(step: Exchange, transport: AsyncTransport) -> Reply:
    try:
        return await transport.send(step.request, timeout=step.timeout)
    except Exception as error:
        _raise_failure(error)


def _raise_failure(error: Exception) -> NoReturn:
    """Raise what an error means that a transport should have translated itself. What is no failure stays as it is."""
    if isinstance(error, SubkitError) or not is_failure(error):
        raise error
    kind = type(error).__name__
    if not was_sent(error):
        raise NotSent(f"the transport failed with {kind}, and nothing was sent") from error
    raise OutcomeUnknown(f"the transport failed with {kind}; the request may have been carried out") from error


def _ask(step: Ask) -> Any:
    try:
        answer = step.function()
    except Exception as error:
        raise _no_token(error) from error
    if inspect.isawaitable(answer):
        if inspect.iscoroutine(answer):
            answer.close()
        raise ConfigurationError("auth: an async function gives tokens to the async client only")
    return answer


async def _ask_async(step: Ask) -> Any:
    limit = asyncio.timeout(step.timeout)
    try:
        async with limit:
            answer = step.function()
            return await answer if inspect.isawaitable(answer) else answer
    except Exception as error:
        if limit.expired():
            raise DeadlineExceeded("the timeout ran out before there was a token; nothing was sent") from None
        raise _no_token(error) from error


def _no_token(error: Exception) -> AuthError:
    return AuthError(f"the function that gives the token failed with {type(error).__name__}")
