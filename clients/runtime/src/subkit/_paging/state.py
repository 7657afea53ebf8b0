"""The position of a pager: what to request next, what was fetched, what is still to be yielded. Decided without I/O.

A page is accepted in one step and an item leaves in one step, and each is the last thing that happens. Whatever
interrupts a pager in between (an exception in the caller's loop, a cancelled task, Ctrl-C) loses nothing and repeats
nothing.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from .._errors import InvalidArgument, PaginationError
from .._formats.json import to_json
from .._operations.conditional import UNCONDITIONAL
from .._operations.operation import Echo
from .._portable import Portable
from .._public import public
from .._values import define, evolve, field, frozen
from .checkpoint import Checkpoint, key_of, moving, read_checkpoint
from .styles import PageResponse, Position, Unreadable, items_of, next_position, repeats

if TYPE_CHECKING:
    from .._operations.operation import Operation
    from .._responses.response import Response

T = TypeVar("T")
MAX_EMPTY_STREAK: Final = 100
"""This many pages in a row without new items end in a `PaginationError`."""


@public
@frozen
class Page(Portable, Generic[T]):
    """One page of a list."""

    items: list[T]
    """Its items, in the vendor's order."""
    next_token: str | None = None
    """What requests the next page (a token, or an offset as text); None if there is none."""
    total: int | None = None
    """The total number of items, if the vendor reports it."""
    etag: str | None = None
    """Entity tag of this page, for `if_none_match`."""
    response: Response[Any] | None = field(default=None, repr=False, eq=False)
    """The response that it came in."""


@define(eq=False)
class Held(Generic[T]):
    """An accepted page."""

    at: Position
    """The arguments that requested it."""
    fetched: list[T]
    """Its items, including those that were yielded before a checkpoint."""
    pending: deque[T]
    """The items that are still to be yielded."""
    page: Page[T]
    following: Position | None
    start: int
    """How many items this pager accepted before it."""
    end: int | None
    """How many items there are up to its end; None if the list was not started at its first page."""
    empty_streak: int
    """How many pages in a row, including this one, brought nothing new."""
    error: str | None
    """Why no page can be requested after this one."""
    yielded: bool = False
    """Whether it was yielded."""


