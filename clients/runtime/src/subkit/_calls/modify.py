"""Read, change, write: an update that never overwrites somebody else's change (RFC 9110, 13.1.1).

The object is fetched, changed by the caller's function, and written on the condition that nobody else changed it in the
meantime. If somebody did, all of it is repeated with the current object.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Generator
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from .._errors import ConfigurationError, InvalidArgument, OutcomeUnknown, PreconditionFailed
from .._flow.drivers import run, run_async
from .._flow.retry import Retry
from .._flow.steps import Sleep
from .._models.edits import edited_fields, note_differences
from .._models.model import Model
from .._operations.conditional import condition_headers
from .._operations.operation import basis_of, id_of
from .._secrets.tracebacks import scrub_tracebacks
from .._values import evolve, frozen

if TYPE_CHECKING:
    from .._flow.clock import Clock
    from .._operations.operation import Operation
    from .._responses.response import Response

M = TypeVar("M", bound=Model)
Change = Callable[[M], "M | None"]
AsyncChange = Callable[[M], "M | Awaitable[M | None] | None"]
Write = Callable[[Any], "Operation[Any]"]
"""Makes the operation that writes an object."""

_PATIENCE = Retry(base=0.02, cap=1.0)


_Flow = Generator[Any, Any, M]


@frozen
class _Send:
    operation: Operation[Any]


@frozen
class _Apply:
    function: Callable[[], Any]


def _modifying(fetch: Operation[M], write: Write, change: AsyncChange[M], attempts: int, clock: Clock) -> _Flow[M]:
    attempt = 1
    while True:
        current: M = (yield _Send(fetch)).parsed
        basis, before, own = basis_of(current), current.to_dict(), id_of(fetch.endpoint, current)
        changed: M = (yield _Apply(partial(change, current))) or current
        if changed is not current:
            note_differences(changed, before)
        if not edited_fields(changed):
            return current
        operation = evolve(write(changed), basis=basis)
        _ensure_protected(operation, own)
        try:
            written: Response[M] = yield _Send(operation)
            return written.parsed
        except PreconditionFailed as error:
            if error.after_replay:
                raise _may_be_done(error) from error
            if attempt >= attempts:
                raise
        yield Sleep(_PATIENCE.wait(attempt, clock.random()))
        attempt += 1


def _ensure_protected(write: Operation[Any], own: str) -> None:
    """Refuse a write that would be sent without a condition, or to an object other than the fetched one."""
    if own not in (write.arguments.get(p.python) for p in write.endpoint.parameters if p.is_id):
        raise InvalidArgument(f"{write.id}: the change replaced the id, so another object would be overwritten")
    if not condition_headers(write.endpoint.conditions, write.conditions, write.basis):
        raise ConfigurationError(
            f"{write.id}: the object was returned without an ETag or Last-Modified that this call accepts, so the "
            "write cannot be protected: use the plain update, which may overwrite other changes"
        )


def _may_be_done(error: PreconditionFailed) -> OutcomeUnknown:
    return OutcomeUnknown(
        f"{error.operation}: it was sent {error.attempts} times, and the last response was 412: the object was "
        "changed, perhaps by this write itself; fetch it and check before changing it again",
        operation=error.operation,
    )


class _Sender(Protocol):
    @property
    def clock(self) -> Clock: ...
    def send(self, operation: Operation[Any], /) -> Response[Any]: ...


class _AsyncSender(Protocol):
    @property
    def clock(self) -> Clock: ...
    async def send(self, operation: Operation[Any], /) -> Response[Any]: ...


def modify(client: _Sender, fetch: Operation[M], write: Write, change: Change[M], attempts: int) -> M:
    """Fetch, change and write; repeat after 412, with at most `attempts` attempts in all."""

    def step(one: Any) -> Any:
        if isinstance(one, _Send):
            return client.send(one.operation)
        return client.clock.sleep(one.seconds) if isinstance(one, Sleep) else one.function()

    with scrub_tracebacks:
        return run(_modifying(fetch, write, change, attempts, client.clock), step)


async def modify_async(
    client: _AsyncSender, fetch: Operation[M], write: Write, change: AsyncChange[M], attempts: int
) -> M:
    """As `modify`; the function may be async."""

    async def step(one: Any) -> Any:
        if isinstance(one, _Send):
            return await client.send(one.operation)
        if isinstance(one, Sleep):
            return await client.clock.asleep(one.seconds)
        changed = one.function()
        return await changed if inspect.isawaitable(changed) else changed

    with scrub_tracebacks:
        return await run_async(_modifying(fetch, write, change, attempts, client.clock), step)
