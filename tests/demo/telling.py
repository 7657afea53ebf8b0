"""Goes through the steps of an API with a client and a fake."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Iterable, Iterator
from typing import Any

import subkit
from attrs import frozen
from subkit import SubkitError
from subkit.mock import Fake

from ..support.typed_calls import Json
from .stories import Known, Step


@frozen
class Told:
    """How one step went."""

    step: Step
    requests: tuple[str, ...]
    """The requests that it took, as method, path and status."""
    complaint: str | None
    """What was not as expected; nothing, if all is well."""


def tell(api: Json, steps: Iterable[Step]) -> Iterator[tuple[Told, Told]]:
    """Each step with both clients, each with a fake of its own."""
    sync, other = (Fake(subkit.InstalledApi(api["slug"], api["package"], "")) for _ in range(2))
    known: Known = {}
    known_async: Known = {}
    with asyncio.Runner() as runner, sync.client() as client:
        asynchronous = other.async_client()
        for step in steps:
            first = _told(step, sync, known, lambda call: call(client.subscriptions))
            second = _told(
                step, other, known_async, lambda call: runner.run(_finished(call(asynchronous.subscriptions)))
            )
            yield first, second
        runner.run(asynchronous.aclose())


async def _finished(value: Awaitable[Any] | Any) -> Any:
    return await value if inspect.isawaitable(value) else value


def _told(step: Step, fake: Fake, known: Known, perform: Callable[[Callable[[Any], Any]], Any]) -> Told:
    step.prepare(fake)
    before = len(fake.calls)
    complaint = None
    try:
        result = perform(lambda calls: step.call(calls, known))
    except SubkitError as error:
        if step.raises is None or not isinstance(error, step.raises):
            complaint = f"{type(error).__name__}: {error}"
    else:
        complaint = f"no {step.raises.__name__}" if step.raises else None
        if complaint is None and not step.right(result, known, fake):
            complaint = "another result than expected"
        known[step.name] = result
    made = tuple(f"{one.method} {one.path} {one.status}" for one in list(fake.calls)[before:])
    return Told(step, made, complaint)
