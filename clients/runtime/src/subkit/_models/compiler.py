"""The decoder of a model class: straight-line code that is generated from its fields when it is first needed.

It keeps every value, whatever it is, and notes whether the object drifted from its schema; `schema.validate` says
where. It is written out because a loop over the fields of each item would double the time for a page.
"""

from __future__ import annotations

import linecache
from collections.abc import Callable, Sequence
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any, Final

from .._formats.dates import is_datetime
from .._unset import UNSET
from .decoding import decode_models, decoder_of
from .schema import open_enum, resolve

if TYPE_CHECKING:
    from types import CodeType

    from .fields import AnyField
    from .schema import Notes

    Decoder = Callable[[dict[str, Any], Notes], Any]
    Builder = Callable[[int, Sequence[Sequence[Any]]], list[Any]]
    Bind = Callable[[object], str]
    """Binds a value to a name for the generated code."""

_TYPES: Final = {"string": str, "integer": int, "boolean": bool}


def compile_decoder(cls: type, fields: Sequence[AnyField], *, is_open: bool) -> Decoder:
    """The function that makes an object of a model class from a JSON object.

    `is_open` says that undeclared fields are not drift.
    """
    names: dict[str, Any] = {"__name__": cls.__module__, "UNSET": UNSET, "is_datetime": is_datetime}

    def bind(value: object) -> str:
        name = f"_{len(names)}"
        names[name] = value
        return name

    body = [f"self = {bind(object.__new__)}({bind(cls)})", "get = source.get"]
    body += chain.from_iterable(_WRITERS[one.kind](one, bind) for one in fields)
    body += _unknown_fields(bind(frozenset(one.wire for one in fields)), is_open)
    lines = ["def decode(source, notes):", *(f"    {line}" for line in [*body, "return self"])]
    exec(_code(cls, "\n".join([*lines, ""]), "decoder"), names)  # noqa: S102 - as attrs makes the methods of a class
    decode: Decoder = names["decode"]
    return decode


def compile_builder(cls: type, fields: Sequence[AnyField]) -> Builder:
    """The function that makes objects of a model class of the columns of its fields."""
    targets = "".join(f", self.{one.slot}" for one in fields)
    lines = [
        "def build(count, columns):",
        "    models = list(map(new, repeat(cls, count)))",
        f"    for self{targets or ','} in zip(models, *columns):",
        "        self.__unknown__ = None",
        "    return models",
    ]
    names: dict[str, Any] = {"__name__": cls.__module__, "new": object.__new__, "cls": cls, "repeat": repeat}
    exec(_code(cls, "\n".join([*lines, ""]), "builder"), names)  # noqa: S102 - as attrs makes the methods of a class
    build: Builder = names["build"]
    return build


def compile_values(cls: type, fields: Sequence[AnyField]) -> Callable[[Any], dict[str, Any]]:
    """The function that returns the values of an object of a model class, by the vendor's names."""
    pairs = "".join(f"{one.wire!r}: self.{one.slot}, " for one in fields)
    names: dict[str, Any] = {"__name__": cls.__module__}
    exec(_code(cls, f"def values(self):\n    return {{{pairs}}}\n", "values"), names)  # noqa: S102 - as above
    values: Callable[[Any], dict[str, Any]] = names["values"]
    return values


def _code(cls: type, text: str, what: str) -> CodeType:
    file = f"<{what} of {cls.__module__}.{cls.__qualname__}>"
    linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)  # tracebacks show its lines
    return compile(text, file, "exec")


def _unknown_fields(known: str, is_open: bool) -> list[str]:
    return [
        f"if {known}.issuperset(source):",
        "    self.__unknown__ = None",
        "else:",
        f"    self.__unknown__ = {{key: value for key, value in source.items() if key not in {known}}}",
        f"    notes.{'nested' if is_open else 'drifted'} = True",
    ]


def _keep(one: AnyField) -> str:
    return f"value = self.{one.slot} = get({one.wire!r}, UNSET)"


def _note(one: AnyField, *conditions: str) -> list[str]:
    """Note drift under a condition, unless the field is optional and absent, or nullable and null."""
    parts = [*conditions, *([] if one.required else ["value is not UNSET"])]
    parts += ["value is not None"] if one.schema.get("nullable") else []
    return [f"if {' and '.join(parts)}:", "    notes.drifted = True"] if parts else ["notes.drifted = True"]


def _scalar(one: AnyField, bind: Bind) -> list[str]:
    return [_keep(one), *_note(one, f"type(value) is not {_TYPES[one.schema['type']].__name__}")]


def _scalars(one: AnyField, bind: Bind) -> list[str]:
    only = bind(frozenset({_TYPES[one.schema["items"]["type"]]}))
    return [_keep(one), *_note(one, f"(type(value) is not list or not {only}.issuperset(map(type, value)))")]


def _datetime(one: AnyField, bind: Bind) -> list[str]:
    return [_keep(one), *_note(one, "(type(value) is not str or not is_datetime(value))")]


def _any(one: AnyField, bind: Bind) -> list[str]:
    nested = ["if type(value) is dict or type(value) is list:", "    notes.nested = True"]
    return [_keep(one), *nested, *(_note(one, "value is UNSET") if one.required else [])]


def _other(one: AnyField, bind: Bind) -> list[str]:
    """For values that only `decoder_of` can decode."""
    read = f"self.{one.slot} = {bind(decoder_of(one.schema))}(value, notes)"
    return [_keep(one), "if value is not UNSET:", f"    {read}", *_required(one)]


def _text(one: AnyField, bind: Bind) -> list[str]:
    """For values that only `decoder_of` can check, and that are kept as text."""
    return [_keep(one), "if value is not UNSET:", f"    {bind(decoder_of(one.schema))}(value, notes)", *_required(one)]


def _required(one: AnyField) -> list[str]:
    return ["else:", "    notes.drifted = True"] if one.required else []


def _enum(one: AnyField, bind: Bind) -> list[str]:
    enum, type_ = open_enum(one.schema["open"])
    known, make = bind(enum._value2member_map_), bind(enum)
    lines = [
        f"member = {known}.get(value)",
        "if member is None:",
        "    notes.drifted = True",
        f"    member = {make}(value)",
    ]
    return _choose(one, type_, [*lines, f"self.{one.slot} = member"])


def _model(one: AnyField, bind: Bind) -> list[str]:
    cls = bind(resolve(one.schema["ref"]))
    return _choose(one, dict, [f"self.{one.slot} = {cls}.__decode__(value, notes)"])


def _models(one: AnyField, bind: Bind) -> list[str]:
    cls = bind(resolve(one.schema["items"]["ref"]))
    return _choose(one, list, [f"self.{one.slot} = {bind(decode_models)}({cls}, value, notes)"])


def _choose(one: AnyField, type_: type, read: list[str]) -> list[str]:
    """Decode a value of the promised type, and keep any other."""
    otherwise = [f"self.{one.slot} = value", *_note(one)]
    return [
        f"value = get({one.wire!r}, UNSET)",
        f"if type(value) is {type_.__name__}:",
        *(f"    {line}" for line in read),
        "else:",
        *(f"    {line}" for line in otherwise),
    ]


_WRITERS: Final[dict[str, Callable[[AnyField, Bind], list[str]]]] = {
    "scalar": _scalar,
    "scalars": _scalars,
    "datetime": _datetime,
    "date": _text,
    "uuid": _text,
    "any": _any,
    "other": _other,
    "enum": _enum,
    "model": _model,
    "models": _models,
}
