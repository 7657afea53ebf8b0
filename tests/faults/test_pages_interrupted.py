"""A list that breaks off anywhere goes on from its checkpoint, in another client: nothing lost, nothing twice.

Every convention of paging, every way of going through a list, every place; and all five APIs.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
import subkit
from subkit._paging.styles import _STYLES
from support.iteration import WAYS, Broke, Caller
from support.lists import Listing, of_api, of_style
from support.paged import FIVE
from support.scripted import MODES, reply
from support.styles import STYLES, Style

modes = pytest.mark.parametrize("mode", MODES)
styles = pytest.mark.parametrize("style", STYLES.values(), ids=lambda style: style.name)
ways = pytest.mark.parametrize("way", WAYS)
fives = pytest.mark.parametrize("slug", FIVE)
BREAKS: dict[str, Callable[[], Any]] = {
    "lost answer": lambda: subkit.OutcomeUnknown("cut"),
    "never sent": lambda: subkit.NotSent("refused"),
    "deadline": lambda: subkit.DeadlineExceeded("too late"),
    "server error": lambda: reply(500),
    "expired token": lambda: reply(400, {"message": "the token has expired"}),
    "login page": lambda: reply(200, b"<html>Log in</html>", content_type="text/html"),
    "Ctrl-C": KeyboardInterrupt,
    "cancelled": asyncio.CancelledError,
}
BREAKS_OFF = (subkit.SubkitError, KeyboardInterrupt, asyncio.CancelledError)


def check_caller(listing: Listing, way: str) -> None:
    """Break off in the caller's loop after each item; go on with the same pager, and in a new client."""
    for count in range(1, len(listing.names) + 1):
        for again in (False, True):
            caller, pager = Caller(count), listing.pager()
            with pytest.raises(Broke):
                caller.walk(pager, way)
            assert caller.got == listing.names[: len(caller.got)]
            mark = pager.checkpoint()
            caller.walk(pager if again else listing.pager(resume=mark), way)
            assert caller.got == listing.names


@modes
@styles
@ways
def test_the_caller_breaks_off(mode: str, style: Style, way: str) -> None:
    """An exception in the caller's own loop, after any item: the checkpoint goes on behind what the caller got."""
    check_caller(of_style(style, mode), way)


@modes
@fives
@ways
def test_the_caller_breaks_off_in_any_api(mode: str, slug: str, way: str) -> None:
    """The same through the generated method of each of the five APIs."""
    check_caller(of_api(slug, mode), way)


def check_request(listing: Listing, way: str, kind: str) -> None:
    """Break off in each request; go on with the same pager, or from its checkpoint or that of the error."""
    number, whole = 0, False
    while not whole:
        number += 1
        for again in (False, True):
            caller, pager = Caller(), listing.failing(number, BREAKS[kind]())
            error = broken_off(caller, pager, way)
            assert caller.got == listing.names[: len(caller.got)]
            whole = error is None
            if error is not None:
                mark = getattr(error, "checkpoint", pager.checkpoint())
                assert mark == pager.checkpoint()
                caller.walk(pager if again else listing.pager(resume=mark), way)
            assert caller.got == listing.names
    assert number > 1


def broken_off(caller: Caller, pager: Any, way: str) -> BaseException | None:
    """What breaks off the way through a list, if anything does."""
    try:
        caller.walk(pager, way)
    except BREAKS_OFF as error:
        return error
    return None


@modes
@styles
@pytest.mark.parametrize("kind", BREAKS)
def test_a_request_breaks_off(mode: str, style: Style, kind: str) -> None:
    """A request that fails or is broken off, whichever it is: a call that fails hands out nothing, so that nothing of
    it can be lost, and both the error and the pager say where to go on."""
    listing = of_style(style, mode)
    for way in WAYS if kind in ("lost answer", "Ctrl-C") else ("items", "take 2"):
        check_request(listing, way, kind)


@modes
@fives
@ways
@pytest.mark.parametrize("kind", ["lost answer", "Ctrl-C"])
def test_a_request_breaks_off_in_any_api(mode: str, slug: str, way: str, kind: str) -> None:
    """The same through the generated method of each of the five APIs."""
    check_request(of_api(slug, mode), way, kind)


@modes
def test_every_convention_is_tried(mode: str) -> None:
    """The list of conventions in these tests is the whole list."""
    assert {style.paging.style for style in STYLES.values()} == set(_STYLES)
