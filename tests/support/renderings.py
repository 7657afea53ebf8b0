"""What people and their tools see of a value, an error, a log record: as texts, each with the place where it stands."""

from __future__ import annotations

import copy
import dataclasses
import logging
import pickle
import traceback
import warnings
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import suppress
from types import FrameType, MethodType
from typing import Any

import attrs
from attrs import frozen
from subkit._errors import SubkitError
from subkit._operations.endpoint import Endpoint

DEEPEST = 8


@frozen
class Sight:
    """A text, and where it is to be seen."""

    where: str
    text: str


class Theirs(OSError):
    """An exception of a user's. What it says is the user's own affair."""


@frozen
class Reach:
    """Look at everything of subkit's that can be reached from an object, each as `repr` and `str` show it."""

    root: Any


def sights(thing: Any, where: str = "") -> Iterator[Sight]:
    """Everything that is to be seen of a thing."""
    match thing:
        case str() | bytes() | bytearray():
            yield from _shown(thing, where or "text")
        case Reach():
            yield from _reached(thing.root, where or type(thing.root).__name__)
        case BaseException():
            yield from _of_error(thing, where or type(thing).__name__)
        case logging.LogRecord():
            yield from _of_record(thing, f"{where}log {thing.name}")
        case warnings.WarningMessage():
            yield Sight("warning", f"{thing.message} {thing.message!r} {thing.source!r}")
        case _:
            yield from _shown(thing, where or type(thing).__name__)


def _shown(value: Any, where: str, depth: int = 0) -> Iterator[Sight]:
    """A value as printed, and as pretty printers and error trackers take it apart."""
    if isinstance(value, (str, bytes, bytearray)):
        yield Sight(where, value if isinstance(value, str) else bytes(value).decode("latin-1"))
        return
    with suppress(Exception):  # of foreign things; those of ours are tested elsewhere
        for text, name in {repr(value): "repr", str(value): "str"}.items():
            yield Sight(f"{name} of {where}", text)
    if isinstance(value, BaseException) and not isinstance(value, Theirs):
        yield from (sight for item in value.args for sight in _shown(item, f"{where}.args", depth + 1))
    if depth < DEEPEST and not isinstance(value, Endpoint):  # which is out of the specification
        for name, part in _parts(value):
            yield from _shown(part, f"{where}{name}", depth + 1)


def _parts(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield ".key", key
            yield f"[{key!r:.40}]", item
    elif isinstance(value, (list, tuple, set, frozenset, deque)):
        yield from ((f"[{index}]", item) for index, item in enumerate(value))
    elif hasattr(type(value), "__rich_repr__"):
        yield from (("(pretty)", item) for item in value.__rich_repr__())
    elif attrs.has(type(value)):
        yield from _fields(value)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield from ((f".{one.name}", getattr(value, one.name)) for one in dataclasses.fields(value) if one.repr)


def _fields(value: Any) -> Iterator[tuple[str, Any]]:
    for one in attrs.fields(type(value)):
        if one.repr is not False:
            part = getattr(value, one.name, None)
            yield f".{one.name}", one.repr(part) if callable(one.repr) else part


def chain(error: BaseException) -> list[BaseException]:
    """An error with all that led to it, shown or not, and all that are in it."""
    found: list[BaseException] = []
    wanted: list[BaseException | None] = [error]
    while wanted:
        one = wanted.pop()
        if one is not None and not any(one is other for other in found):
            found.append(one)
            wanted += [one.__cause__, one.__context__, *getattr(one, "exceptions", ())]
    return found


def _of_error(error: BaseException, where: str) -> Iterator[Sight]:
    for one in chain(error):
        place = where if one is error else f"{where} < {type(one).__name__}"
        for frame, _ in traceback.walk_tb(one.__traceback__):
            if is_ours(frame):
                yield from _of_frame(frame, place)
        if not isinstance(one, Theirs):
            yield from _shown(one, place)
            yield from (Sight(f"note of {place}", note) for note in getattr(one, "__notes__", ()))
        if isinstance(one, SubkitError):
            yield from _of_own_error(one, place)


def _of_own_error(error: SubkitError, where: str) -> Iterator[Sight]:
    yield from (sight for name, value in vars(error).items() for sight in _shown(value, f"{where}.{name}"))
    if hasattr(problem := getattr(error, "problem", None), "to_dict"):
        yield from _shown(problem.to_dict(), f"{where}.problem.to_dict()")
    for protocol in (2, pickle.HIGHEST_PROTOCOL):
        yield from _shown(pickle.dumps(error, protocol), f"pickle {protocol} of {where}")
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        yield from _shown(twin, f"copy of {where}")
        yield from (sight for name, value in vars(twin).items() for sight in _shown(value, f"copy of {where}.{name}"))


CARRIERS = ("httpx", "httpcore", "h11", "anyio", "generator")


def is_ours(frame: FrameType) -> bool:
    """Whether a frame is of the runtime, of a generated package, of the generator, or of what carries requests."""
    top = str(frame.f_globals.get("__name__", "")).partition(".")[0]
    return top in CARRIERS or top.startswith("subkit")


def _of_frame(frame: FrameType, where: str) -> Iterator[Sight]:
    code = frame.f_code
    place = f"{code.co_filename.rpartition('/')[2]}:{code.co_name} in the traceback of {where}: local"
    for name, value in frame.f_locals.items():
        yield from _shown(value, f"{place} {name}")


def _of_record(record: logging.LogRecord, where: str) -> Iterator[Sight]:
    yield Sight(where, record.getMessage())
    yield from _shown({**vars(record), "exc_info": None}, where)
    if record.exc_info and record.exc_info[1] is not None:
        yield from _of_error(record.exc_info[1], f"{where}: ")


def _reached(root: Any, where: str) -> Iterator[Sight]:
    """Each object of subkit's that hangs on this one, as it shows itself."""
    seen: dict[int, Any] = {}
    wanted = [(root, where)]
    while wanted:
        value, place = wanted.pop()
        if id(value) in seen or isinstance(value, (str, bytes, int, float, type(None))):
            continue
        seen[id(value)] = value
        if type(value).__module__.startswith("subkit"):
            yield from _shown(value, place, DEEPEST)
        wanted += [(part, f"{place}{name}") for name, part in _held(value)]


def _held(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        yield from ((f"[{key!r:.40}]", item) for key, item in value.items())
    elif isinstance(value, (list, tuple, set, frozenset, deque)):
        yield from ((f"[{index}]", item) for index, item in enumerate(value))
    elif isinstance(value, MethodType):
        yield ".__self__", value.__self__
    elif type(value).__module__.startswith("subkit"):
        names = [*getattr(value, "__dict__", ())]
        names += [name for kind in type(value).__mro__ for name in _slots(kind)]
        yield from ((f".{name}", getattr(value, name)) for name in names if hasattr(value, name))


def _slots(kind: type) -> tuple[str, ...]:
    slots = kind.__dict__.get("__slots__", ())
    return (slots,) if isinstance(slots, str) else tuple(slots)
