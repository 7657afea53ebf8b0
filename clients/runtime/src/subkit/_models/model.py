"""The base of all models."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self, TypeVar, cast, dataclass_transform

from .._errors import DecodeError
from .._formats.json import SCALARS, plain_containers, shape_of, to_json
from .._meta import Meta
from .._portable import unpack
from .._public import public
from .._unset import UNSET
from .._values import define
from .._values import field as attrs_field
from .compiler import compile_decoder, compile_values
from .edits import edited_fields, note_copied
from .fields import AnyField, field
from .lists import ListDecoder
from .nested import locate, models_in
from .repr import Verbatim, redacted
from .schema import Notes
from .slots import ModelSlots, meta_of, unknown_of
from .stored_edits import restore_edits, stored_edits
from .unknown_fields import CarriedFields, JsonObject, UnknownFields

if TYPE_CHECKING:
    from inspect import Signature

    from .compiler import Decoder
    from .schema import Schema

T = TypeVar("T")


class _Compiled:
    """What is compiled from the fields of a class: on first use, and then it replaces this descriptor."""

    def __init__(self, name: str, make: Callable[[type[Model]], Any]) -> None:
        self._name = name
        self._make = make

    def __get__(self, model: object, owner: type[Model]) -> Any:
        made = self._make(owner)
        setattr(owner, self._name, staticmethod(made))
        return made

    def reset(self, cls: type[Model]) -> None:
        """Give a class its own, in place of the one that it inherits."""
        setattr(cls, self._name, self)


def _decoder(cls: type[Model]) -> Decoder:
    is_open = cls.__schema__.get("additionalProperties") is True
    return compile_decoder(cls, cls.__fields__, is_open=is_open)


_DECODE: Final = _Compiled("__decode__", _decoder)
_DECODE_LIST: Final = _Compiled("__decode_list__", lambda cls: ListDecoder(cls, cls.__fields__, cls.__schema__))
_VALUES: Final = _Compiled("__values__", lambda cls: compile_values(cls, cls.__fields__))


class _Signature:
    """The signature of a class, as type checkers see it."""

    def __get__(self, model: object, owner: type[Model]) -> Signature:
        from .signature import signature_of  # noqa: PLC0415 - only for those who inspect the class

        return signature_of(owner.__fields__)


@dataclass_transform(kw_only_default=True, eq_default=False, field_specifiers=(field, UnknownFields))
def _with_fields(cls: type[T]) -> type[T]:
    """Make type checkers count the fields of `Model` among those of each model."""
    return cls


# Decorated with `attrs.define` itself, type checkers that know attrs would treat each model as one of its classes.
@public
@_with_fields
@define(these={"_unknown_fields": attrs_field(alias="unknown_fields")}, slots=False, init=False, eq=False, repr=False)
class Model(ModelSlots):
    """Base of all models: created with keyword arguments, or from JSON with `from_dict`.

    An optional field that was left out reads as None. A required one that is absent raises `MissingField`.
    """

    __slots__ = ()
    __fields__: ClassVar[tuple[AnyField, ...]] = ()
    __schema__: ClassVar[Schema] = {}
    __home__: ClassVar[str] = __name__
    """The module that declares the class; users import it from elsewhere."""
    __decode__: ClassVar[Any] = _DECODE
    __decode_list__: ClassVar[Any] = _DECODE_LIST
    __values__: ClassVar[Any] = _VALUES
    __signature__: ClassVar[Any] = _Signature()

    unknown_fields: UnknownFields = UnknownFields(default=None)

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
        for one in (_DECODE, _DECODE_LIST, _VALUES):
            one.reset(cls)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Build the model from a JSON object. No value is rejected, and nothing is lost.

        Raises `DecodeError` if `source` is not an object.
        """
        if not isinstance(cast(object, source), Mapping):
            shape = shape_of(source)
            del source  # JSON text, by mistake; it may contain secrets
            raise DecodeError(f"{cls.__name__} is decoded from a JSON object, not from {shape}")
        made: Self = cls.__decode__(plain_containers(source), Notes())
        return made

    @property
    def _unknown_fields(self) -> JsonObject:
        return CarriedFields(self)

    def to_dict(self) -> JsonObject:
        """The model as a JSON object, equal to the source: with unknown fields, and all digits of dates."""
        result: JsonObject = self.__values__(self)
        if not SCALARS.issuperset(map(type, result.values())):
            result = {
                name: value if type(value) in SCALARS else to_json(value)
                for name, value in result.items()
                if value is not UNSET
            }
        return result if self.__unknown__ is None else result | to_json(unknown_of(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__rich_repr__())})"

    def __rich_repr__(self) -> Iterator[tuple[str, Any]]:
        """What `repr` shows, for pretty-printers that would show all attributes."""
        for one in self.__fields__:
            if getattr(self, one.slot) is not UNSET:
                yield one.name, redacted(one.schema, one.read(self))
        if unknown := unknown_of(self):
            yield "unknown_fields", Verbatim(f"<{', '.join(map(repr, unknown))}>")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other) or not isinstance(other, Model):
            return NotImplemented
        unknown = unknown_of(self) == unknown_of(other)
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

    A field is edited when it is assigned, when its list or dict is changed in place, and when it contains an edited
    object. Constructor arguments are not edits. A copy made with `attrs.evolve` has the edits of its original and the
    changes.
    """
    return edited_fields(obj)
