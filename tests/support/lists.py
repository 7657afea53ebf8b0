"""Lists to go through, each with what makes a pager over it in a new client."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import frozen
from subkit import Retry
from subkit._transport import Request
from support.paged import NAMES, SERVERS, Serve, pager_of
from support.scripted import Driven
from support.styles import HOLDER, Style

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
