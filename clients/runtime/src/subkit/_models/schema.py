"""Validates a JSON value against its schema and yields each violation.

A schema is plain data in a small dialect of JSON Schema, made by the generator. The same code serves requests, where
lengths, patterns and ranges count and a violation refuses the call, and responses, where they do not and a violation is
reported as drift.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, cast

from .._forks import loading
from .._formats.dates import is_date, is_datetime
from .._formats.json import is_object, shape_of
from .._values import evolve, field, frozen
from .hints import field_hint, value_hint
from .limits import array_limits, exactly_one, scalar_limits
from .violations import ItemViolations, Violation

if TYPE_CHECKING:
    from enum import Enum

    from .violations import DriftGroup, Path

Schema = Mapping[str, Any]
"""Keys as in JSON Schema (type, nullable, enum, format, properties, required, items, additionalProperties, oneOf,
lengths and ranges), and: `ref`, the dotted path of a model class; `open`, that of an enum; `discriminator`, a property
and which of its values stands for which of `oneOf`; `exactlyOne`, names of which exactly one is required; `secret`;
`readOnly`, which requests leave out; `raw`, a body that is text or bytes."""

ANY: Final[Schema] = {}


@cache
def resolve(reference: str) -> Any:
    """The model class at a dotted path. Its module is imported on first use."""
    module, _, name = reference.rpartition(".")
    with loading:
        return getattr(import_module(module), name)


@cache
def open_enum(reference: str) -> tuple[type[Enum], type]:
    """The enum class at a dotted path, and the type of its values."""
    module, _, name = reference.rpartition(".")
    with loading:
        enum = cast("type[Enum]", getattr(import_module(module), name))
    return enum, int if issubclass(enum, int) else str


Violations = Iterator[Violation | ItemViolations]
Tried = dict[tuple[int, int], tuple[int, list[Violation]]]
"""Which variant matches each value best, by the ids of variants and value, with violations relative to the value.
Without it, unions within unions would be tried over and over."""


Lists = dict[tuple[Any, int], "list[DriftGroup]"]
"""What was found out about lists while they were decoded, by the class of their objects and the id of the list."""


class Notes:
    """What a decoder notes while it builds models: whether anything drifted, because that is cheap, which variants of
    unions it tried, and if asked for, what it found out about lists."""

    __slots__ = ("drifted", "lists", "nested", "tried")

    def __init__(self, lists: Lists | None = None) -> None:
        self.lists = lists
        self.drifted: bool = False
        self.nested: bool = False
        """Whether containers came where anything may come: then only the value says how deeply it is nested. In lists,
        a few levels of them do not count."""
        self.tried: Tried = {}


@frozen
class _Validation:
    """Settings of one validation."""

    request: bool = False
    tried: Tried = field(factory=dict[tuple[int, int], "tuple[int, list[Violation]]"])
    lists: Lists = field(factory=dict[tuple[Any, int], "list[DriftGroup]"])


def validate(schema: Schema, value: object, path: Path = (), *, request: bool = False) -> Iterator[Violation]:
    """Every place where `value` departs from `schema`; see the module for what `request` changes."""
    return cast("Iterator[Violation]", _validate(schema, value, path, _Validation(request)))


def validate_decoded(schema: Schema, value: object, notes: Notes) -> list[Violation | ItemViolations]:
    """As `validate`, for a value that was decoded: decoding has validated its lists."""
    return list(_validate(schema, value, (), _Validation(lists=notes.lists or {})))


def best_match(schema: Schema, value: object, tried: Tried) -> tuple[int, list[Violation]]:
    """Which variant of a union matches `value` best, and where `value` violates it."""
    return _best_match(schema, value, _Validation(tried=tried))


def takes_null(schema: Schema) -> bool:
    """Whether null is allowed."""
    return bool(
        schema.get("nullable")
        or not schema.keys() & {"type", "enum", "oneOf", "ref"}
        or any(takes_null(variant) for variant in schema.get("oneOf", ()))
    )


def _validate(schema: Schema, value: object, path: Path, how: _Validation) -> Violations:
    if "ref" in schema:
        schema = {**resolve(schema["ref"]).__schema__, **schema}
    if value is None:
        if not takes_null(schema):
            yield Violation(path, "null", expected(schema), "null")
    elif "oneOf" in schema:
        yield from _union(schema, value, path, how)
    elif "type" in schema:
        yield from _typed(schema, value, path, how)
    elif "enum" in schema:
        yield from _enum(schema, value, path, how)


def _typed(schema: Schema, value: object, path: Path, how: _Validation) -> Violations:
    kind: str = schema["type"]
    if not _is(kind, value):
        yield Violation(path, "wrong_type", expected(schema), shape_of(value))
    elif kind == "object":
        yield from _object(schema, cast(dict[str, Any], value), path, how)
    elif kind == "array":
        yield from _array(schema, cast(list[Any], value), path, how)
    else:
        if "enum" in schema:
            yield from _enum(schema, value, path, how)
        if "format" in schema:
            yield from _format(schema, value, path, how)
        if how.request:
            yield from scalar_limits(schema, value, path)


_TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}


def _is(kind: str, value: object) -> bool:
    if kind == "integer" and isinstance(value, float):
        return value.is_integer()
    return isinstance(value, _TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool))


def _enum(schema: Schema, value: object, path: Path, how: _Validation) -> Iterator[Violation]:
    known = schema.get("enum")
    # 1.0 is 1 in JSON, and `true` is neither.
    alike = (one for one in known or () if isinstance(one, bool) is isinstance(value, bool))
    if known is not None and value not in alike:
        yield _unknown_value(path, expected(schema), known, value, how)


def _unknown_value(
    path: Path, expected: str, known: Iterable[object], value: object, how: _Validation, none: str = "none of them"
) -> Violation:
    if how.request:
        return Violation(path, "unknown_value", expected, shape_of(value), value_hint(known, value))
    return Violation(path, "unknown_value", expected, f"{shape_of(value)} that is {none}")


def _format(schema: Schema, value: object, path: Path, how: _Validation) -> Iterator[Violation]:
    check = _FORMATS.get(schema.get("format", ""))
    if check is not None and isinstance(value, str) and not check(value):
        got = f"a string of {len(value)} characters"
        yield Violation(path, "bad_format", expected(schema), got if how.request else f"{got} that is none")


def is_uuid(text: str) -> bool:
    """Whether `text` is a UUID of RFC 9562."""
    return _uuid(text) is not None


_uuid = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII | re.IGNORECASE).fullmatch
_FORMATS: Final[Mapping[str, Any]] = {"date-time": is_datetime, "date": is_date, "uuid": is_uuid}


def _object(schema: Schema, value: dict[str, Any], path: Path, how: _Validation) -> Violations:
    if how.request:
        yield from _object_of_request(schema, value, path, how)
        return
    yield from _missing(schema, value, path, how)
    for name, item in value.items():
        yield from _field(schema, name, item, (*path, name), how)


def _object_of_request(schema: Schema, value: dict[str, Any], path: Path, how: _Validation) -> Violations:
    """A misspelt field comes before the one that is therefore missing."""
    properties: Mapping[str, Schema] = schema.get("properties", {})
    for name, item in value.items():
        if name not in properties:
            yield from _extra(schema, name, item, (*path, name), how)
    yield from _missing(schema, value, path, how)
    for name, item in value.items():
        if name in properties:
            yield from _validate(properties[name], item, (*path, name), how)
    yield from exactly_one(schema, value, path)


def _missing(schema: Schema, value: dict[str, Any], path: Path, how: _Validation) -> Violations:
    for name in schema.get("required", ()):
        # A property that is only read is required in responses alone (OpenAPI 3.0.3, Schema Object).
        if name not in value and not (how.request and schema.get("properties", {}).get(name, ANY).get("readOnly")):
            yield Violation((*path, name), "missing", "a value, because it is required", "nothing")


def _field(schema: Schema, name: str, item: object, path: Path, how: _Validation) -> Violations:
    properties: Mapping[str, Schema] = schema.get("properties", {})
    if name in properties:
        yield from _validate(properties[name], item, path, how)
    else:
        yield from _extra(schema, name, item, path, how)


def _extra(schema: Schema, name: str, value: object, path: Path, how: _Validation) -> Violations:
    extra = schema.get("additionalProperties")
    if isinstance(extra, Mapping):
        yield from _validate(cast(Schema, extra), value, path, how)
    elif not extra:
        hint = field_hint(schema, resolve(schema["ref"]) if "ref" in schema else None, name) if how.request else ""
        yield Violation(path, "unknown_field", "no field of this name", shape_of(value), hint)


def _array(schema: Schema, value: list[Any], path: Path, how: _Validation) -> Violations:
    if how.request:
        yield from array_limits(schema, value, path)
    items: Schema = schema.get("items", ANY)
    groups = how.lists.get((resolve(items["ref"]), id(value))) if "ref" in items else None
    if groups is not None:
        yield ItemViolations(path, groups)
        return
    for index, item in enumerate(value):
        yield from _validate(items, item, (*path, index), how)


def _union(schema: Schema, value: object, path: Path, how: _Validation) -> Violations:
    if "discriminator" in schema and is_object(value):
        yield from _discriminated(schema, value, path, how)
        return
    for one in _best_match(schema, value, how)[1]:
        yield evolve(one, path=(*path, *one.path))


def _distance(violations: list[Violation]) -> tuple[bool, int]:
    return any(one.kind == "wrong_type" and not one.path for one in violations), len(violations)


def _best_match(schema: Schema, value: object, how: _Validation) -> tuple[int, list[Violation]]:
    variants: tuple[Schema, ...] = schema["oneOf"]
    best = how.tried.get((id(variants), id(value)))
    if best is None:
        attempts: list[tuple[int, list[Violation]]] = []
        alone = _Validation(how.request, how.tried)  # a list may be of other models in another variant
        for index, variant in enumerate(variants):
            attempts.append((index, cast("list[Violation]", list(_validate(variant, value, (), alone)))))
            if not attempts[-1][1]:
                break
        best = how.tried[id(variants), id(value)] = min(attempts, key=lambda one: _distance(one[1]))
    return best


def _discriminated(schema: Schema, value: dict[str, Any], path: Path, how: _Validation) -> Violations:
    name, mapping = schema["discriminator"]
    kind = value.get(name)
    if name not in value:
        yield Violation((*path, name), "missing", "a value, because it says what this is", "nothing")
    elif kind is None:
        yield Violation((*path, name), "null", f"one of {', '.join(mapping)}", "null")
    elif not isinstance(kind, str):
        yield Violation((*path, name), "wrong_type", f"one of {', '.join(mapping)}", shape_of(kind))
    elif kind not in mapping:
        yield _unknown_value((*path, name), f"one of {', '.join(mapping)}", mapping, kind, how, "none")
    else:
        yield from _validate(schema["oneOf"][mapping[kind]], value, path, how)


_ARTICLES = {"string": "a string", "integer": "an integer", "number": "a number", "boolean": "true or false"}


def expected(schema: Schema) -> str:
    """What a schema requires, in words."""
    if "enum" in schema:
        return f"one of {', '.join(map(str, schema['enum']))}"
    names = {"date-time": "a date-time with a zone (RFC 3339)", "date": "a date (RFC 3339)", "uuid": "a UUID"}
    if schema.get("format") in names:
        return names[schema["format"]]
    kind = schema.get("type", "")
    return _ARTICLES.get(kind, f"an {kind}" if kind else "another kind of value")
