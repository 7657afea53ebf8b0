"""The two pagers: they fetch pages on demand and yield their items one by one.

`checkpoint()` returns the position after the last yielded item as a small JSON string; `resume` continues from there,
also in another process.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator, Iterator
from typing import TYPE_CHECKING, Any, Generic, NoReturn, Protocol, Self, TypeVar

from .._errors import SubkitError
from .._public import public
from .state import Cursor, Page

if TYPE_CHECKING:
    from .._operations.operation import Operation
    from .._responses.response import Response

__all__ = ["AsyncPager", "Cursor", "Page", "Pager"]
T = TypeVar("T")


class _Sender(Protocol):
    def send(self, operation: Operation[Any], /) -> Response[Any]: ...


class _AsyncSender(Protocol):
    async def send(self, operation: Operation[Any], /) -> Response[Any]: ...


class _Base(Generic[T]):
    def __init__(self, cursor: Cursor[T]) -> None:
        self._cursor = cursor

    _usage = "iterate it, or .take(n)"

    def checkpoint(self) -> str:
        """The position after the last yielded item, as a small JSON string for `resume`."""
        return self._cursor.checkpoint()

    def __repr__(self) -> str:
        cursor = self._cursor
        return f"<{type(self).__name__} {cursor.operation.id}, {cursor.yielded} handed out: {self._usage}>"

    def _marked(self, error: SubkitError) -> SubkitError:
        error.checkpoint = self._cursor.checkpoint()
        return error


@public
class Pager(_Base[T]):
    """Yields the items of a list one by one and fetches pages on demand. Single pass.

    Each page is one call: retries and the total timeout apply to each. Any error of subkit that ends the iteration
    carries `checkpoint`. A call that is interrupted (by an error or Ctrl-C) yields nothing, so this pager can continue.
    """

    def __init__(self, client: _Sender, cursor: Cursor[T]) -> None:
        super().__init__(cursor)
        self._client = client

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        while True:
            try:
                return self._cursor.pop()
            except IndexError:
                pass
            if not self._fetch():
                raise StopIteration

    def pages(self) -> Iterator[Page[T]]:
        """The pages from here on; the first may be the rest of the current one."""
        while True:
            page = self._cursor.pop_page()
            if page is not None:
                yield page
            elif not self._fetch():
                return

    def first(self) -> T | None:
        """The next item, or None if there is none."""
        return next(self, None)

    def take(self, count: int) -> list[T]:
        """The next items, at most `count`."""
        while self._cursor.ready < count and self._fetch():
            pass
        return self._cursor.take(count)

    def _fetch(self) -> bool:
        try:
            last, operation = self._cursor.last, self._cursor.next_operation()
            if operation is None:
                return False
            self._cursor.accept(self._client.send(operation), last)
        except SubkitError as error:
            raise self._marked(error)  # noqa: B904 - the same error, with its checkpoint
        return True


@public
class AsyncPager(_Base[T]):
    """As `Pager`, for `async for`; `first` and `take` are awaited. Awaiting the pager itself returns it unchanged."""

    _usage = "async for, or await .take(n)"

    def __init__(self, client: _AsyncSender, cursor: Cursor[T]) -> None:
        super().__init__(cursor)
        self._client = client

    def __aiter__(self) -> Self:
        return self

    def __await__(self) -> Generator[Any, None, Self]:
        return self
        yield  # a generator, as Python asks for

    if not TYPE_CHECKING:  # to type checkers, it cannot be iterated

        def __iter__(self) -> NoReturn:
            raise TypeError(f"{self!r} is asynchronous: write `async for item in pager`, or `await pager.take(n)`")

    async def __anext__(self) -> T:
        while True:
            try:
                return self._cursor.pop()
            except IndexError:
                pass
            if not await self._fetch():
                raise StopAsyncIteration

    async def pages(self) -> AsyncIterator[Page[T]]:
        """The pages from here on; the first may be the rest of the current one."""
        while True:
            page = self._cursor.pop_page()
            if page is not None:
                yield page
            elif not await self._fetch():
                return

    async def first(self) -> T | None:
        """The next item, or None if there is none."""
        return await anext(self, None)

    async def take(self, count: int) -> list[T]:
        """The next items, at most `count`."""
        while self._cursor.ready < count and await self._fetch():
            pass
        return self._cursor.take(count)

    async def _fetch(self) -> bool:
        try:
            last, operation = self._cursor.last, self._cursor.next_operation()
            if operation is None:
                return False
            self._cursor.accept(await self._client.send(operation), last)
        except SubkitError as error:
            raise self._marked(error)  # noqa: B904 - the same error, with its checkpoint
        return True
