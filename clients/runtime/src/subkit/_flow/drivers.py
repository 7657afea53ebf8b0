"""The two drivers: they run a flow and perform its steps, with and without `await`. Besides the transports, this is
the only place that waits."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar, cast

from .._errors import (
    AuthError,
    ConfigurationError,
    DeadlineExceeded,
    NotSent,
    OutcomeUnknown,
    SubkitError,
    TransportError,
)
from .._transport.failures import is_failure, was_sent
from .steps import CallUser, Send, Sleep, Step, WaitFor

if TYPE_CHECKING:
    from .._transport.messages import AsyncTransport, Reply, Transport
    from .clock import Clock

T = TypeVar("T")


def run(flow: Generator[Any, Any, T], step: Callable[[Any], Any]) -> T:
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


async def run_async(flow: Generator[Any, Any, T], step: Callable[[Any], Awaitable[Any]]) -> T:
    """As `run`, with an async function."""
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


def perform(step: Step, transport: Transport, clock: Clock) -> Any:
    """Perform a step. Requests go over the transport, and `clock` is what waits."""
    match step:
        case Send():
            return _send(step, transport)
        case Sleep():
            return clock.sleep(step.seconds)
        case CallUser():
            return _call_user(step)
        case WaitFor():
            with suppress(TimeoutError):
                return step.future.result(step.timeout)


async def perform_async(step: Step, transport: AsyncTransport, clock: Clock) -> Any:
    """As `perform`."""
    match step:
        case Send():
            return await _send_async(step, transport)
        case Sleep():
            return await clock.asleep(step.seconds)
        case CallUser():
            return await _call_user_async(step)
        case WaitFor():
            return await _wait_async(step)


async def _wait_async(step: WaitFor) -> Any:
    import asyncio  # noqa: PLC0415 - synchronous programs do not need it

    with suppress(TimeoutError):
        return await asyncio.wait_for(asyncio.wrap_future(step.future), step.timeout)


def _send(step: Send, transport: Transport) -> Reply:
    try:
        return transport.send(step.request, timeout=step.timeout)
    except Exception as error:
        if (translated := _translated(error)) is None:
            raise
        raise translated from error


async def _send_async(step: Send, transport: AsyncTransport) -> Reply:
    try:
        return await transport.send(step.request, timeout=step.timeout)
    except Exception as error:
        if (translated := _translated(error)) is None:
            raise
        raise translated from error


def _translated(error: Exception) -> TransportError | None:
    """The error for one that a transport should have translated itself, or None for others and programming errors."""
    if isinstance(error, SubkitError) or not is_failure(error):
        return None
    failed = f"the transport failed with {type(error).__name__}"
    if was_sent(error):
        return OutcomeUnknown(f"{failed}; the request may have been carried out")
    return NotSent(f"{failed}, so nothing was sent")


def _call_user(step: CallUser) -> Any:
    import inspect  # noqa: PLC0415 - only for functions of the user's

    try:
        result = step.function()
    except Exception as error:
        raise _no_token(error) from error
    if inspect.isawaitable(result):
        if inspect.iscoroutine(result):
            result.close()
        raise ConfigurationError("auth: an async function gives tokens to the async client only")
    return result


async def _call_user_async(step: CallUser) -> Any:
    import asyncio  # noqa: PLC0415 - as above
    import inspect  # noqa: PLC0415

    limit = asyncio.timeout(step.timeout)
    try:
        async with limit:
            result = step.function()
            return await result if inspect.isawaitable(result) else result
    except Exception as error:
        if limit.expired():
            raise DeadlineExceeded("the timeout ran out before there was a token; nothing was sent") from None
        raise _no_token(error) from error


def _no_token(error: Exception) -> AuthError:
    return AuthError(f"the function that gives the token failed with {type(error).__name__}")
