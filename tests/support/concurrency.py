"""Many callers at once: threads with a sync client, tasks with an async one, and both together."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from subkit._flow.steps import Step, WaitFor

from .scripted import UUID_1, Driven

PATIENCE = 10.0
"""Seconds after which a test gives up."""
Outcome = Future[Any]


class Crowd:
    """Callers of clients, each on its own: a thread for each call of a sync client, a loop in a thread of its own for
    the tasks of each async one. `outcome` futures hold what came of the calls."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(64)
        self._loops: dict[int, asyncio.AbstractEventLoop] = {}
        self._keepers: list[threading.Thread] = []

    def get(self, driven: Driven) -> Outcome:
        """Begin one call."""
        return self.call(driven, lambda client: client.subscriptions.get(UUID_1))

    def call(self, driven: Driven, call: Callable[[Any], Any]) -> Outcome:
        """Begin any call."""
        if driven.mode == "sync":
            return self._threads.submit(call, driven.client)
        return asyncio.run_coroutine_threadsafe(_awaited(call, driven.client), self.loop(driven))

    def loop(self, driven: Driven) -> asyncio.AbstractEventLoop:
        """The loop of an async client."""
        if id(driven) not in self._loops:
            loop = self._loops[id(driven)] = asyncio.new_event_loop()
            keeper = threading.Thread(target=loop.run_forever, daemon=True)
            keeper.start()
            self._keepers.append(keeper)
        return self._loops[id(driven)]

    def close(self) -> None:
        self._threads.shutdown()
        for loop in self._loops.values():
            asyncio.run_coroutine_threadsafe(loop.shutdown_default_executor(), loop).result(PATIENCE)
            loop.call_soon_threadsafe(loop.stop)
        for keeper in self._keepers:
            keeper.join(PATIENCE)
        for loop in self._loops.values():
            loop.close()


@contextmanager
def crowd() -> Iterator[Crowd]:
    """Callers for the length of a `with` block."""
    found = Crowd()
    try:
        yield found
    finally:
        found.close()


async def _awaited(call: Callable[[Any], Awaitable[Any]], client: Any) -> Any:
    return await call(client)


def followers(*clients: Driven) -> threading.Semaphore:
    """Released each time when a call of one of the clients begins to wait for what another one does."""
    found = threading.Semaphore(0)
    for driven in clients:
        driven.client._step = _counting(driven.client._step, found)
    return found


def _counting(take: Callable[[Step], Any], found: threading.Semaphore) -> Callable[[Step], Any]:
    def counted(step: Step) -> Any:
        if isinstance(step, WaitFor):
            found.release()
        return take(step)

    return counted


def wait_for(semaphore: threading.Semaphore, count: int = 1) -> None:
    """Until it was released so often."""
    for _ in range(count):
        assert semaphore.acquire(timeout=PATIENCE)


class CancelledAt:
    """Awaits something, and has its own task cancelled at one of the awaits inside."""

    def __init__(self, awaited: Awaitable[Any], at: int) -> None:
        self._awaited = awaited
        self._at = at
        self.awaits = 0

    def __await__(self) -> Generator[Any, Any, Any]:
        steps = self._awaited.__await__()
        while True:
            try:
                waiting = next(steps)
            except StopIteration as stop:
                return stop.value
            self.awaits += 1
            task = asyncio.current_task()
            if self.awaits == self._at and task is not None:
                task.cancel()
            try:
                yield waiting
            except BaseException as error:
                steps.throw(error)
                raise
