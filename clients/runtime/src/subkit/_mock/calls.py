"""The log of a fake: which requests came, how they were answered, and why some were refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .._formats.json import loads
from .._transport.messages import Headers, Reply, Request
from .._values import field, frozen
from .refusal import Explanation


@frozen
class Call:
    """One request that came to a fake."""

    __module__ = "subkit.mock"

    number: int
    """Its position in the log, from 1."""
    name: str | None
    """The name of the function that makes the call, such as `get_subscription`; `token` for the token endpoint; None
    for what is no operation."""
    method: str
    path: str
    """Below the root of the fake, without the query."""
    status: int
    request: Request = field(repr=False)
    reply: Reply = field(repr=False)
    explanation: Explanation | None = None
    """Why it was refused."""

    @property
    def headers(self) -> Headers:
        """The headers of the request."""
        return Headers(self.request.headers)

    @property
    def json(self) -> Any:
        """The body of the request, if it is JSON. Raises `ValueError` if it is not."""
        return loads(self.request.body or b"")


class Calls:
    """All requests that came to a fake, the oldest first."""

    __module__ = "subkit.mock"

    def __init__(self) -> None:
        self._calls: list[Call] = []

    def append(self, call: Call) -> None:
        """Note a request."""
        self._calls.append(call)

    def clear(self) -> None:
        """Forget all requests."""
        self._calls.clear()

    def named(self, name: str) -> list[Call]:
        """The calls of one operation, or of the token endpoint."""
        return [one for one in self._calls if one.name == name]

    def assert_called(self, name: str, *, times: int | None = None, status: int | None = None) -> list[Call]:
        """The calls of an operation; an `AssertionError` if there is none, or another number than `times`."""
        found = [one for one in self.named(name) if status in (None, one.status)]
        wanted = "at least one" if times is None else str(times)
        if not found if times is None else len(found) != times:
            with_status = f" with status {status}" if status is not None else ""
            raise AssertionError(f"{len(found)} calls of {name}{with_status} instead of {wanted}. {self._summary()}")
        return found

    def assert_not_called(self, name: str) -> None:
        """An `AssertionError` if an operation was called."""
        self.assert_called(name, times=0)

    def assert_none_refused(self) -> None:
        """An `AssertionError` if a request was refused, with the reasons."""
        refused = [one for one in self._calls if one.explanation is not None]
        if refused:
            raise AssertionError("refused: " + "; ".join(f"{_line(one)}: {one.explanation}" for one in refused))

    def _summary(self) -> str:
        return "There were: " + ("; ".join(map(_line, self._calls)) or "none")

    def __iter__(self) -> Iterator[Call]:
        return iter(list(self._calls))

    def __len__(self) -> int:
        return len(self._calls)

    def __getitem__(self, index: int) -> Call:
        return self._calls[index]

    def __repr__(self) -> str:
        return f"<Calls {_lines(self._calls)}>"


def _line(call: Call) -> str:
    return f"{call.method} {call.path} {call.status}"


def _lines(calls: Iterable[Call]) -> str:
    return "; ".join(map(_line, calls))
