"""Several calls, one after the other, decided without I/O: a generator yields what is to be done and gets the results.

The two drivers perform the same steps on the two clients, with and without `await`.
"""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterable, Callable, Generator, Iterable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from .._flow.drivers import run, run_async
from .._flow.steps import Sleep
from .._secrets.tracebacks import scrub_tracebacks
from .._values import field, frozen

if TYPE_CHECKING:
    from .._flow.clock import Clock
    from .._operations.operation import Operation
    from .._responses.response import Response

T = TypeVar("T")
Sequence = Generator[Any, Any, T]


@frozen
class Perform:
    """Perform an operation; the result is its value."""

    operation: Operation[Any]


@frozen
class Apply:
    """Call a function of the user. On an async client it may be async."""

    function: Callable[[], Any] = field(repr=False)


@frozen
class Find:
    """List items; the result is those that a function of the user accepts."""

    listing: Operation[Any]
    accepts: Callable[[Any], Any] = field(repr=False)


class Sender(Protocol):
    """What a sequence needs of the synchronous client."""

    @property
    def clock(self) -> Clock: ...
    def send(self, operation: Operation[Any], /) -> Response[Any]: ...
    def pager(self, operation: Operation[Any], /) -> Iterable[Any]: ...


class AsyncSender(Protocol):
    """What a sequence needs of the asynchronous client."""

    @property
    def clock(self) -> Clock: ...
    async def send(self, operation: Operation[Any], /) -> Response[Any]: ...
    def pager(self, operation: Operation[Any], /) -> AsyncIterable[Any]: ...


def run_sequence(client: Sender, sequence: Sequence[T]) -> T:
    """Run a sequence on the synchronous client."""

    def step(one: Any) -> Any:
        match one:
            case Perform():
                return client.send(one.operation).parsed
            case Find():
                return [item for item in client.pager(one.listing) if one.accepts(item)]
            case Sleep():
                return client.clock.sleep(one.seconds)
            case _:
                return one.function()

    with scrub_tracebacks:
        return run(sequence, step)


async def run_sequence_async(client: AsyncSender, sequence: Sequence[T]) -> T:
    """Run a sequence on the asynchronous client."""

    async def step(one: Any) -> Any:
        match one:
            case Perform():
                return (await client.send(one.operation)).parsed
            case Find():
                return [item async for item in client.pager(one.listing) if one.accepts(item)]
            case Sleep():
                return await client.clock.asleep(one.seconds)
            case _:
                changed = one.function()
                return await changed if inspect.isawaitable(changed) else changed

    with scrub_tracebacks:
        return await run_async(sequence, step)
