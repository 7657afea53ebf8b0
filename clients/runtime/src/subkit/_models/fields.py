"""The fields of models: one statement each.

Constructor, property, decoder, schema and repr follow from it:

    name: OptionalField[str | None] = field("name", {"type": "string", "nullable": True}, default=UNSET)

A field is a descriptor over a slot that holds what came on the wire, or `UNSET`. So an absent field, a null and a value
stay three different things, and the text of a date is there for the way back.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, Generic, Self, cast, overload
from uuid import UUID

from .._errors import MissingField
from .._formats.dates import parse_date, parse_datetime
from .._formats.json import is_array
from .._unset import UNSET, Unset
from .edits import CONTAINERS, meta_of, note_assigned, note_seen
from .schema import open_enum, resolve

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    from .schema import Schema

    Read = TypeVar("Read")
    Given = TypeVar("Given", default=Read)
else:
    from typing import TypeVar

    Read, Given = TypeVar("Read"), TypeVar("Given")


class _Doc:
    """The docstring of a class of fields, and of each field: what stands below it in the source of its model."""

    def __init__(self, text: str | None) -> None:
        self.text = text

    def __get__(self, one: Attribute[Any, Any] | None, owner: type) -> str | None:
        return self.text if one is None else _docs_of(one.owner).get(one.name)


class Attribute(Generic[Read, Given]):
    """A property of a model: reads a slot, and converts what is assigned as the constructor does."""

    required = True

    def __init_subclass__(cls) -> None:
        setattr(cls, "__doc__", _Doc(cls.__doc__))  # noqa: B010 - it is no text, as type checkers want it

    def __init__(self, wire: str, schema: Schema) -> None:
        self.wire = wire
        """Name in the vendor's document."""
        self.schema = schema
        self.kind = kind_of(schema)
        """How it is decoded and converted."""
        self._parse = _PARSERS.get(self.kind)
        self._convert = _CONVERTERS.get(self.kind)

    def __set_name__(self, owner: type, name: str) -> None:
        self.owner = owner
        self.name = name
        self.slot = f"_{name}"

    @overload
    def __get__(self, model: None, owner: type) -> Self: ...
    @overload
    def __get__(self, model: object, owner: type) -> Read: ...
    def __get__(self, model: object | None, owner: type) -> Any:
        if model is None:
            return self
        value = self.read(model)
        if type(value) in CONTAINERS:
            note_seen(model, self.name, value)
        return value

    def __set__(self, model: object, value: Given) -> None:
        self.put(model, value)
        note_assigned(model, self.name)

    def read(self, model: object) -> Any:
        """The value, or what stands for one that did not come."""
        value = getattr(model, self.slot)
        if value is UNSET:
            return self.absent(model)
        return value if self._parse is None else self._parse(value)

    def put(self, model: object, value: Any) -> None:
        """Keep a value that is given from Python."""
        setattr(model, self.slot, value if self._convert is None else self._convert(self.schema, value))

    def absent(self, model: object) -> Any:
        """What reading it gives where nothing came."""
        raise NotImplementedError


class Field(Attribute[Read, Given]):
    """A field that the specification requires. Reading one that did not come raises `MissingField`."""

    def absent(self, model: object) -> Any:
        """Refuse to read it."""
        path = _path_of(model, self.wire)
        at = f" (at {path})" if path else ""
        what = f"{type(model).__name__}.{self.name}"
        raise MissingField(f"{what} is required by the specification, but did not come{at}")


class OptionalField(Attribute[Read | None, Given | Unset]):
    """A field that may be left out. It reads as None then."""

    required = False

    def absent(self, model: object) -> Any:
        """None."""
        return None


def field(wire: str, schema: Schema, *, default: Unset | None = None) -> Any:
    """Declare a field: its name in the vendor's document, and its schema. With `default=UNSET` it may be left out."""
    return cast(Any, Field if default is None else OptionalField)(wire, schema)


_FORMATS: Final = {"date-time": "moment", "date": "date", "uuid": "uuid"}
_SCALARS: Final = frozenset({"string", "integer", "boolean"})


def kind_of(schema: Schema) -> str:
    """How values of a schema are decoded and converted: a model, models, an enum, a plain value or plain values, a
    moment, a date, a uuid, any value, or other things that only `reader_of` knows."""
    type_ = schema.get("type")
    if "ref" in schema:
        return "model"
    if "open" in schema:
        return "enum"
    if not schema.keys() - {"nullable", "secret"}:
        return "any"
    if type_ == "array":
        return _kind_of_array(schema.get("items", {}))
    if "enum" in schema or "oneOf" in schema or type_ not in _SCALARS:
        return "other"
    return _FORMATS.get(schema.get("format", ""), "plain") if type_ == "string" else "plain"


def _kind_of_array(items: Schema) -> str:
    kind = "other" if items.get("nullable") else kind_of(items)
    return {"model": "models", "plain": "plains"}.get(kind, "other")


def _path_of(model: object, wire: str) -> str | None:
    """Where a field of a model should have been in its answer, if that is known."""
    found = meta_of(model)
    if isinstance(found, str):
        return f"{found}.{wire}"
    paths = (drift.path for drift in found.drift if drift.kind == "missing") if found else ()
    return next((path for path in paths if path.endswith(f".{wire}")), None)


@cache
def _docs_of(cls: Any) -> Mapping[str, str]:
    """The texts below the fields of a class. Python does not keep them, so they are read from its source, if it is
    there."""
    try:
        module = ast.parse(inspect.getsource(import_module(cls.__home__)))
    except OSError:
        return {}
    body = next(one.body for one in module.body if isinstance(one, ast.ClassDef) and one.name == cls.__name__)
    return {
        one.target.id: inspect.cleandoc(text.value.value)
        for one, text in pairwise(body)
        if isinstance(one, ast.AnnAssign)
        and isinstance(one.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }


# How values are read: dates and UUIDs are parsed then, because their text is what is kept.


def as_moment(value: datetime | str | None) -> datetime:
    """A date-time as it is read. Text that says none stays text."""
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
_PARSERS: Final[Mapping[str, Callable[[Any], Any]]] = {"moment": as_moment, "date": as_date, "uuid": as_uuid}

# How values are kept that are given from Python.


def _given_enum(schema: Schema, value: Any) -> Any:
    """An enum value may be given as its plain value."""
    return open_enum(schema["open"])[0](value) if type(value) in (str, int) else value


def _given_model(schema: Schema, value: Any) -> Any:
    """A model may be given as a dict with the vendor's names."""
    return resolve(schema["ref"]).from_dict(cast("Mapping[str, Any]", value)) if isinstance(value, Mapping) else value


def _given_models(schema: Schema, value: Any) -> Any:
    """In a list of models, some may be given as dicts."""
    given = _given(schema, value)
    return [_given_model(schema["items"], item) for item in given] if is_array(given) else given


def _given(schema: Schema, value: Any) -> Any:
    """A tuple becomes the list that JSON knows."""
    return list(cast("tuple[Any, ...]", value)) if isinstance(value, tuple) else value


_CONVERTERS: Final[Mapping[str, Callable[[Schema, Any], Any]]] = {
    "enum": _given_enum,
    "model": _given_model,
    "models": _given_models,
    "other": _given,
    "plains": _given,
}
