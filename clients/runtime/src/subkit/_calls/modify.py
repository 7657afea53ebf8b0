"""Read, change, write: an update that never overwrites somebody else's change (RFC 9110, 13.1.1).

The object is fetched, changed by the caller's function, and written on the condition that nobody else changed it in the
meantime. If somebody did, all of it is repeated with the current object. Where an API has no such condition, it is
written once, and the caller was told so.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

from .._errors import ConfigurationError, InvalidArgument, OutcomeUnknown, PreconditionFailed
from .._flow.retry import Retry
from .._flow.steps import Sleep
from .._models.edits import edited_fields, note_differences
from .._models.model import Model
from .._operations.conditional import PROTECTING, condition_headers
from .._operations.operation import basis_of, id_of
from .._values import evolve
from .sequence import Apply, Perform, run_sequence, run_sequence_async

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from .._flow.clock import Clock
    from .._operations.operation import Operation
    from .sequence import AsyncSender, Sender, Sequence

M = TypeVar("M", bound=Model)
Change = Callable[[M], "M | None"]
AsyncChange = Callable[[M], "M | Awaitable[M | None] | None"]
Write = Callable[[Any], "Operation[Any]"]
"""Makes the operation that writes an object."""

_PATIENCE: Final = Retry(base=0.02, cap=1.0)


def _modifying(fetch: Operation[M], write: Write, change: AsyncChange[M], attempts: int, clock: Clock) -> Sequence[Any]:
    attempt = 1
    while True:
        current: M = yield Perform(fetch)
        basis, before, own = basis_of(current), current.to_dict(), id_of(fetch.endpoint, current)
        changed: M = (yield Apply(partial(change, current))) or current
        if changed is not current:
            note_differences(changed, before)
        if not edited_fields(changed):
            return current
        operation = evolve(write(changed), basis=basis)
        _ensure_protected(operation, own)
        try:
            return (yield Perform(operation))
        except PreconditionFailed as error:
            if error.after_replay:
                raise _may_be_done(error) from error
            if attempt >= attempts:
                raise
        yield Sleep(_PATIENCE.wait(attempt, clock.random()))
        attempt += 1


def _ensure_protected(write: Operation[Any], own: str) -> None:
    """Refuse a write to an object other than the fetched one, or without the condition that the call could have."""
    if own not in (write.arguments.get(p.python) for p in write.endpoint.parameters if p.is_id):
        raise InvalidArgument(f"{write.id}: the change replaced the id, so another object would be overwritten")
    declared = write.endpoint.conditions
    if not PROTECTING.isdisjoint(declared) and not condition_headers(declared, write.conditions, write.basis):
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


def modify(client: Sender, fetch: Operation[M], write: Write, change: Change[M], attempts: int) -> Any:
    """Fetch, change and write; repeat after 412, with at most `attempts` attempts in all."""
    return run_sequence(client, _modifying(fetch, write, change, attempts, client.clock))


def modify_async(
    client: AsyncSender, fetch: Operation[M], write: Write, change: AsyncChange[M], attempts: int
) -> Coroutine[Any, Any, Any]:
    """As `modify`; the function may be async."""
    return run_sequence_async(client, _modifying(fetch, write, change, attempts, client.clock))
