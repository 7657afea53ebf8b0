"""Lists to go through, each with what makes a pager over it in a new client."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from attrs import frozen
from subkit import PaginationError, Retry
from subkit._transport.messages import Reply, Request
from support.paged import NAMES, SERVERS, Serve, names_of, pager_of
from support.scripted import Driven, collect, reply, settle
from support.styles import HOLDER, STYLES, Style

ONCE = Retry(attempts=1)
SIZES = (2, 0, 1, 3)
"""Of the pages of a list."""


@frozen
class Listing:
    """One list in one mode."""

    names: list[str]
    serve: Serve
    _pager: Callable[..., Any]
    _slug: str
    _mode: str

    def pager(self, serve: Serve | None = None, **arguments: Any) -> Any:
        """A pager over it in a new client, which repeats nothing; of another server, if one is given."""
        return self._pager(Driven(self._slug, self._mode, serve or self.serve, retry=ONCE), **arguments)

    def failing(self, number: int, failure: Any) -> Any:
        """A pager whose request of this number, counted from 1, fails."""
        asked: list[Request] = []

        def answer(request: Request) -> Any:
            asked.append(request)
            return failure if len(asked) == number else self.serve(request)

        return self.pager(answer)


def of_style(style: Style, mode: str) -> Listing:
    """A list that is paged by this convention."""
    pages = style.laid_out(SIZES)
    return Listing([name for page in pages for name in page], style.serve(pages), style.pager, HOLDER, mode)


def of_api(slug: str, mode: str) -> Listing:
    """The list of one of the five APIs."""
    return Listing(NAMES, SERVERS[slug], pager_of, slug, mode)


MISSING = object()


def listed(*names: str, **more: Any) -> Reply:
    """A page of items that are called so."""
    fields = {name: value for name, value in more.items() if value is not MISSING}
    return reply(200, {"items": [{"id": name} for name in names], **fields})


def all_of(style: str, mode: str, serve: Any, **resume: Any) -> list[str]:
    """All names of a list in this style."""
    return names_of(collect(STYLES[style].pager(Driven(HOLDER, mode, serve), **resume)))


def caught(style: str, mode: str, serve: Any) -> tuple[list[str], PaginationError]:
    """What was handed out before a list ended in an error, and the error."""
    driven, got = Driven(HOLDER, mode, serve), list[str]()
    pager = STYLES[style].pager(driven)
    while True:
        try:
            taken = settle(pager.take(1))
        except PaginationError as error:
            assert error.checkpoint == pager.checkpoint()  # noqa: PT017 - it is told how the list went up to here
            return got, error
        assert taken, "the list came to an end"
        got += names_of(taken)


PAGES = [["a", "b"], ["c", "d"], ["e"]]


@cache
def marks_of(style: Style) -> list[str]:
    """Checkpoints at the beginning, in a page, between two and at the end."""
    pager = style.pager(Driven(HOLDER, "sync", style.serve(PAGES)))
    marks = [pager.checkpoint()]
    for count in (1, 1, 9):
        settle(pager.take(count))
        marks.append(pager.checkpoint())
    return marks
