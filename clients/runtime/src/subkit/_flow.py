"""How a call proceeds without doing I/O: a generator that yields steps, and is told what came of them.

The synchronous and the asynchronous client each perform the same steps in a few lines; everything between the steps
is written once.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator
from concurrent.futures import Future
from typing import Any, TypeVar, cast

from attrs import field, frozen

from ._transport import Request

T = TypeVar("T")


@frozen
class Exchange:
    """Send a request; its `Reply` comes back."""

    request: Request
    timeout: float
    """Seconds left for it."""


@frozen
class Pause:
    """Wait."""

    seconds: float


@frozen
class Ask:
    """Call a function of the user's, which may be async on an async client; what it returns comes back."""

    function: Callable[[], Any] = field(repr=False)
    timeout: float
    """Seconds left for it. A function that is not async cannot be cut short."""


@frozen
class Await:
    """Wait for what another call, in whatever thread or task, is about to find out."""

    future: Future[Any] = field(repr=False)
    timeout: float
    """Most seconds to wait."""


Step = Exchange | Pause | Ask | Await
Flow = Generator[Step, Any, T]


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
