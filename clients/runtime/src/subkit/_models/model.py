"""The base of all models, and how a class with fields becomes one.

A model is an attrs class with slots. Each of its fields has a slot that holds what came on the wire (or `UNSET`), and
is the property that reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, cast, dataclass_transform, overload

import attrs

from .._errors import DecodeError
from .._formats.json import is_array, is_object, shape_of, to_json
from .._meta import Meta
from .._portable import Portable, unpack
from .._public import public
from .._unset import UNSET
from .compiler import compile_decoder
from .edits import History, history_of, meta_of, was_edited
from .fields import Attribute, field
from .repr import Words, shown
from .schema import Notes
from .signature import signature_of

if TYPE_CHECKING:
    from inspect import Signature

    from .compiler import Decoder
    from .schema import Path, Schema

JsonObject = dict[str, Any]
Fields = tuple[Attribute[Any, Any], ...]
T = TypeVar("T")
M = TypeVar("M", bound="Model")


class _Decoding:
    """The decoder of a class, compiled when it is first asked for. Then the class has it in this one's place."""

    def __get__(self, model: object, owner: type[Model]) -> Decoder:
        is_open = owner.__schema__.get("additionalProperties") is True
        decoder = compile_decoder(owner, owner.__fields__, is_open=is_open)
        owner.__decode__ = staticmethod(decoder)
        return decoder


class _Signature:
    """The signature of a class, as type checkers see it. Made when it is asked for."""

    def __get__(self, model: object, owner: type[Model]) -> Signature:
        return signature_of(owner.__fields__)


class _Carried(dict[str, Any]):
    """Unknown fields, as `attrs.evolve` hands them to the constructor of a copy. They say what it is a copy of, so that
    it knows what was edited."""

    __slots__ = ("model",)

    def __init__(self, model: Model) -> None:
        super().__init__(model.unknown_fields)
        self.model = model


class _UnknownFields:
    """The fields that came and that the specification does not know, by the vendor's names."""

    def __init__(self, *, default: None) -> None:
        """`default` is what type checkers look for."""

    @overload
    def __get__(self, model: None, owner: type) -> Self: ...
    @overload
    def __get__(self, model: Model, owner: type) -> JsonObject: ...
    def __get__(self, model: Model | None, owner: type) -> Self | JsonObject:
        return self if model is None else dict(model.__unknown__ or {})

    def __set__(self, model: Model, value: dict[str, Any] | None) -> None:
        model.__unknown__ = dict(value) if value else None


@public
class _Slots(Portable):
    """What a model has beside its fields."""

    __slots__ = ("__meta__", "__unknown__")
    __meta__: Meta | str | History | None  # not set until there is one; a text is the path of the object in an answer
    __unknown__: JsonObject | None


@dataclass_transform(kw_only_default=True, eq_default=False, field_specifiers=(field, _UnknownFields))
def _base(cls: type[T]) -> type[T]:
    """Let type checkers count the fields of `Model` among those of each model."""
    return cls


# To checkers that know attrs, this makes each model one of its classes. `attrs.evolve` carries the one attribute.
@public
@_base
@attrs.define(
    these={"_unknown_fields": attrs.field(alias="unknown_fields")}, slots=False, init=False, eq=False, repr=False
)
class Model(_Slots):
    """Base of all models: made by hand with keyword arguments, or from JSON with `from_dict`.

    An optional field that was left out reads as None. A required one that did not come raises `MissingField`.
    """

    __slots__ = ()
    __fields__: ClassVar[Fields] = ()
    __names__: ClassVar[tuple[tuple[str, str], ...]] = ()
    __schema__: ClassVar[Schema] = {}
    __identity__: ClassVar[str | None] = None
    __home__: ClassVar[str] = __name__
    __decode__: ClassVar[Any] = _Decoding()
    __signature__: ClassVar[Any] = _Signature()

    unknown_fields: _UnknownFields = _UnknownFields(default=None)

    def __init__(self, /, **values: Any) -> None:
        unknown = values.pop("unknown_fields", None)
        if isinstance(unknown, _Carried):
            _note_changes(self, unknown.model, values)
        for one in self.__fields__:
            if one.required and one.name not in values:
                raise TypeError(f"{type(self).__name__}() needs the keyword argument {one.name!r}")
            one.put(self, values.pop(one.name, UNSET))
        if values:
            raise TypeError(f"{type(self).__name__}() takes no keyword argument {next(iter(values))!r}")
        self.unknown_fields = unknown

    def __init_subclass__(cls) -> None:
        cls.__decode__ = _Decoding()  # a subclass is not decoded as what it is derived from

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
        return _Carried(self)

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
        return self.unknown_fields == other.unknown_fields and all(_same(self, other, one) for one in self.__fields__)

    __hash__: ClassVar[None] = None  # type: ignore[assignment]  # mutable, as attrs does for eq without frozen

    def __stored__(self) -> dict[str, Any]:
        return {"json": self.to_dict(), "metas": tuple(_metas(self, ())), "edits": tuple(_edits(self, ()))}

    @classmethod
    def __restore__(cls, stored: Mapping[str, Any]) -> Self:
        content = unpack(cls.__name__, stored)
        self = cls.from_dict(content["json"])
        for path, found in content["metas"]:
            if isinstance(owner := locate(self, path), Model):
                owner.__meta__ = found
        for path, names in content.get("edits", ()):
            if isinstance(owner := locate(self, path), Model):
                history_of(owner).assigned |= {one.name for one in owner.__fields__ if one.wire in names}
        return self


