"""Keeps the locals of subkit out of tracebacks. Error trackers print them, and they hold bodies and credentials."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from traceback import walk_tb
from typing import TYPE_CHECKING, Final

from .._errors import SubkitError

if TYPE_CHECKING:
    from types import FrameType, TracebackType

_CARRIERS: Final = frozenset({"httpx", "httpcore", "h11", "anyio"})


class _ScrubTracebacks:
    """Wraps what subkit does for a caller. The frames of an error that leaves it lose their locals, but for the user's.

    Outer frames, which are still running at that point, keep theirs.
    """

    __slots__ = ()

    def __enter__(self) -> None:
        """Nothing to do."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            _scrub(error)


scrub_tracebacks: Final = _ScrubTracebacks()


def _scrub(error: BaseException) -> None:
    for one in _chain(error):
        if isinstance(one, SubkitError) and one.__suppress_context__:
            one.__context__ = one.__cause__  # a context that is not shown is not kept either
        for frame, _ in walk_tb(one.__traceback__):
            if _is_own(frame):
                with suppress(RuntimeError):  # it is still running
                    frame.clear()


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An error, its causes and its contexts."""
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        one = waiting.pop()
        if one is not None and id(one) not in seen:
            seen.add(id(one))
            yield one
            waiting += [one.__cause__, one.__context__]


def _is_own(frame: FrameType) -> bool:
    """Whether a frame belongs to subkit, to a generated package, or to a library that carries the requests."""
    top = str(frame.f_globals.get("__name__")).partition(".")[0]
    return top in _CARRIERS or top == "subkit" or top.startswith("subkit_")
