"""Value classes: classes with slots and a constructor, made from their annotations.

To users and to type checkers they are attrs classes: `attrs.fields`, `attrs.evolve` and the like work with them. But
importing attrs takes longer than everything else that a first call needs. So this module creates the classes itself;
attrs is loaded when one of its functions is used with one of them.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from attrs import define, evolve, field, frozen

    Declaration = tuple[str, str, bool, bool]
    Declare = Callable[[Any], Iterator[Declaration]]
else:

    def frozen(cls=None, **options):
        """As `attrs.frozen`, with `eq`, `repr` and `kw_only`."""
        return _create(cls, True, **options) if cls else lambda cls: _create(cls, True, **options)

    def define(cls=None, *, these=None, **options):
        """As `attrs.define`, with `eq`, `repr` and `kw_only`. With `these`, it leaves the class alone."""
        if cls is None:
            return lambda cls: define(cls, these=these, **options)
        return cls if these else _create(cls, False, **options)

    def field(**options):
        """As `attrs.field`, with `default`, `factory`, `alias`, `repr`, `eq` and `validator`."""
        return Field(**options)

    def evolve(value, /, **changes):
        """As `attrs.evolve`."""
        kept = {one.alias: getattr(value, one.name) for one in fields_of(type(value)) if one.alias not in changes}
        return type(value)(**kept, **changes)


__all__ = ["define", "evolve", "field", "fields_of", "frozen"]


class _Nothing:
    def __repr__(self) -> str:
        return "NOTHING"


_NOTHING: Any = _Nothing()


class Field:
    """A field of a value class."""

    __slots__ = ("alias", "default", "eq", "factory", "name", "repr", "validator")

    def __init__(
        self,
        *,
        default: Any = _NOTHING,
        factory: Callable[[], Any] | None = None,
        alias: str | None = None,
        repr: bool | Callable[[Any], str] = True,
        eq: bool = True,
        validator: Callable[[Any, Any, Any], None] | None = None,
    ) -> None:
        self.name = ""
        self.default = default
        self.factory = factory
        self.alias = alias or ""
        self.repr = repr
        self.eq = eq
        self.validator = validator


def fields_of(cls: Any) -> tuple[Field, ...]:
    """The fields of a value class."""
    fields: tuple[Field, ...] = cls.__value_fields__
    return fields


class AttrsFields:
    """The attribute by which attrs knows its classes.

    `declare` returns the name and the alias of each field, and whether it is compared and shown.
    """

    def __init__(self, declare: Declare) -> None:
        self._declare = declare

    def __get__(self, value: object, owner: type) -> Any:
        return _attrs_fields(self._declare, owner)


@cache
def _attrs_fields(declare: Declare, cls: type) -> Any:
    import attrs  # noqa: PLC0415 - only for those who use it

    declared = {name: attrs.field(alias=alias, eq=eq, repr=shown) for name, alias, eq, shown in declare(cls)}
    return attrs.fields(attrs.make_class(cls.__name__, declared))


def _declared(cls: Any) -> Iterator[Declaration]:
    return ((one.name, one.alias, one.eq, bool(one.repr)) for one in fields_of(cls))


class SlotDocs(dict[str, Any]):
    """Slots with their docstrings, which `help()` shows. They are read from the source when they are asked for."""

    def __init__(self, names: tuple[str, ...], cls: type) -> None:
        super().__init__(dict.fromkeys(names))
        self._home = cls.__module__, cls.__name__

    def __getitem__(self, name: str) -> str | None:
        from ._source_docs import source_docs  # noqa: PLC0415 - only for those who read docstrings

        return source_docs(*self._home).get(name)


def with_slots(cls: Any, slots: Collection[str], **more: Any) -> Any:
    """The same class with slots and more attributes. Slots cannot be added to a class that exists."""
    left_out = {*slots, "__dict__", "__weakref__"}
    namespace: dict[str, Any] = {**cls.__dict__}
    kept = {name: value for name, value in namespace.items() if name not in left_out}
    twin = type(cls)(cls.__name__, cls.__bases__, {**kept, **more, "__slots__": slots})
    twin.__qualname__ = cls.__qualname__
    return twin


def _create(cls: Any, is_frozen: bool, *, eq: bool = True, repr: bool = True, kw_only: bool = False) -> Any:
    fields = tuple(_fields_in(cls))
    methods: dict[str, Any] = {"__init__": _Constructor(kw_only=kw_only), "__attrs_attrs__": AttrsFields(_declared)}
    if repr and "__repr__" not in vars(cls):
        methods["__repr__"] = _repr
    if eq and "__eq__" not in vars(cls):
        methods |= {"__eq__": _eq, "__hash__": _hash if is_frozen else None}
    if is_frozen:
        methods |= {"__setattr__": _refuse_change, "__delattr__": _refuse_change}
    weakref = () if any(hasattr(base, "__weakref__") for base in cls.__bases__) else ("__weakref__",)
    slots = SlotDocs((*(one.name for one in fields), *weakref), cls)
    match = () if kw_only else tuple(one.name for one in fields)
    return with_slots(cls, slots, __value_fields__=fields, __match_args__=match, **methods)


def _fields_in(cls: type) -> Iterator[Field]:
    for name, annotation in vars(cls).get("__annotations__", {}).items():
        if not annotation.startswith("ClassVar"):
            declared = vars(cls).get(name, _NOTHING)
            one = declared if isinstance(declared, Field) else Field(default=declared)
            one.name, one.alias = name, one.alias or name
            yield one


class _Constructor:
    """The constructor of a class. It is compiled when the class is first instantiated, and replaces this."""

    def __init__(self, *, kw_only: bool) -> None:
        self._kw_only = kw_only

    def __get__(self, value: object, owner: type) -> Any:
        # From Python 3.13, `inspect.signature` gets it as if the class were an instance.
        holder = value if isinstance(value, type) else owner
        cls: Any = next(one for one in holder.__mro__ if vars(one).get("__init__") is self)
        cls.__init__ = _compile(cls, "*, " if self._kw_only else "")
        return cls.__init__ if value is None else cls.__init__.__get__(value)


def _compile(cls: Any, marker: str) -> Any:
    namespace: dict[str, Any] = {**cls.__dict__}
    names: dict[str, Any] = {"__name__": cls.__module__, "NOTHING": _NOTHING}
    parameters: list[str] = []
    body: list[str] = []
    checks: list[str] = []
    for index, one in enumerate(fields_of(cls)):
        names |= {f"field_{index}": one, f"set_{index}": namespace[one.name].__set__, f"default_{index}": one.default}
        has_default = one.factory is not None or one.default is not _NOTHING
        parameters.append(f"{one.alias}=default_{index}" if has_default else one.alias)
        if one.factory is not None:
            body.append(f"{one.alias} = field_{index}.factory() if {one.alias} is NOTHING else {one.alias}")
        body.append(f"set_{index}(self, {one.alias})")
        if one.validator is not None:
            checks.append(f"field_{index}.validator(self, field_{index}, {one.alias})")
    lines = [f"def __init__(self, {marker if parameters else ''}{', '.join(parameters)}):", *body, *checks]
    exec("\n    ".join([*lines, "pass"]), names)  # noqa: S102 - as attrs creates constructors
    constructor = names["__init__"]
    constructor.__qualname__ = f"{cls.__qualname__}.__init__"
    annotations = namespace["__annotations__"]
    constructor.__annotations__ = {one.alias: annotations[one.name] for one in fields_of(cls)} | {"return": "None"}
    return constructor


def _repr(value: Any) -> str:
    texts = (f"{one.name}={_text(one, getattr(value, one.name))}" for one in fields_of(type(value)) if one.repr)
    return f"{type(value).__qualname__.rpartition('>.')[2]}({', '.join(texts)})"


def _text(one: Field, value: Any) -> str:
    return one.repr(value) if callable(one.repr) else repr(value)


def _compared(value: Any) -> tuple[Any, ...]:
    return tuple(getattr(value, one.name) for one in fields_of(type(value)) if one.eq)


def _eq(value: Any, other: object) -> bool:
    return _compared(value) == _compared(other) if type(value) is type(other) else NotImplemented


def _hash(value: Any) -> int:
    return hash(_compared(value))


def _refuse_change(value: Any, name: str, new: object = None) -> None:
    raise AttributeError(f"{name!r} of a {type(value).__name__} cannot be changed")
