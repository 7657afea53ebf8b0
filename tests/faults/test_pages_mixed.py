"""Lists gone through in any mixture of ways, by several tasks, and by tasks that are cancelled."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
import subkit
from hypothesis import given
from hypothesis import strategies as st
from subkit._transport.messages import Request
from support.iteration import WAYS, Caller, either, following, following_page, run
from support.lists import ONCE, of_style
from support.properties import examples
from support.scripted import MODES, Driven
from support.styles import HOLDER, STYLES, Style

pytestmark = pytest.mark.both_modes

modes = pytest.mark.parametrize("mode", MODES)
tasks = pytest.mark.parametrize("mode", ["async"])
styles = pytest.mark.parametrize("style", STYLES.values(), ids=lambda style: style.name)
ways = pytest.mark.parametrize("way", WAYS)
BREAKS_OFF = (subkit.SubkitError, KeyboardInterrupt)
STEPS = st.sampled_from(["item", "first", "take 1", "take 2", "take 5", "page", "resume", "fail", "break"])


@modes
@styles
@examples(30)
@given(sizes=st.lists(st.integers(0, 3), min_size=1, max_size=6), steps=st.lists(STEPS, max_size=12))
def test_any_way_through_any_list(mode: str, style: Style, sizes: list[int], steps: list[str]) -> None:
    """Whatever is mixed, items, pages, `first`, `take`, failures and new clients: what came is the list, once."""
    pages = style.laid_out(sizes)
    broken: list[Any] = []
    got = Caller()

    def serve(request: Request) -> Any:
        return broken.pop() if broken else style.serve(pages)(request)

    def resumed(**more: Any) -> Any:
        return style.pager(Driven(HOLDER, mode, serve, retry=ONCE), **more)

    async def step(pager: Any, what: str) -> Any:
        if what == "resume":
            return resumed(resume=pager.checkpoint())
        if what in ("fail", "break"):
            broken[:] = [subkit.OutcomeUnknown("cut") if what == "fail" else KeyboardInterrupt()]
        elif what == "page":
            page = await either(following_page(pager))
            got.keep(page.items if page else [])
        elif what.startswith("take"):
            got.keep(await either(pager.take(int(what[-1]))))
        elif (item := await either(pager.first())) is not None:
            got.keep([item])
        return pager

    async def scene() -> None:
        pager = resumed()
        for what in steps:
            try:
                pager = await step(pager, what)
            except BREAKS_OFF as error:
                pager = resumed(resume=getattr(error, "checkpoint", pager.checkpoint()))
        broken.clear()
        got.keep(await either(pager.take(99)))

    run(scene)
    assert got.got == [name for page in pages for name in page]


@tasks
@styles
def test_two_at_one_pager(mode: str, style: Style) -> None:
    """Two tasks that take from one pager at once share the list; the page that both waited for counts once."""
    listing = of_style(style, mode)
    got: list[str] = []

    async def scene() -> None:
        pager, callers = listing.pager(), [Caller(), Caller()]
        await asyncio.gather(*(caller.walk_async(pager, "items") for caller in callers))
        got.extend(name for caller in callers for name in caller.got)

    asyncio.run(scene())
    assert sorted(got) == sorted(listing.names)


@tasks
@styles
@ways
def test_a_task_is_cancelled_while_it_waits(mode: str, style: Style, way: str) -> None:
    """A task that is really cancelled while a page is on its way leaves the pager where it was."""
    listing = of_style(style, mode)

    async def scene(number: int) -> None:
        asked, waits = [0], asyncio.Event()
        pager = listing.pager()
        send = pager._client.send

        async def slow(operation: Any) -> Any:
            asked[0] += 1
            if asked[0] == number:
                waits.set()
                await asyncio.sleep(60)
            return await send(operation)

        pager._client.send = slow
        caller = Caller()
        task = asyncio.create_task(caller.walk_async(pager, way))
        waiting = asyncio.create_task(waits.wait())
        await asyncio.wait([task, waiting], return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if not task.done():
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert caller.got == listing.names[: len(caller.got)]
            await caller.walk_async(listing.pager(resume=pager.checkpoint()), way)
        assert caller.got == listing.names

    for number in range(1, 7):
        asyncio.run(scene(number))


@modes
@styles
def test_a_checkpoint_is_a_small_text(mode: str, style: Style) -> None:
    """A checkpoint is JSON of a few hundred characters at any place, and says the same when it is taken up."""
    listing = of_style(style, mode)

    async def scene() -> None:
        pager = listing.pager()
        for _ in listing.names:
            await either(following(pager))
            mark = pager.checkpoint()
            assert len(mark) < 300
            assert json.loads(mark)["operation"].startswith("list_")
            assert listing.pager(resume=mark).checkpoint() == mark

    run(scene)
