"""Everything that an error shows: what a log, a crash report or another process would get to see of it."""

from __future__ import annotations

import pickle
import traceback
from collections.abc import Iterator
from types import TracebackType

from subkit import SubkitError


def shown(error: BaseException) -> Iterator[str]:
    """Texts of an error and of all that led to it, with the locals of our own frames, and its pickle."""
    if isinstance(error, SubkitError):
        yield pickle.dumps(error).decode("latin-1")
    for one in _chain(error, set()):
        yield from (str(one), repr(one), repr(one.args), repr(vars(one)))
        yield "".join(traceback.format_exception_only(one))
        yield from _locals(one.__traceback__)


def _chain(error: BaseException, seen: set[int]) -> Iterator[BaseException]:
    if id(error) in seen:
        return
    seen.add(id(error))
    yield error
    for cause in (error.__cause__, error.__context__):
        if cause is not None:
            yield from _chain(cause, seen)


def _locals(place: TracebackType | None) -> Iterator[str]:
    while place is not None:
        if str(place.tb_frame.f_globals.get("__name__")).startswith("subkit"):
            yield from map(repr, place.tb_frame.f_locals.values())
        place = place.tb_next


def check_secrecy(error: BaseException, *secrets: str) -> None:
    """None of the secrets is in it."""
    for text in shown(error):
        for secret in secrets:
            assert secret not in text
