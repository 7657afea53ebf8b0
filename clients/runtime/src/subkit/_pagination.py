"""Pages: what to ask next, decided without I/O, and the two pagers that ask.

A pager hands out items one by one. `checkpoint()` says, as a small JSON string, where it stands after the last item
handed out; `resume` takes one up again, also in another process.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import AsyncIterator, Iterator, Mapping
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, Generic, Protocol, Self, TypeVar, cast

import attrs
from attrs import field, frozen

from ._errors import InvalidArgument, PaginationError, SubkitError
from ._json import to_json
from ._paging import Paging, Position, is_unreadable, items_of, next_position
from ._provenance import locate

if TYPE_CHECKING:
    from ._operation import Operation
    from ._response import Response

T = TypeVar("T")
EMPTY_PAGES: Final = 100
"""So many pages in a row without an item end in a `PaginationError`."""


@frozen
class Page(Generic[T]):
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


class Cursor(Generic[T]):
    """Where a pager stands: what to ask, what came, what is left to hand out. No I/O."""

    def __init__(self, operation: Operation[Any], shared: Mapping[str, str], resume: str | None) -> None:
        paging = operation.endpoint.paging
        if paging is None:
            raise InvalidArgument(f"{operation.id} is not a list")
        self._paging = paging
        self._moving = (paging.token, paging.offset, paging.page, *_linked(paging))
        start = {name: value for name, value in operation.arguments.items() if name in self._moving}
        fixed = {name: value for name, value in operation.arguments.items() if name not in self._moving}
        self._operation = attrs.evolve(operation, arguments=fixed)
        self._key = _key(self._operation, shared)
        self._next: Position | None = start
        self._skip = 0
        self._here: Position = {}
        self._left: deque[T] = deque()
        self._done = 0
        self._page: Page[T] | None = None
        self._seen: set[str] = set()
        self._empty = 0
        self._trouble: str | None = None
        if resume is not None:
            self._resume(resume)

    def _resume(self, text: str) -> None:
        mark = _parse(text)
        strange = mark["at"].keys() - {*self._moving, self._paging.limit}
        if mark.get("operation") != self._operation.id or mark.get("key") != self._key or strange:
            raise InvalidArgument("resume: this checkpoint is of another operation, query or client-wide id")
        self._next, self._skip = (None, 0) if mark["end"] else (mark["at"], mark["skip"])

    def wanted(self) -> Operation[Any] | None:
        """The operation that fetches the next page, or None at the end. Raises `PaginationError`."""
        if self._trouble is not None:
            raise PaginationError(f"{self._operation.id}: {self._trouble}", operation=self._operation.id)
        if self._next is None:
            return None
        return attrs.evolve(self._operation, arguments={**self._operation.arguments, **self._next})

    def accept(self, response: Response[Any]) -> None:
        """Take in the page that was wanted."""
        self._here = self._next or {}
        asked = {**self._operation.arguments, **self._here}
        items = items_of(self._paging, response.parsed)
        self._done, self._skip = min(self._skip, len(items)), 0
        self._left = deque(items[self._done :])
        self._next = self._kept(next_position(self._paging, asked, response.parsed, response.headers))
        self._guard(bool(items), is_unreadable(self._paging, response.parsed, self._next))
        self._page = Page(list(self._left), self._token(), self._total(response.parsed), response.etag, response)

    def hand_out(self) -> T:
        """The next item of the page in hand. Raises IndexError if there is none."""
        item = self._left.popleft()
        self._done += 1
        return item

    def hand_out_page(self) -> Page[T] | None:
        """What is left of the page in hand, or None if all of it was handed out before."""
        page, self._page = self._page, None
        if page is None:
            return None
        items = list(self._left)
        self._done += len(items)
        self._left.clear()
        return page if len(items) == len(page.items) else attrs.evolve(page, items=items)

    @property
    def open(self) -> bool:
        """Whether there are items in hand."""
        return bool(self._left)

    def checkpoint(self) -> str:
        """Where the next item stands."""
        stuck = self._trouble is not None
        at, skip = (self._here, self._done) if self._left or stuck else (self._next, self._skip)
        end = at is None
        mark = {"v": 1, "operation": self._operation.id, "key": self._key, "at": at or {}, "skip": skip, "end": end}
        return json.dumps(mark, separators=(",", ":"))

    def _kept(self, position: Position | None) -> Position | None:
        # A link may leave out what it does not change: what moved before stays where it moved to.
        return {**self._here, **position} if position is not None and self._paging.style == "link" else position

    def _token(self) -> str | None:
        names = (self._paging.token, self._paging.offset, self._paging.page)
        named = next((name for name in names if name), None)
        if not self._next or (named or next(iter(self._next))) not in self._next:
            return None
        return str(self._next[named or next(iter(self._next))])

    def _total(self, parsed: Any) -> int | None:
        found = locate(parsed, (self._paging.total,)) if self._paging.total else None
        return found if isinstance(found, int) and not isinstance(found, bool) else None

    def _guard(self, brought: bool, unreadable: bool) -> None:
        self._seen.add(json.dumps(self._here, sort_keys=True))
        self._empty = 0 if brought else self._empty + 1
        if self._next is None:
            self._trouble = "there is a reference to a next page, but nothing in it says which" if unreadable else None
        elif json.dumps(self._next, sort_keys=True) in self._seen:
            self._trouble = "the API names a page that it named before, so the pages would never end"
        elif self._empty >= EMPTY_PAGES:
            self._trouble = f"{EMPTY_PAGES} pages in a row brought nothing"


def _key(operation: Operation[Any], shared: Mapping[str, str]) -> str:
    fixed = {name: to_json(value) for name, value in operation.arguments.items()}
    text = json.dumps([operation.endpoint.api.slug, fixed, dict(shared)], sort_keys=True, default=str)
    return sha256(text.encode()).hexdigest()[:16]


def _linked(paging: Paging) -> tuple[str, ...]:
    # What a link of the answer may set moves with the pages; the rest of the query does not.
    return tuple(argument for _, argument, _ in paging.links) if paging.style == "link" else ()


def _parse(text: str) -> dict[str, Any]:
    try:
        mark = json.loads(text)
        if mark["v"] == 1 and isinstance(mark["at"], dict) and type(mark["skip"]) is int and mark["skip"] >= 0:
            return cast(dict[str, Any], mark) | {"end": bool(mark.get("end"))}
    except (ValueError, TypeError, KeyError):
        pass
    raise InvalidArgument("resume: not a checkpoint of this version of subkit") from None


class _Sender(Protocol):
    def send(self, operation: Operation[Any], /) -> Response[Any]: ...


class _AsyncSender(Protocol):
    async def send(self, operation: Operation[Any], /) -> Response[Any]: ...


class _Base(Generic[T]):
    def __init__(self, cursor: Cursor[T]) -> None:
        self._cursor = cursor

    def checkpoint(self) -> str:
        """Where this pager stands, after the last item handed out: a small JSON string for `resume`."""
        return self._cursor.checkpoint()

    def _marked(self, error: SubkitError) -> SubkitError:
        error.checkpoint = self._cursor.checkpoint()
        return error


class Pager(_Base[T]):
    """Hands out the items of a list one by one and fetches pages as they are needed. Single pass.

    Each page is one call: retries and the total timeout hold for each. Any error of subkit that ends the iteration
    carries `checkpoint`.
    """

    def __init__(self, client: _Sender, cursor: Cursor[T]) -> None:
        super().__init__(cursor)
        self._client = client

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        while not self._cursor.open:
            if not self._fetch():
                raise StopIteration
        return self._cursor.hand_out()

    def pages(self) -> Iterator[Page[T]]:
        """The pages from here on; the first may be what is left of the one in hand."""
        while self._cursor.open or self._fetch():
            page = self._cursor.hand_out_page()
            if page is not None:
                yield page

    def first(self) -> T | None:
        """The next item, or None if there is none."""
        return next(self, None)

    def take(self, count: int) -> list[T]:
        """The next items, at most `count`."""
        return list(islice(self, count))

    def _fetch(self) -> bool:
        try:
            operation = self._cursor.wanted()
            if operation is None:
                return False
            self._cursor.accept(self._client.send(operation))
        except SubkitError as error:
            raise self._marked(error)  # noqa: B904 - the same error, with its checkpoint
        return True


class AsyncPager(_Base[T]):
    """As `Pager`, for `async for`; `first` and `take` are awaited."""

    def __init__(self, client: _AsyncSender, cursor: Cursor[T]) -> None:
        super().__init__(cursor)
        self._client = client

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        while not self._cursor.open:
            if not await self._fetch():
                raise StopAsyncIteration
        return self._cursor.hand_out()

    async def pages(self) -> AsyncIterator[Page[T]]:
        """The pages from here on; the first may be what is left of the one in hand."""
        while self._cursor.open or await self._fetch():
            page = self._cursor.hand_out_page()
            if page is not None:
                yield page

    async def first(self) -> T | None:
        """The next item, or None if there is none."""
        return await anext(self, None)

    async def take(self, count: int) -> list[T]:
        """The next items, at most `count`."""
        taken: list[T] = []
        while len(taken) < count:
            try:
                taken.append(await anext(self))
            except StopAsyncIteration:
                break
        return taken

    async def _fetch(self) -> bool:
        try:
            operation = self._cursor.wanted()
            if operation is None:
                return False
            self._cursor.accept(await self._client.send(operation))
        except SubkitError as error:
            raise self._marked(error)  # noqa: B904 - the same error, with its checkpoint
        return True
