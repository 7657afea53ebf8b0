"""Where a pager stands: what to ask next, what came, what is left to hand out. Decided without I/O.

A page is taken in by one step and an item leaves by one, and both are the last thing that happens: whatever breaks
off in between, an exception in the caller's loop, a cancelled task or Ctrl-C, loses nothing and repeats nothing.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

import attrs
from attrs import define, field, frozen

from .._errors import InvalidArgument, PaginationError
from .._formats.json import to_json
from .._operations.conditional import UNCONDITIONAL
from .._portable import Portable
from .._public import public
from .checkpoint import Checkpoint, key_of, moving, read_checkpoint
from .styles import Answer, Position, Unreadable, items_of, next_position

if TYPE_CHECKING:
    from .._operations.operation import Operation
    from .._responses.response import Response

T = TypeVar("T")
BARREN_PAGES: Final = 100
"""So many pages in a row that bring nothing new end in a `PaginationError`."""


@public
@frozen
class Page(Portable, Generic[T]):
    """One page of a list."""

    items: list[T]
    """Its items, in the vendor's order."""
    next_token: str | None = None
    """What asks for the next page (a token, or an offset as text); None if there is none or the vendor gives none."""
    total: int | None = None
    """How many items there are in all, where the vendor says so."""
    etag: str | None = None
    """Entity tag of this page, for `if_none_match`."""
    response: Response[Any] | None = field(default=None, repr=False, eq=False)
    """The answer it came in."""


@define(eq=False)
class Held(Generic[T]):
    """A page that was taken in."""

    at: Position
    """What asked for it."""
    came: list[T]
    """Its items, those included that a checkpoint says were handed out before."""
    left: deque[T]
    """Those that are still to be handed out."""
    page: Page[T]
    following: Position | None
    until: int | None
    """How many items came up to its end; None if the list was not begun at its first page."""
    barren: int
    """So many pages in a row, up to this one, brought nothing new."""
    trouble: str | None
    """Why no page can be asked for after this one."""
    passed: bool = False
    """Whether it was handed out."""


