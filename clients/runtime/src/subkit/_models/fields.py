"""The fields of models: one statement each.

Constructor, property, decoder, schema and repr follow from it:

    name: OptionalField[str | None] = field("name", {"type": "string", "nullable": True}, default=UNSET)

A field is a descriptor over a slot that holds the JSON value, or `UNSET`. So an absent field, a null and a value stay
three different things, and a date keeps its original text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, cast, overload

from .._errors import MissingField
from .._unset import UNSET, Unset
from .conversion import CONTAINERS, CONVERTERS, PARSERS, as_integer, kind_of
from .edits import note_assigned, note_seen
from .field_docs import FieldDoc
from .slots import meta_of

Read = TypeVar("Read")
if TYPE_CHECKING:
    from .schema import Schema

    # Type checkers know defaults for every version; at run time they come with Python 3.13.
    Given = TypeVar("Given", default=Read)  # pyright: ignore[reportGeneralTypeIssues]
else:
    Given = TypeVar("Given")


class BaseField(Generic[Read, Given]):
    """A property of a model. Its type arguments are the type for reading, and that for writing if it accepts more."""

    required = True

    def __init_subclass__(cls) -> None:
        setattr(cls, "__doc__", FieldDoc(cls.__doc__))  # noqa: B010 - for type checkers, docstrings are strings

    def __init__(self, wire: str, schema: Schema) -> None:
        self.wire = wire
        """Name in the vendor's document."""
        self.schema = schema
        self.kind = kind_of(schema)
        is_integer = self.kind == "scalar" and schema["type"] == "integer"
        self._parse = as_integer if is_integer else PARSERS.get(self.kind)
        self._convert = CONVERTERS.get(self.kind)

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
        before = getattr(model, self.slot)
        self.put(model, value)
        note_assigned(model, {self.name: before})

    def read(self, model: object) -> Any:
        """The value, or what an absent field reads as."""
        value = getattr(model, self.slot)
        if value is UNSET:
            return self.absent(model)
        return value if self._parse is None else self._parse(value)

    def put(self, model: object, value: Any) -> None:
        """Store a value from Python."""
        setattr(model, self.slot, value if self._convert is None else self._convert(self.schema, value))

    def absent(self, model: object) -> Any:
        """What the field reads as when it is absent."""
        raise NotImplementedError


AnyField = BaseField[Any, Any]


class Field(BaseField[Read, Given]):
    """A field that the specification requires. Reading it raises `MissingField` if it is absent."""

    def absent(self, model: object) -> Any:
        """Raise `MissingField`."""
        path = _path_of(model, self.wire)
        at = f" (at {path})" if path else ""
        what = f"{type(model).__name__}.{self.name}"
        raise MissingField(f"{what} is required by the specification, but did not come{at}")


class OptionalField(BaseField[Read | None, Given | Unset]):
    """An optional field. It reads as None if it is absent."""

    required = False

    def absent(self, model: object) -> Any:
        """None."""
        return None


def field(wire: str, schema: Schema, *, default: Unset | None = None) -> Any:
    """Declare a field: its name in the vendor's document, and its schema. With `default=UNSET` it is optional."""
    return cast(Any, Field if default is None else OptionalField)(wire, schema)


def _path_of(model: object, wire: str) -> str | None:
    """Where an absent field should have been in its response, if that is known."""
    found = meta_of(model)
    if isinstance(found, str):
        return f"{found}.{wire}"
    paths = (drift.path for drift in found.drift if drift.kind == "missing") if found else ()
    return next((path for path in paths if path.endswith(f".{wire}")), None)
