"""Ways of going through a list, each of which may break off at any item, in either mode."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Coroutine
from typing import Any

from support.paged import name_of
from support.scripted import settle

WAYS = ("items", "pages", "first", "take 1", "take 2", "take 9")


class Broke(Exception):
    """Raised by the caller's own loop."""


class Caller:
    """Code of a user that goes through a pager, keeps what it gets, and raises when it has got so many items."""

    def __init__(self, breaks_at: int | None = None) -> None:
        self.got: list[str] = []
        self._breaks_at = breaks_at

    def keep(self, items: Any) -> None:
        """Take items from the pager."""
        before = len(self.got)
        self.got += [name_of(item) for item in items]
        if self._breaks_at is not None and before < self._breaks_at <= len(self.got):
            raise Broke

    def walk(self, pager: Any, way: str) -> None:
        """Go through all that is left."""
        if hasattr(pager, "__next__"):
            self._walk(pager, way)
        else:
            asyncio.run(self.walk_async(pager, way))

    def _walk(self, pager: Any, way: str) -> None:
        if way == "items":
            for item in pager:
                self.keep([item])
        elif way == "pages":
            for page in pager.pages():
                self.keep(page.items)
        else:
            while got := _asked(pager, way):
                self.keep(got)

    async def walk_async(self, pager: Any, way: str) -> None:
        """As `walk`, for an async pager."""
        if way == "items":
            async for item in pager:
                self.keep([item])
        elif way == "pages":
            async for page in pager.pages():
                self.keep(page.items)
        else:
            while got := await _asked_async(pager, way):
                self.keep(got)


def _asked(pager: Any, way: str) -> list[Any]:
    if way != "first":
        found: list[Any] = pager.take(int(way[-1]))
        return found
    item = pager.first()
    return [] if item is None else [item]


async def _asked_async(pager: Any, way: str) -> list[Any]:
    if way != "first":
        found: list[Any] = await pager.take(int(way[-1]))
        return found
    item = await pager.first()
    return [] if item is None else [item]


async def either(value: Any) -> Any:
    """A value of the sync client as it is, one of the async client awaited."""
    return await value if inspect.isawaitable(value) else value


def following(pager: Any) -> Any:
    """The next item; to be awaited on an async pager."""
    return next(pager) if hasattr(pager, "__next__") else anext(pager)


def following_page(pager: Any) -> Any:
    """The next page; to be awaited on an async pager."""
    pages = pager.pages()
    return next(pages, None) if hasattr(pages, "__next__") else anext(pages, None)


def run(scene: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Play a scene that awaits whatever has to be awaited."""
    settle(scene())
