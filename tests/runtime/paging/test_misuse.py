"""Pagers that are used the wrong way say what to write."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

import pytest
from support.scripted import MODES, Driven, reply, settle

PAGE = {"items": [{"id": "1"}, {"id": "2"}], "nextPageToken": "t"}


def pager(mode: str) -> Any:
    return Driven("illumina-ens", mode, lambda _: reply(200, PAGE)).client.subscriptions.list()


@pytest.mark.parametrize("mode", MODES)
def test_its_repr(mode: str) -> None:
    """It names the list, how many items were handed out, and what to do with it; it fetches nothing."""
    name, usage = (
        ("AsyncPager", "async for, or await .take(n)") if mode == "async" else ("Pager", "iterate it, or .take(n)")
    )
    one = pager(mode)
    assert repr(one) == f"<{name} list_subscriptions, 0 handed out: {usage}>"
    settle(one.take(1))
    assert repr(one) == f"<{name} list_subscriptions, 1 handed out: {usage}>"
    settle(one.take(1))
    page = settle(anext(one.pages())) if mode == "async" else next(one.pages())
    assert repr(one) == f"<{name} list_subscriptions, {2 + len(page.items)} handed out: {usage}>"


@pytest.mark.parametrize("use", [list, iter, tuple, dict.fromkeys])
def test_a_for_over_an_asynchronous_pager(use: Any) -> None:
    """A TypeError that says `async for`."""
    with pytest.raises(TypeError, match="async for"):
        use(pager("async"))


def test_an_awaited_pager() -> None:
    """It is the pager itself, so that what awaits whatever can be awaited goes on working."""

    async def use() -> None:
        one = pager("async")
        assert inspect.isawaitable(one)
        assert await one is one
        assert [item.id for item in await one.take(2)] == ["1", "2"]

    asyncio.run(use())
