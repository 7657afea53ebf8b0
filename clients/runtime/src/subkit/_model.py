"""The base of all generated models.

Each field has a slot that holds what came on the wire (or `UNSET`) and a property that reads it. So an absent field,
a null and a value stay three different things, and the text of a date is there for the way back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, Self, TypeVar, cast
from uuid import UUID

from ._dates import parse_date, parse_datetime
from ._decode import Meta, Notes
from ._errors import DecodeError, MissingField
from ._json import is_array, is_object, shape_of, to_json
from ._portable import Portable, unpack
from ._public import public
from ._shown import SECRET, Words, shown
from ._unset import UNSET

if TYPE_CHECKING:
    from ._schema import Path, Schema

JsonObject = dict[str, Any]
M = TypeVar("M", bound="Model")


@public
class Model(Portable):
    """Base of all generated models: made by hand with keyword arguments, or from JSON with `from_dict`.

    An optional field that was left out reads as None. A required one that did not come raises `MissingField`.
    """

    __slots__ = ("__meta__",)
    __schema__: ClassVar[Schema] = {}
    __names__: ClassVar[tuple[tuple[str, str], ...]] = ()
    __secret__: ClassVar[frozenset[str]] = frozenset()
    __identity__: ClassVar[str | None] = None

    __meta__: Meta | str  # not set until the object is part of an answer; a text is its path in one
    _unknown_fields: dict[str, Any] | None

    @classmethod
    def __read__(cls, source: JsonObject, notes: Notes) -> Self:
        raise DecodeError(f"{cls.__name__} is not made for decoding")

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Build the model from a JSON object. Nothing is refused for its values, and nothing is lost.

        Raises `DecodeError` if `source` is not an object.
        """
        if not isinstance(cast(object, source), Mapping):
            shape = shape_of(source)
            del source  # a text of JSON, by mistake; there may be secrets in it
            raise DecodeError(f"{cls.__name__} is decoded from a JSON object, not from {shape}")
        return cls.__read__(dict(source), Notes())

    @property
    def unknown_fields(self) -> JsonObject:
        """The fields that came and that the specification does not know, by the vendor's names."""
        return dict(self._unknown_fields or {})

    def to_dict(self) -> JsonObject:
        """The model as a JSON object, equal to what came: unknown fields and the digits of dates included."""
        result: JsonObject = {}
        for slot, name in self.__names__:
            value = getattr(self, slot)
            if value is not UNSET:
                result[name] = to_json(value)
        if self._unknown_fields:
            result.update(self._unknown_fields)
        return result

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__rich_repr__())})"

    def __rich_repr__(self) -> Iterator[tuple[str, Any]]:
        """What `repr` shows, for printers that would go through the fields."""
        properties: Mapping[str, Schema] = self.__schema__.get("properties", {})
        for slot, name in self.__names__:
            if getattr(self, slot) is not UNSET:
                hidden = slot in self.__secret__
                yield slot[1:], SECRET if hidden else shown(properties.get(name, {}), getattr(self, slot[1:]))
        if self._unknown_fields:
            yield "unknown_fields", Words(f"<{', '.join(map(repr, self._unknown_fields))}>")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other) or not isinstance(other, Model):
            return NotImplemented
        return all(_same(self, other, slot) for slot, _ in self.__names__) and (
            (self._unknown_fields or {}) == (other._unknown_fields or {})
        )

    __hash__: ClassVar[None] = None  # type: ignore[assignment]  # mutable, as attrs does for eq without frozen

    def __stored__(self) -> dict[str, Any]:
        return {"json": self.to_dict(), "metas": tuple(_metas(self, ()))}

    @classmethod
    def __restore__(cls, stored: Mapping[str, Any]) -> Self:
        content = unpack(cls.__name__, stored)
        self = cls.from_dict(content["json"])
        for path, found in content["metas"]:
            if isinstance(owner := locate(self, path), Model):
                owner.__meta__ = found
        return self


@public
class UnknownVariant(Model):
    """One of several kinds of object, of a kind that the specification does not know. Kept as it came."""

    __slots__ = ("_unknown_fields",)

    @classmethod
    def __read__(cls, source: JsonObject, notes: Notes) -> Self:
        self = cls.__new__(cls)
        self._unknown_fields = source
        notes.odd = True
        return self


def _metas(value: Any, path: Path) -> Iterator[tuple[Path, Meta | str]]:
    """What a model and those inside it know of the response that they came in, by path."""
    if isinstance(value, Model):
        found = getattr(value, "__meta__", None)
        if found is not None:
            yield path, found
        for slot, name in value.__names__:
            yield from _metas(getattr(value, slot), (*path, name))
    elif is_array(value):
        for index, item in enumerate(value):
            yield from _metas(item, (*path, index))
    elif is_object(value):
        for key, item in value.items():
            yield from _metas(item, (*path, key))


def locate(value: Any, path: Path) -> Any:
    """The Python value at a path of a decoded response, or None."""
    for step in path:
        if isinstance(value, Model):
            slot = next((slot for slot, name in value.__names__ if name == step), None)
            value = getattr(value, slot) if slot else None
        else:
            try:
                value = value[step]
            except (TypeError, LookupError):
                return None
    return value


def _same(left: Model, right: Model, slot: str) -> bool:
    mine, theirs = getattr(left, slot), getattr(right, slot)
    if mine is UNSET or theirs is UNSET:
        return mine is theirs
    return bool(mine == theirs or getattr(left, slot[1:]) == getattr(right, slot[1:]))


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


def meta(obj: Model) -> Meta | None:
    """The answer that `obj` came in, or None if it was made by hand or edited with `attrs.evolve`."""
    found = getattr(obj, "__meta__", None)
    return found if isinstance(found, Meta) else None


# What generated code calls, for fields and constructor arguments.


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