@dataclass_transform(kw_only_default=True, eq_default=False, field_specifiers=(field,))
def model(
    *, identity: str | None = None, extra: bool | Schema = False, **more: tuple[str, ...]
) -> Callable[[type[M]], type[M]]:
    """Make a model of a class with fields.

    Args:
        identity: The field that holds the object's id.
        extra: Whether fields are expected that nobody declared, or their schema.
        more: What else its schema says, such as `exactlyOne`.

    """

    def declare(cls: type[M]) -> type[M]:
        home = cls.__module__
        cls.__home__, cls.__module__ = home, home.rpartition(".models.")[0] or home  # from where users import it
        fields = tuple(cast(Fields, [one for one in vars(cls).values() if isinstance(one, Attribute)]))
        cls.__fields__ = fields
        cls.__names__ = tuple((one.slot, one.wire) for one in fields)
        cls.__schema__ = _schema_of(fields, extra, more)
        cls.__identity__ = identity
        return _slotted(cls, {one.slot: attrs.field(alias=one.name) for one in fields})

    return declare


def _walk(value: object, path: Path) -> Iterator[tuple[Path, Model]]:
    """A model and those inside it, by path."""
    if isinstance(value, Model):
        yield path, value
        for slot, name in value.__names__:
            yield from _walk(getattr(value, slot), (*path, name))
    elif is_array(value):
        for index, item in enumerate(value):
            yield from _walk(item, (*path, index))
    elif is_object(value):
        for key, item in value.items():
            yield from _walk(item, (*path, key))


def _metas(value: Model, path: Path) -> Iterator[tuple[Path, Meta | str]]:
    """What a model and those inside it know of the response that they came in, by path."""
    for place, one in _walk(value, path):
        if (found := meta_of(one)) is not None:
            yield place, found


def _edits(value: Model, path: Path) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Which fields of a model and of those inside it were edited, by path and the vendor's names."""
    for place, one in _walk(value, path):
        names = tuple(f.wire for f in one.__fields__ if was_edited(one, f.name, getattr(one, f.slot)))
        if names:
            yield place, names


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


def _slotted(cls: type[M], attributes: Mapping[str, Any]) -> type[M]:
    return attrs.define(
        cls, these=dict(attributes), init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False
    )


def _schema_of(fields: Fields, extra: bool | Schema, more: Mapping[str, Any]) -> Schema:
    schema: dict[str, Any] = {"type": "object", "properties": {one.wire: one.schema for one in fields}}
    required = tuple(one.wire for one in fields if one.required)
    if required:
        schema["required"] = required
    if extra is not False:
        schema["additionalProperties"] = extra
    return {**schema, **more}


@public
@model()
class UnknownVariant(Model):
    """One of several kinds of object, of a kind that the specification does not know. Kept as it came."""


def _same(left: Model, right: Model, one: Attribute[Any, Any]) -> bool:
    mine, theirs = getattr(left, one.slot), getattr(right, one.slot)
    if mine is UNSET or theirs is UNSET:
        return mine is theirs
    return bool(mine == theirs or one.read(left) == one.read(right))


def _note_changes(copy: Model, model: Model, values: Mapping[str, Any]) -> None:
    """Note what a copy was given that its model has not, beside what was edited in that one."""
    changed = {name for name, value in values.items() if value is not getattr(model, f"_{name}")}
    if changed := changed.union(edited(model)):
        history_of(copy).assigned.update(changed)


def meta(obj: Model) -> Meta | None:
    """The answer that `obj` came in, or None if it was made by hand or edited with `attrs.evolve`."""
    found = meta_of(obj)
    return found if isinstance(found, Meta) else None


def edited(obj: Model) -> tuple[str, ...]:
    """The fields of `obj`, by Python name, that were edited since it was received or made: assigned, or changed in
    place. What was edited inside a field counts as an edit of it. A copy made with `attrs.evolve` has the edits of its
    model and the changes."""
    return tuple(one.name for one in obj.__fields__ if _is_edited(obj, one))


def _is_edited(model: Model, one: Attribute[Any, Any]) -> bool:
    value = getattr(model, one.slot)
    return was_edited(model, one.name, value) or _holds_edited(value)


def _holds_edited(value: object) -> bool:
    if isinstance(value, Model):
        return bool(edited(value))
    if is_array(value):
        return any(map(_holds_edited, value))
    return is_object(value) and any(map(_holds_edited, value.values()))
