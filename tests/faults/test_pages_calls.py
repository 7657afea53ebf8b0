"""Each page is a call of its own: retries, the whole timeout and the client's options hold on every one."""

from __future__ import annotations

import asyncio
import gc
import warnings
from typing import Any

import pytest
import subkit
from subkit._transport.messages import Reply, Request
from support.iteration import either, following_page, run
from support.paged import ARGUMENTS, ARRAYS, ENS, FIVE, NAMES, SERVERS, WSO2, names_of, pager_of, query
from support.scripted import MODES, Clock, Driven, collect, package_of, reply, settle

modes = pytest.mark.parametrize("mode", MODES)
paged = pytest.mark.parametrize("slug", [ENS, WSO2])
fives = pytest.mark.parametrize("slug", FIVE)


def failing_first(slug: str, times: int, failure: Any) -> Any:
    """A server that fails so often before it gives each page."""
    failed: dict[str, int] = {}

    def serve(request: Request) -> Any:
        failed[request.url] = failed.get(request.url, 0) + 1
        return failure if failed[request.url] <= times else SERVERS[slug](request)

    return serve


@modes
@fives
@pytest.mark.parametrize("failure", [reply(503), reply(429), subkit.OutcomeUnknown("cut"), subkit.NotSent("refused")])
def test_each_page_is_repeated(mode: str, slug: str, failure: Any) -> None:
    """A page that fails three times and then comes is one page of the list, and so is the next one: what a page used
    up of its attempts does not count for another. One failure more ends the list with a checkpoint."""
    driven = Driven(slug, mode, failing_first(slug, 3, failure), retry=subkit.Retry(attempts=4, base=0))
    assert names_of(collect(pager_of(driven))) == NAMES
    assert len(driven.requests) == (4 if slug in ARRAYS else 12)
    strict = Driven(slug, mode, failing_first(slug, 4, failure), retry=subkit.Retry(attempts=4, base=0))
    with pytest.raises(subkit.SubkitError) as caught:
        collect(pager_of(strict))
    assert names_of(collect(pager_of(Driven(slug, mode, SERVERS[slug]), resume=caught.value.checkpoint))) == NAMES


@modes
@paged
def test_each_page_has_the_whole_timeout(mode: str, slug: str) -> None:
    """A list may take longer than the timeout, as long as no page does; nor does the caller's own time count."""

    clock = Clock()

    def serve(request: Request) -> Reply:
        clock.passed += 0.75 * 30
        return SERVERS[slug](request)

    driven = clock.drive(Driven(slug, mode, serve, timeout=30.0))
    pager = pager_of(driven)
    assert names_of(settle(pager.take(3))) == NAMES[:3]
    clock.passed += 3600
    assert names_of(settle(pager.take(9))) == NAMES[3:]
    assert driven.transport.timeouts == [30.0] * 3


@modes
@paged
def test_a_page_that_is_too_late(mode: str, slug: str) -> None:
    """A page whose retries outlast the timeout ends the list in an error with a checkpoint, and the pager goes on."""
    late: list[Any] = [reply(503, Retry_After="60")]

    def serve(request: Request) -> Any:
        is_first = not (query(request).keys() & {"pageToken", "offset"})
        return SERVERS[slug](request) if is_first or not late else late.pop()

    pager = pager_of(Driven(slug, mode, serve, timeout=5.0))
    assert names_of(settle(pager.take(2))) == NAMES[:2]
    with pytest.raises(subkit.ServerError) as caught:
        settle(pager.take(1))
    assert caught.value.retry_at is not None
    assert caught.value.checkpoint == pager.checkpoint()
    assert names_of(collect(pager)) == NAMES[2:]


@modes
@paged
def test_options_hold_on_every_page(mode: str, slug: str) -> None:
    """What `with_options` says holds for every page of a pager of that client; pagers of the first one do not change."""
    driven = Driven(slug, mode, failing_first(slug, 1, reply(500)), timeout=9.0, retry=subkit.Retry(attempts=1))
    quick = driven.client.with_options(timeout=1.0, retry=subkit.Retry(attempts=2, base=0))
    before = pager_of(driven)
    assert names_of(collect(quick.subscriptions.list(**ARGUMENTS[slug]))) == NAMES
    assert [timeout <= 1.0 for timeout in driven.transport.timeouts] == [True] * 6
    driven.transport._answer = failing_first(slug, 1, reply(500))
    with pytest.raises(subkit.ServerError):
        collect(before)
    assert driven.transport.timeouts[-1] > 1.0


@modes
@paged
def test_strict_decoding_holds_on_every_page(mode: str, slug: str) -> None:
    """Drift on the second page is an error there, after the items of the first; tolerant pagers go on."""

    def serve(request: Request) -> Reply:
        answer = SERVERS[slug](request)
        is_second = query(request).keys() & {"pageToken", "offset"}
        return Reply(200, answer.headers, answer.body.replace(b'"d"', b"[5]")) if is_second else answer

    driven = Driven(slug, mode, serve)
    pager = driven.client.with_options(decode="strict").subscriptions.list(**ARGUMENTS[slug])
    assert names_of(settle(pager.take(2))) == NAMES[:2]
    with pytest.raises(subkit.DriftError) as caught:
        settle(pager.take(1))
    assert caught.value.checkpoint == pager.checkpoint()
    resumed = pager_of(Driven(slug, mode, serve), resume=caught.value.checkpoint)
    assert len(collect(resumed)) == 3


@modes
def test_a_condition_is_for_one_page(mode: str) -> None:
    """A pager over an operation with a condition is refused: 304 would pass for an empty list."""
    operations = package_of(WSO2).operations
    driven = Driven(WSO2, mode, SERVERS[WSO2])
    with pytest.raises(subkit.InvalidArgument, match="condition"):
        driven.client.pager(operations.list_subscriptions(api_id="a", if_none_match='"x"'))
    assert names_of(collect(driven.client.pager(operations.list_subscriptions(api_id="a")))) == NAMES
    with pytest.raises(subkit.InvalidArgument, match="not a list"):
        driven.client.pager(operations.get_subscription("s1"))


@pytest.mark.fault(77)
@modes
@fives
def test_a_list_that_is_abandoned(mode: str, slug: str) -> None:
    """A pager or its pages may be left half way: nothing is pending, nothing warns, and the client goes on."""
    driven = Driven(slug, mode, SERVERS[slug])

    async def scene() -> None:
        pager = pager_of(driven)
        await either(pager.first())
        page = await either(following_page(pager))
        assert names_of(page.items)[0] == "b"
        if mode == "async":
            async for _ in pager_of(driven).pages():
                break
        for _ in range(3):  # what was left is closed by the loop in its own time
            await asyncio.sleep(0)
        assert asyncio.all_tasks() == {asyncio.current_task()}

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        run(scene)
        gc.collect()
    assert names_of(collect(pager_of(driven))) == NAMES
