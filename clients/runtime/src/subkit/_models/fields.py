"""What generated models read and take values with."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, NoReturn, TypeVar, cast
from uuid import UUID

from .._errors import MissingField
from .._formats.dates import parse_date, parse_datetime
from .._formats.json import is_array, is_object
from .._meta import Meta
from .model import JsonObject, Model
from .schema import Notes

M = TypeVar("M", bound=Model)

kind_of: Callable[[Any], object] = type
"""`type`, under a name by which type checkers do not narrow what has to stay open."""


def odd(value: Any, notes: Notes) -> Any:
    """Keep a value that is not what the specification promises, and note it."""
    notes.odd = True
    return value


def read_all(read: Callable[[JsonObject, Notes], M], items: list[Any], notes: Notes) -> list[M]:
    """The models of an array. What is no object is kept, and noted."""
    if _OBJECTS.issuperset(map(type, items)):
        return [read(item, notes) for item in items]
    return [read(item, notes) if is_object(item) else odd(item, notes) for item in items]


_OBJECTS = frozenset({dict})


def as_moment(value: datetime | str | None) -> datetime:
    """A date-time as it is read: parsed now, because its text is what is kept. Text that says none stays text."""
    return cast(datetime, parse_datetime(value) if isinstance(value, str) else value)


def as_date(value: date | str | None) -> date:
    """A date as it is read."""
    return cast(date, parse_date(value) if isinstance(value, str) else value)


def as_uuid(value: UUID | str | None) -> UUID:
    """A UUID as it is read. Text that says none stays text."""
    try:
        return UUID(value) if isinstance(value, str) and _is_hexadecimal(value) else cast(UUID, value)
    except ValueError:
        return cast(UUID, value)


# Python takes digits of all alphabets, and low lines between them.
_is_hexadecimal = re.compile(r"(?:urn:uuid:)?\{?[0-9A-Fa-f-]+\}?").fullmatch


def as_enum(cls: type[Enum], value: Any) -> Any:
    """An enum value that may be given as its plain value."""
    return cls(value) if type(value) in (str, int) else value


def as_model(cls: type[Model], value: Any) -> Any:
    """A model that may be given as a dict with the vendor's names."""
    return cls.from_dict(cast(Mapping[str, Any], value)) if isinstance(value, Mapping) else value


def as_models(cls: type[Model], value: Any) -> Any:
    """A list of models, some of which may be given as dicts."""
    if not is_array(value) and not isinstance(value, tuple):
        return value
    return [as_model(cls, item) for item in cast("list[Any]", value)]


def as_given(value: Any) -> Any:
    """A value as it is kept: a tuple becomes the list that JSON knows."""
    return list(cast("tuple[Any, ...]", value)) if isinstance(value, tuple) else value


def missing(model: Model, name: str) -> NoReturn:
    """Refuse to read a required field that did not come."""
    where = _path_of(model, name)
    at = f" (at {where})" if where else ""
    raise MissingField(f"{type(model).__name__}.{name} is required by the specification, but did not come{at}")


def _path_of(model: Model, name: str) -> str | None:
    wire = dict(model.__names__).get(f"_{name}")
    found = getattr(model, "__meta__", None)
    if isinstance(found, Meta):
        paths = (drift.path for drift in found.drift if drift.kind == "missing")
        return next((path for path in paths if path.endswith(f".{wire}")), None)
    return f"{found}.{wire}" if found else None
