"""Read, change, write: an update that loses no other writer's work (RFC 9110, 13.1.1).

The object is fetched, changed by the caller's function, and written on the condition that nobody changed it meanwhile.
If somebody did, all of it is done again, on what is there now.
"""

from __future__ import annotations

import asyncio
import inspect
import random
import time
from collections.abc import Awaitable, Callable, Generator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from attrs import evolve, frozen

from ._decode import Meta
from ._errors import ConfigurationError, PreconditionFailed
from ._flow import Pause, perform, perform_async
from ._model import Model, meta
from ._retry import Retry

if TYPE_CHECKING:
    from ._operation import Operation
    from ._response import Response

M = TypeVar("M", bound=Model)
Change = Callable[[M], "M | None"]
AsyncChange = Callable[[M], "M | Awaitable[M | None] | None"]
Fields = Callable[..., dict[str, Any]]
Write = Callable[[Fields, Any], "Operation[Any]"]
"""Makes the operation that writes an object; asks the first argument for the arguments of the call."""

_PATIENCE = Retry(base=0.02, cap=1.0)


_Flow = Generator[Any, Any, M]


@frozen
class _Send:
    operation: Operation[Any]


@frozen
class _Apply:
    function: Callable[[], Any]


def _modifying(fetch: Operation[M], write: Write, change: AsyncChange[M], attempts: int) -> _Flow[M]:
    attempt = 1
    while True:
        current: M = (yield _Send(fetch)).parsed
        basis = _validators(current, fetch)
        before = current.to_dict()
        changed: M = (yield _Apply(partial(change, current))) or current
        operation = write(partial(fields, before=before, after=changed.to_dict()), changed)
        try:
            written: Response[M] = yield _Send(evolve(operation, basis=basis))
            return written.parsed
        except PreconditionFailed:
            if attempt >= attempts:
                raise
        yield Pause(_PATIENCE.wait(attempt, random.random()))  # noqa: S311 - it spreads writers, nothing more
        attempt += 1


def _validators(current: Model, fetch: Operation[Any]) -> Meta:
    found = meta(current)
    if found is None or (found.etag is None and found.last_modified is None):
        raise ConfigurationError(
            f"{fetch.id}: the answer carries neither ETag nor Last-Modified, so the write cannot be protected: "
            "use the plain update, which would overwrite what others changed"
        )
    return found


def fields(
    names: Mapping[str, str], *, patch: bool, before: Mapping[str, Any], after: Mapping[str, Any]
) -> dict[str, Any]:
    """The arguments that write an object: all fields of a replacement, only the changed ones of a patch.

    `names` are the arguments by wire name.
    """
    if not patch:
        return {names[wire]: value for wire, value in after.items() if wire in names}
    changed = [wire for wire in names if before.get(wire) != after.get(wire) or (wire in before) != (wire in after)]
    return {names[wire]: after.get(wire) for wire in changed}


class _Sender(Protocol):
    def send(self, operation: Operation[Any], /) -> Response[Any]: ...


class _AsyncSender(Protocol):
    async def send(self, operation: Operation[Any], /) -> Response[Any]: ...


def modify(client: _Sender, fetch: Operation[M], write: Write, change: Change[M], attempts: int) -> M:
    """Fetch, change and write; again after 412, at most `attempts` times in all."""

    def step(one: Any) -> Any:
        if isinstance(one, _Send):
            return client.send(one.operation)
        return time.sleep(one.seconds) if isinstance(one, Pause) else one.function()

    return perform(_modifying(fetch, write, change, attempts), step)


async def modify_async(
    client: _AsyncSender, fetch: Operation[M], write: Write, change: AsyncChange[M], attempts: int
) -> M:
    """As `modify`; the function may be async."""

    async def step(one: Any) -> Any:
        if isinstance(one, _Send):
            return await client.send(one.operation)
        if isinstance(one, Pause):
            return await asyncio.sleep(one.seconds)
        changed = one.function()
        return await changed if inspect.isawaitable(changed) else changed

    return await perform_async(_modifying(fetch, write, change, attempts), step)
