"""The base of all models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, cast, dataclass_transform

import attrs

from .._errors import DecodeError
from .._formats.json import shape_of, to_json
from .._meta import Meta
from .._portable import unpack
from .._public import public
from .._unset import UNSET
from .compiler import compile_decoder
from .edits import edited_fields, note_copied
from .fields import AnyField, field
from .nested import locate, models_in
from .repr import Words, shown
from .schema import Notes
from .signature import signature_of
from .slots import ModelSlots, meta_of
from .stored_edits import restore_edits, stored_edits
from .unknown_fields import CarriedFields, JsonObject, UnknownFields

if TYPE_CHECKING:
    from inspect import Signature

    from .compiler import Decoder
    from .schema import Schema

T = TypeVar("T")


class _Decoder:
    """The decoder of a class. It is compiled when it is first asked for, and stands in this one's place from then."""

    def __get__(self, model: object, owner: type[Model]) -> Decoder:
        is_open = owner.__schema__.get("additionalProperties") is True
        decoder = compile_decoder(owner, owner.__fields__, is_open=is_open)
        owner.__decode__ = staticmethod(decoder)
        return decoder


class _Signature:
    """The signature of a class, as type checkers see it."""

    def __get__(self, model: object, owner: type[Model]) -> Signature:
        return signature_of(owner.__fields__)


@dataclass_transform(kw_only_default=True, eq_default=False, field_specifiers=(field, UnknownFields))
def _with_fields(cls: type[T]) -> type[T]:
    """Let type checkers count the fields of `Model` among those of each model."""
    return cls


# With the decorator of attrs itself, type checkers that know attrs take each model for one of its classes.
@public
@_with_fields
@attrs.define(
    these={"_unknown_fields": attrs.field(alias="unknown_fields")}, slots=False, init=False, eq=False, repr=False
)
class Model(ModelSlots):
    """Base of all models: made by hand with keyword arguments, or from JSON with `from_dict`.

    An optional field that was left out reads as None. A required one that did not come raises `MissingField`.
    """

    __slots__ = ()
    __fields__: ClassVar[tuple[AnyField, ...]] = ()
    __schema__: ClassVar[Schema] = {}
    __home__: ClassVar[str] = __name__
    """The module that declares the class; users import it from elsewhere."""
    __decode__: ClassVar[Any] = _Decoder()
    __signature__: ClassVar[Any] = _Signature()

    unknown_fields: UnknownFields = UnknownFields(default=None)  # noqa: RUF009 - a descriptor

    def __init__(self, /, **values: Any) -> None:
        unknown = values.pop("unknown_fields", None)
        if isinstance(unknown, CarriedFields):
            note_copied(self, unknown.model, values)
        for one in self.__fields__:
            if one.required and one.name not in values:
                raise TypeError(f"{type(self).__name__}() needs the keyword argument {one.name!r}")
            one.put(self, values.pop(one.name, UNSET))
        if values:
            raise TypeError(f"{type(self).__name__}() takes no keyword argument {next(iter(values))!r}")
        type(self).unknown_fields.put(self, unknown)

    def __init_subclass__(cls) -> None:
        cls.__decode__ = _Decoder()  # a subclass is not decoded as what it is derived from

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Build the model from a JSON object. Nothing is refused for its values, and nothing is lost.

        Raises `DecodeError` if `source` is not an object.
        """
        if not isinstance(cast(object, source), Mapping):
            shape = shape_of(source)
            del source  # a text of JSON, by mistake; there may be secrets in it
            raise DecodeError(f"{cls.__name__} is decoded from a JSON object, not from {shape}")
        made: Self = cls.__decode__(dict(source), Notes())
        return made

    @property
    def _unknown_fields(self) -> JsonObject:
        return CarriedFields(self)

    def to_dict(self) -> JsonObject:
        """The model as a JSON object, equal to what came: unknown fields and the digits of dates included."""
        result: JsonObject = {}
        for slot, name in self.__names__:
            value = getattr(self, slot)
            if value is not UNSET:
                result[name] = to_json(value)
        if self.__unknown__:
            result.update(self.__unknown__)
        return result

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__rich_repr__())})"

    def __rich_repr__(self) -> Iterator[tuple[str, Any]]:
        """What `repr` shows, for printers that would go through the fields."""
        for one in self.__fields__:
            if getattr(self, one.slot) is not UNSET:
                yield one.name, shown(one.schema, one.read(self))
        if self.__unknown__:
            yield "unknown_fields", Words(f"<{', '.join(map(repr, self.__unknown__))}>")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other) or not isinstance(other, Model):
            return NotImplemented
        unknown = (self.__unknown__ or {}) == (other.__unknown__ or {})
        return unknown and all(_same(self, other, one) for one in self.__fields__)

    __hash__: ClassVar[None] = None  # type: ignore[assignment]  # mutable, as attrs does for eq without frozen

    def __stored__(self) -> dict[str, Any]:
        metas = tuple((path, found) for path, one in models_in(self) if (found := meta_of(one)) is not None)
        return {"json": self.to_dict(), "metas": metas, **stored_edits(self)}

    @classmethod
    def __restore__(cls, stored: Mapping[str, Any]) -> Self:
        content = unpack(cls.__name__, stored)
        self = cls.from_dict(content["json"])
        for path, found in content["metas"]:
            if isinstance(owner := locate(self, path), Model):
                owner.__meta__ = found
        restore_edits(self, content)
        return self


def _same(left: Model, right: Model, one: AnyField) -> bool:
    mine, theirs = getattr(left, one.slot), getattr(right, one.slot)
    if mine is UNSET or theirs is UNSET:
        return mine is theirs
    return bool(mine == theirs or one.read(left) == one.read(right))


def meta(obj: Model) -> Meta | None:
    """The response that `obj` came in, or None if it was made by hand or copied with `attrs.evolve`."""
    found = meta_of(obj)
    return found if isinstance(found, Meta) else None


def edited(obj: Model) -> tuple[str, ...]:
    """The fields of `obj` that were edited since it was received or made, by Python name.

    A field is edited when it was assigned, when its list or dict was changed in place, and when it holds an object that
    was edited. What the constructor takes is no edit. A copy made with `attrs.evolve` has the edits of the object that
    it is a copy of, and the changes.
    """
    return edited_fields(obj)
