"""The base of all generated models.

Each field has a slot that holds what came on the wire (or `UNSET`) and a property that reads it. So an absent field,
a null and a value stay three different things, and the text of a date is there for the way back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self, cast

from .._errors import DecodeError
from .._formats.json import is_array, is_object, shape_of, to_json
from .._meta import Meta
from .._portable import Portable, unpack
from .._public import public
from .._unset import UNSET
from .repr import SECRET, Words, shown
from .schema import Notes

if TYPE_CHECKING:
    from .schema import Path, Schema

JsonObject = dict[str, Any]


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


def meta(obj: Model) -> Meta | None:
    """The answer that `obj` came in, or None if it was made by hand or edited with `attrs.evolve`."""
    found = getattr(obj, "__meta__", None)
    return found if isinstance(found, Meta) else None
