"""What a traceback shows of subkit: the way that an error came, and not what was in hand on it.

Error trackers print the locals of every frame, and those of a call hold its body and its credential.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from traceback import walk_tb
from typing import TYPE_CHECKING, Final

from .._errors import SubkitError

if TYPE_CHECKING:
    from types import FrameType, TracebackType

_CARRIERS: Final = frozenset({"httpx", "httpcore", "h11", "anyio"})


class _Discreetly:
    """Around what subkit does for a caller: an error that leaves it has frames without locals, except the user's own.

    Frames further out, which still run when it ends, keep theirs.
    """

    __slots__ = ()

    def __enter__(self) -> None:
        """Nothing to do."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            _forget(error)


discreetly: Final = _Discreetly()


def _forget(error: BaseException) -> None:
    for one in _chain(error):
        if isinstance(one, SubkitError) and one.__suppress_context__:
            one.__context__ = one.__cause__  # what is not to be shown is not kept
        for frame, _ in walk_tb(one.__traceback__):
            if _is_own(frame):
                with suppress(RuntimeError):  # it still runs
                    frame.clear()


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An error and what led to it."""
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        one = waiting.pop()
        if one is not None and id(one) not in seen:
            seen.add(id(one))
            yield one
            waiting += [one.__cause__, one.__context__]


def _is_own(frame: FrameType) -> bool:
    """Whether a frame is of subkit, of a generated package, or of what carries the requests."""
    top = str(frame.f_globals.get("__name__")).partition(".")[0]
    return top in _CARRIERS or top == "subkit" or top.startswith("subkit_")
