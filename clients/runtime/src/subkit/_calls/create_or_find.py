"""Create exactly once, where the API takes no idempotency key: after a lost response, look whether it was carried out.

A create is never retried blindly, because there might be two then. So if its outcome is unknown, the list is searched.
What is found is the result. Only if nothing is found, also a moment later, is the create sent again.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from .._errors import (
    Conflict,
    DeadlineExceeded,
    DecodeError,
    DriftError,
    InvalidArgument,
    OutcomeUnknown,
    RequestTimeout,
    ServerError,
    SubkitError,
)
from .._flow.retry import Retry
from .._flow.steps import Sleep
from .._values import frozen
from .sequence import Find, Perform, run_sequence, run_sequence_async

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from .._flow.clock import Clock
    from .._operations.operation import Operation
    from .sequence import AsyncSender, Sender, Sequence

_PATIENCE: Final = Retry(base=2.0, cap=8.0)


@frozen
class Recovery:
    """How a lost object is found."""

    find: Callable[[Any], Any]
    """Whether an item is the created object."""
    listing: Operation[Any]
    fetch: Callable[[Any], Operation[Any]] | None
    """Makes the operation that fetches the whole object; None if the item of the list is that."""


def _creating(create: Operation[Any], recovery: Recovery, attempts: int, clock: Clock) -> Sequence[Any]:
    _check(recovery.find)
    attempt = 1
    while True:
        try:
            return (yield Perform(create))
        except SubkitError as error:
            if not _may_be_done(error, attempt):
                raise
            failure = error
        found = yield from _looking(recovery, failure, _PATIENCE.wait(attempt, clock.random()))
        if found:
            return (yield Perform(recovery.fetch(found[0]))) if recovery.fetch else found[0]
        if attempt >= attempts or isinstance(failure, (Conflict, DecodeError)):
            failure.hint = "it was not found in the list afterwards"
            raise failure
        failure.__traceback__ = None  # a test double may raise it again, and this frame must not be cleared with it
        attempt += 1


def _looking(recovery: Recovery, failure: SubkitError, wait: float) -> Sequence[list[Any]]:
    """The created object, if it is there now or a moment later: the server may still be at it."""
    for pause in (0.0, wait):
        if pause:
            yield Sleep(pause)
        try:
            found: list[Any] = yield Find(recovery.listing, recovery.find)
        except SubkitError as error:
            failure.hint = f"looking for it failed with {type(error).__name__}"
            raise failure from error
        if len(found) > 1:
            failure.hint = f"find accepts {len(found)} objects, so it is not known which of them was created"
            raise failure
        if found:
            return found
    return []


def _may_be_done(error: SubkitError, attempt: int) -> bool:
    """Whether the object may exist after this error. After an earlier attempt, a conflict may be with its work."""
    if isinstance(error, DeadlineExceeded):
        return error.sent
    if isinstance(error, Conflict):
        return attempt > 1
    if isinstance(error, DriftError):  # of strict mode: the object would raise it again
        return False
    return isinstance(error, (OutcomeUnknown, RequestTimeout, ServerError, DecodeError))


def _check(find: object) -> None:
    if not callable(find) or inspect.iscoroutinefunction(find):
        raise InvalidArgument("find: must be a function, not async, that says whether an item is the created object")


def create_or_find(client: Sender, create: Operation[Any], recovery: Recovery, attempts: int) -> Any:
    """Create an object, or find it if an earlier attempt was carried out."""
    return run_sequence(client, _creating(create, recovery, attempts, client.clock))


def create_or_find_async(
    client: AsyncSender, create: Operation[Any], recovery: Recovery, attempts: int
) -> Coroutine[Any, Any, Any]:
    """As `create_or_find`."""
    return run_sequence_async(client, _creating(create, recovery, attempts, client.clock))