class Cursor(Generic[T]):
    """The position of a pager."""

    def __init__(
        self, operation: Operation[Any], client_parameters: Mapping[str, str], resume: str | None, origin: str = ""
    ) -> None:
        paging = operation.endpoint.paging
        if paging is None:
            raise InvalidArgument(f"{operation.id} is not a list")
        if operation.conditions != UNCONDITIONAL:
            raise InvalidArgument(f"{operation.id}: a condition applies to one page; send the operation itself")
        names, given = moving(paging), operation.arguments
        fixed = {name: value for name, value in given.items() if name not in names}
        self._paging = paging
        self.operation: Operation[Any] = evolve(operation, arguments=fixed)
        """The list, without the arguments that say which page."""
        # A link may change the whole query, so there all of it identifies a list.
        self._key = key_of(operation.endpoint.api.slug, given if paging.style == "link" else fixed, client_parameters)
        self._origin, self._client = origin, client_parameters
        self._start: Position | None = {
            name: _plain(value) for name, value in given.items() if name in names and value is not None
        }
        self._skip = 0
        self._held: deque[Held[T]] = deque()
        self._seen: set[str] = set()
        self._resumed = resume is not None
        if resume is not None:
            mark = read_checkpoint(resume, paging)
            mark.ensure_own(operation.id, self._key, origin, client_parameters)
            self._start, self._skip = mark.at, mark.skip
            self._seen.add(mark.closed or "")

    @property
    def last(self) -> Held[T] | None:
        """The last accepted page."""
        return self._held[-1] if self._held else None

    def next_operation(self) -> Operation[Any] | None:
        """The operation that fetches the page after the last one, or None at the end. Raises `PaginationError`."""
        last = self.last
        if last is not None and last.error is not None:
            raise PaginationError(f"{self.operation.id}: {last.error}", operation=self.operation.id)
        position = self._start if last is None else last.following
        if position is None:
            return None
        named = position if last is None and not self._resumed else self._echoed(position)
        return evolve(self.operation, arguments={**self.operation.arguments, **named})

    def _echoed(self, position: Position) -> Position:
        """A position that the server named: it is sent back as it came, and as a text if the argument is one."""
        texts = {one.python for one in self.operation.endpoint.declared if one.schema.get("type") == "string"}
        return {name: Echo(one) if isinstance(one, str) or name in texts else one for name, one in position.items()}

    def accept(self, response: Response[Any], last: Held[T] | None) -> None:
        """Accept the page that was requested after `last`, unless another task was faster."""
        position = self._start if last is None else last.following
        if position is None or last is not self.last:
            return
        begun = 0 if self._name(position) == self._name({}) else None
        before = begun if last is None else last.end
        page_response = PageResponse(
            {**self.operation.arguments, **position}, response.parsed, response.headers, before
        )
        fetched, following, error = self._read(page_response, position)
        pending = deque(fetched[self._skip :] if last is None else fetched)
        again = last is not None and repeats(fetched, last.fetched)
        empty_streak = last.empty_streak + 1 if last is not None and fetched == last.fetched else int(not fetched)
        total = page_response.number(self._paging.total)
        page = Page(list(pending), self._token(position, following), total, response.etag, response)
        self._seen.add(self._name(position))
        error = error or self._endless(following, empty_streak, again=again)
        end = None if before is None else before + len(fetched)
        start = 0 if last is None else last.start + len(last.page.items)
        self._held.append(Held(position, fetched, pending, page, following, start, end, empty_streak, error))

    def pop(self) -> T:
        """The next fetched item. Raises IndexError if there is none."""
        while True:
            held = self._held[0]
            try:
                return held.pending.popleft()
            except IndexError:
                held.yielded = True
                if len(self._held) == 1:
                    raise
                self._held.popleft()

    def take(self, count: int) -> list[T]:
        """The next fetched items, at most `count`."""
        return [self.pop() for _ in range(min(count, self.ready))]

    @property
    def ready(self) -> int:
        """How many fetched items are pending."""
        return sum(len(held.pending) for held in self._held)

    @property
    def yielded(self) -> int:
        """How many items were yielded."""
        return 0 if self.last is None else self.last.start + len(self.last.page.items) - self.ready

    def pop_page(self) -> Page[T] | None:
        """The pending items of the first page, or None if there is no page."""
        while self._held:
            held = self._held[0]
            if held.pending or not held.yielded:
                whole = len(held.pending) == len(held.page.items)
                page = held.page if whole else evolve(held.page, items=list(held.pending))
                held.yielded = True
                held.pending.clear()
                return page
            if len(self._held) == 1:
                break
            self._held.popleft()
        return None

    def checkpoint(self) -> str:
        """The position of the next item."""
        at, skip = self._start, self._skip
        for held in self._held:
            stays = held.pending or held.error is not None
            at, skip = (held.at, len(held.fetched) - len(held.pending)) if stays else (held.following, 0)
            if held.pending:
                break
        home = self._origin or None, self._client or None
        return Checkpoint(self.operation.id, self._key, at, skip, self._closed(), *home).text()

    def _closed(self) -> str | None:
        """The name of the page that closed a circle, if one did."""
        last = self.last
        name = self._name(last.following) if last and last.error and last.following else None
        return name if name in self._seen else None

    def _read(self, page_response: PageResponse, position: Position) -> tuple[list[T], Position | None, str | None]:
        """The items of a page, the position of the next one, and why that is unknown."""
        items: list[T] = []
        try:
            items = items_of(self._paging, page_response.parsed)
            following = next_position(self._paging, page_response, items)
        except Unreadable as failure:
            return items, None, str(failure)
        # A link may leave out what it does not change: such arguments keep their values.
        kept = following is not None and self._paging.style == "link"
        return items, {**position, **(following or {})} if kept else following, None

    def _token(self, here: Position, following: Position | None) -> str | None:
        moved = (value for name, value in following.items() if value != here.get(name)) if following else ()
        return next((str(value) for value in moved), None)

    def _endless(self, following: Position | None, empty_streak: int, *, again: bool) -> str | None:
        if following is not None and self._name(following) in self._seen:
            return "the API names a page that it named before, so the list would never end"
        if following is not None and again:
            return "the page holds the same items as the one before it, so the API ignores where to go on"
        if following is not None and empty_streak >= MAX_EMPTY_STREAK:
            return f"{MAX_EMPTY_STREAK} pages in a row had no new items"
        return None

    def _name(self, position: Position) -> str:
        """The name of a page. A first page without a number is named by its default number."""
        paging = self._paging
        for name, first in ((paging.token, None), (paging.offset, 0), (paging.page, paging.first)):
            if name:
                return json.dumps(position.get(name, first))
        return json.dumps(position, sort_keys=True)


def _plain(value: Any) -> Any:
    """An argument as a checkpoint stores it."""
    found = to_json(value)
    return int(found) if isinstance(found, float) and found.is_integer() else found