class Cursor(Generic[T]):
    """Where a pager stands."""

    def __init__(self, operation: Operation[Any], shared: Mapping[str, str], resume: str | None) -> None:
        paging = operation.endpoint.paging
        if paging is None:
            raise InvalidArgument(f"{operation.id} is not a list")
        if operation.conditions != UNCONDITIONAL:
            raise InvalidArgument(f"{operation.id}: a condition holds for one page; send the operation by itself")
        names, given = moving(paging), operation.arguments
        fixed = {name: value for name, value in given.items() if name not in names}
        self._paging = paging
        self._operation = attrs.evolve(operation, arguments=fixed)
        # A link may change the whole query, so there all of it tells one list from another.
        self._key = key_of(operation.endpoint.api.slug, given if paging.style == "link" else fixed, shared)
        self._start: Position | None = {
            name: _plain(value) for name, value in given.items() if name in names and value is not None
        }
        self._skip = 0
        self._held: deque[Held[T]] = deque()
        self._seen: set[str] = set()
        if resume is not None:
            mark = read_checkpoint(resume, paging)
            if (mark.operation, mark.key) != (operation.id, self._key):
                raise InvalidArgument("resume: this checkpoint is of another operation, query or client-wide id")
            self._start, self._skip = mark.at, mark.skip
            self._seen.add(mark.closed or "")

    @property
    def last(self) -> Held[T] | None:
        """The page that was taken in last."""
        return self._held[-1] if self._held else None

    def wanted(self) -> Operation[Any] | None:
        """The operation that fetches the page after the last one, or None at the end. Raises `PaginationError`."""
        last = self.last
        if last is not None and last.trouble is not None:
            raise PaginationError(f"{self._operation.id}: {last.trouble}", operation=self._operation.id)
        position = self._start if last is None else last.following
        if position is None:
            return None
        return attrs.evolve(self._operation, arguments={**self._operation.arguments, **position})

    def accept(self, response: Response[Any], last: Held[T] | None) -> None:
        """Take in the page that was wanted after `last`, unless another task was faster."""
        position = self._start if last is None else last.following
        if position is None or last is not self.last:
            return
        begun = 0 if self._name(position) == self._name({}) else None
        before = begun if last is None else last.until
        answer = Answer({**self._operation.arguments, **position}, response.parsed, response.headers, before)
        came, following, trouble = self._read(answer, position)
        left = deque(came[self._skip :] if last is None else came)
        barren = last.barren + 1 if last is not None and came == last.came else int(not came)
        total = answer.number(self._paging.total)
        page = Page(list(left), self._token(position, following), total, response.etag, response)
        self._seen.add(self._name(position))
        trouble = trouble or self._endless(following, barren)
        until = None if before is None else before + len(came)
        self._held.append(Held(position, came, left, page, following, until, barren, trouble))

    def hand_out(self) -> T:
        """The next item in hand. Raises IndexError if there is none."""
        while True:
            held = self._held[0]
            try:
                return held.left.popleft()
            except IndexError:
                held.passed = True
                if len(self._held) == 1:
                    raise
                self._held.popleft()

    def take(self, count: int) -> list[T]:
        """The next items in hand, at most `count`."""
        return [self.hand_out() for _ in range(min(count, self.ready))]

    @property
    def ready(self) -> int:
        """How many items are in hand."""
        return sum(len(held.left) for held in self._held)

    def hand_out_page(self) -> Page[T] | None:
        """What is left of the first page in hand, or None if no page is."""
        while self._held:
            held = self._held[0]
            if held.left or not held.passed:
                whole = len(held.left) == len(held.page.items)
                page = held.page if whole else attrs.evolve(held.page, items=list(held.left))
                held.passed = True
                held.left.clear()
                return page
            if len(self._held) == 1:
                break
            self._held.popleft()
        return None

    def checkpoint(self) -> str:
        """Where the next item stands."""
        at, skip = self._start, self._skip
        for held in self._held:
            stays = held.left or held.trouble is not None
            at, skip = (held.at, len(held.came) - len(held.left)) if stays else (held.following, 0)
            if held.left:
                break
        return Checkpoint(self._operation.id, self._key, at, skip, self._closed()).text()

    def _closed(self) -> str | None:
        """The name of the page that closed a circle, if one did."""
        last = self.last
        name = self._name(last.following) if last and last.trouble and last.following else None
        return name if name in self._seen else None

    def _read(self, answer: Answer, position: Position) -> tuple[list[T], Position | None, str | None]:
        """The items of a page, what asks for the next one, and why that cannot be said."""
        items: list[T] = []
        try:
            items = items_of(self._paging, answer.parsed)
            following = next_position(self._paging, answer, items)
        except Unreadable as error:
            return items, None, str(error)
        # A link may leave out what it does not change: what moved before stays where it moved to.
        kept = following is not None and self._paging.style == "link"
        return items, {**position, **(following or {})} if kept else following, None

    def _token(self, here: Position, following: Position | None) -> str | None:
        moved = (value for name, value in following.items() if value != here.get(name)) if following else ()
        return next((str(value) for value in moved), None)

    def _endless(self, following: Position | None, barren: int) -> str | None:
        if following is not None and self._name(following) in self._seen:
            return "the API names a page that it named before, so the pages would never end"
        if following is not None and barren >= BARREN_PAGES:
            return f"{BARREN_PAGES} pages in a row brought nothing new"
        return None

    def _name(self, position: Position) -> str:
        """What a page is known by: the first one also has the number that it has by default."""
        paging = self._paging
        for name, first in ((paging.token, None), (paging.offset, 0), (paging.page, paging.first)):
            if name:
                return json.dumps(position.get(name, first))
        return json.dumps(position, sort_keys=True)


def _plain(value: Any) -> Any:
    """An argument as a checkpoint keeps it."""
    found = to_json(value)
    return int(found) if isinstance(found, float) and found.is_integer() else found
