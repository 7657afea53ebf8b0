"""Which event loop the connections of an asynchronous transport belong to."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, TypeVar

from .._errors import ConfigurationError
from .pools import Pool, Pooled

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

C = TypeVar("C", bound=Pooled)


class Home(Generic[C]):
    """A pool in its event loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop, size: int) -> None:
        self.pool: Pool[C] = Pool(size)
        self._loop = loop
        self._end = _closed_at_the_end(self.pool)

    async def settle(self) -> None:
        """Have the loop close the pool when it ends, as it ends all asynchronous generators."""
        await anext(self._end)

    def is_in(self, loop: asyncio.AbstractEventLoop) -> bool:
        """Whether the pool serves in a loop. Raises `ConfigurationError` while it serves in another one."""
        if self._loop is loop:
            return not self.pool.closed
        if self._loop.is_running():
            raise ConfigurationError("the client is in use in another event loop; make one for each of them")
        return False

    def leave(self) -> None:
        """Close the pool from another loop."""
        with suppress(RuntimeError):  # the loop is closed
            self._loop.call_soon_threadsafe(self.pool.close)

    async def close(self) -> None:
        """Close the pool."""
        if self._loop is asyncio.get_running_loop():
            await self._end.aclose()
            await asyncio.sleep(0)  # asyncio closes the sockets in its next round
        else:
            self.leave()


async def _closed_at_the_end(pool: Pool[C]) -> AsyncGenerator[None]:
    try:
        yield
    finally:
        pool.close()


def running_loop() -> asyncio.AbstractEventLoop:
    """The event loop of asyncio that runs here. Raises `ConfigurationError` if it is another library's."""
    with suppress(RuntimeError):
        loop = asyncio.get_running_loop()
        if asyncio.current_task() is not None:
            return loop
    raise ConfigurationError("the asynchronous client needs an event loop of asyncio; nothing was sent")
