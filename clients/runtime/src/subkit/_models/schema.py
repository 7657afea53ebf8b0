"""Walks a JSON value along its schema and finds where the two part.

A schema is plain data in a small dialect of JSON Schema, made by the generator. The same walk serves requests, where
lengths, patterns and ranges count and every finding refuses the call, and answers, where they do not and a finding is
reported as drift.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, cast

from attrs import field, frozen

from .._formats.dates import is_date, is_datetime
from .._formats.json import is_object, shape_of

if TYPE_CHECKING:
    from enum import Enum

    from .._meta import DriftKind

Schema = Mapping[str, Any]
"""Keys as in JSON Schema (type, nullable, enum, format, properties, required, items, additionalProperties, oneOf,
lengths and ranges), and: `ref`, the dotted path of a model class; `open`, that of an enum; `discriminator`, a property
and which of its values stands for which of `oneOf`; `exactlyOne`, names of which one has to be given; `secret`;
`readOnly`, which requests leave out; `raw`, a body that is text or bytes."""

ANY: Final[Schema] = {}


Path = tuple[str | int, ...]


@frozen
class Finding:
    """One place where a value departs from its schema."""

    path: Path
    kind: DriftKind
    expected: str
    got: str


@cache
def resolve(reference: str) -> Any:
    """The model class at a dotted path. Imports its module when first asked for."""
    module, _, name = reference.rpartition(".")
    return getattr(import_module(module), name)


@cache
def open_enum(reference: str) -> tuple[type[Enum], type]:
    """The enum class at a dotted path, and the type of its values."""
    module, _, name = reference.rpartition(".")
    enum = cast("type[Enum]", getattr(import_module(module), name))
    return enum, int if issubclass(enum, int) else str


Tried = dict[tuple[int, int], tuple[int, list[Finding]]]
"""Which variant each value came nearest to, by the ids of variants and value, with findings that start at the value.
Without it, unions within unions would be tried over and over."""


class Notes:
    """What a reader notices while it builds models: only whether anything was odd, because that is cheap, and what it
    found out about unions."""

    __slots__ = ("odd", "tried")

    def __init__(self) -> None:
        self.odd: bool = False
        self.tried: Tried = {}


@frozen
class _Walk:
    """What holds for a whole walk."""

    request: bool = False
    tried: Tried = field(factory=dict[tuple[int, int], "tuple[int, list[Finding]]"])


def walk(schema: Schema, value: object, path: Path = (), *, request: bool = False) -> Iterator[Finding]:
    """Every place where `value` departs from `schema`; see the module for what `request` changes."""
    return _walk(schema, value, path, _Walk(request))


def nearest(schema: Schema, value: object, tried: Tried) -> tuple[int, list[Finding]]:
    """Which variant of a union `value` comes nearest to, and where it departs from that one."""
    return _nearest(schema, value, _Walk(tried=tried))


def takes_null(schema: Schema) -> bool:
    """Whether null is promised."""
    return bool(
        schema.get("nullable")
        or not schema.keys() & {"type", "enum", "oneOf", "ref"}
        or any(takes_null(variant) for variant in schema.get("oneOf", ()))
    )


def _walk(schema: Schema, value: object, path: Path, how: _Walk) -> Iterator[Finding]:
    if "ref" in schema:
        schema = {**resolve(schema["ref"]).__schema__, **{key: schema[key] for key in schema if key != "ref"}}
    if value is None:
        if not takes_null(schema):
            yield Finding(path, "null", expected(schema), "null")
    elif "oneOf" in schema:
        yield from _union(schema, value, path, how)
    elif "type" in schema:
        yield from _typed(schema, value, path, how)
    elif "enum" in schema:
        yield from _enum(schema, value, path)


def _typed(schema: Schema, value: object, path: Path, how: _Walk) -> Iterator[Finding]:
    kind: str = schema["type"]
    if not _is(kind, value):
        yield Finding(path, "wrong_type", expected(schema), shape_of(value))
    elif kind == "object":
        yield from _object(schema, cast(dict[str, Any], value), path, how)
    elif kind == "array":
        yield from _array(schema, cast(list[Any], value), path, how)
    else:
        yield from _enum(schema, value, path)
        yield from _format(schema, value, path)
        if how.request:
            yield from _limits(schema, value, path)


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


def _enum(schema: Schema, value: object, path: Path) -> Iterator[Finding]:
    known = schema.get("enum")
    # 1.0 is 1 in JSON, and `true` is neither.
    alike = (one for one in known or () if isinstance(one, bool) is isinstance(value, bool))
    if known is not None and value not in alike:
        yield Finding(path, "unknown_value", expected(schema), f"{shape_of(value)} that is none of them")


def _format(schema: Schema, value: object, path: Path) -> Iterator[Finding]:
    check = _FORMATS.get(schema.get("format", ""))
    if check is not None and isinstance(value, str) and not check(value):
        yield Finding(path, "bad_format", expected(schema), f"a string of {len(value)} characters that is none")


def is_uuid(text: str) -> bool:
    """Whether `text` is a UUID of RFC 9562."""
    return _uuid(text) is not None


_uuid = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII | re.IGNORECASE).fullmatch
_FORMATS: Final[Mapping[str, Any]] = {"date-time": is_datetime, "date": is_date, "uuid": is_uuid}


def _object(schema: Schema, value: dict[str, Any], path: Path, how: _Walk) -> Iterator[Finding]:
    properties: Mapping[str, Schema] = schema.get("properties", {})
    for name in schema.get("required", ()):
        # What is only read is required of responses (OpenAPI 3.0.3, Schema Object).
        if name not in value and not (how.request and properties.get(name, ANY).get("readOnly")):
            yield Finding((*path, name), "missing", "a value, because it is required", "nothing")
    for name, item in value.items():
        if name in properties:
            yield from _walk(properties[name], item, (*path, name), how)
        else:
            yield from _extra(schema, name, item, (*path, name), how)
    if how.request:
        yield from _exactly_one(schema, value, path)


def _extra(schema: Schema, name: str, value: object, path: Path, how: _Walk) -> Iterator[Finding]:
    extra = schema.get("additionalProperties")
    if isinstance(extra, Mapping):
        yield from _walk(cast(Schema, extra), value, path, how)
    elif not extra:
        known: Mapping[str, Schema] = schema.get("properties", {})
        near = get_close_matches(name, known, n=1) if how.request else []
        hint = f"did you mean {near[0]!r}?" if near else "no field of this name"
        yield Finding(path, "unknown_field", hint, shape_of(value))


def _exactly_one(schema: Schema, value: dict[str, Any], path: Path) -> Iterator[Finding]:
    names: tuple[str, ...] = tuple(schema.get("exactlyOne", ()))
    given = [name for name in names if value.get(name) is not None]
    if names and len(given) != 1:
        got = f"{len(given)} of them" if given else "none of them"
        yield Finding(path, "unknown_value", f"exactly one of {', '.join(names)}", got)


def _array(schema: Schema, value: list[Any], path: Path, how: _Walk) -> Iterator[Finding]:
    if how.request:
        yield from _count(schema, "minItems", "maxItems", len(value), "items", path)
        if schema.get("uniqueItems") and any(item in value[:index] for index, item in enumerate(value)):
            yield Finding(path, "bad_format", "items that differ from each other", "one of them twice")
    items: Schema = schema.get("items", ANY)
    for index, item in enumerate(value):
        yield from _walk(items, item, (*path, index), how)


def _union(schema: Schema, value: object, path: Path, how: _Walk) -> Iterator[Finding]:
    if "discriminator" in schema and is_object(value):
        yield from _discriminated(schema, value, path, how)
        return
    for one in _nearest(schema, value, how)[1]:
        yield Finding((*path, *one.path), one.kind, one.expected, one.got)


def _distance(findings: list[Finding]) -> tuple[bool, int]:
    return any(one.kind == "wrong_type" and not one.path for one in findings), len(findings)


def _nearest(schema: Schema, value: object, how: _Walk) -> tuple[int, list[Finding]]:
    variants: tuple[Schema, ...] = schema["oneOf"]
    best = how.tried.get((id(variants), id(value)))
    if best is None:
        attempts: list[tuple[int, list[Finding]]] = []
        for index, variant in enumerate(variants):
            attempts.append((index, list(_walk(variant, value, (), how))))
            if not attempts[-1][1]:
                break
        best = how.tried[id(variants), id(value)] = min(attempts, key=lambda one: _distance(one[1]))
    return best


def _discriminated(schema: Schema, value: dict[str, Any], path: Path, how: _Walk) -> Iterator[Finding]:
    name, mapping = schema["discriminator"]
    kind = value.get(name)
    if name not in value:
        yield Finding((*path, name), "missing", "a value, because it says what this is", "nothing")
    elif kind is None:
        yield Finding((*path, name), "null", f"one of {', '.join(mapping)}", "null")
    elif not isinstance(kind, str):
        yield Finding((*path, name), "wrong_type", f"one of {', '.join(mapping)}", shape_of(kind))
    elif kind not in mapping:
        yield Finding((*path, name), "unknown_value", f"one of {', '.join(mapping)}", "a string that is none")
    else:
        yield from _walk(schema["oneOf"][mapping[kind]], value, path, how)


def _limits(schema: Schema, value: Any, path: Path) -> Iterator[Finding]:
    if isinstance(value, str):
        yield from _count(schema, "minLength", "maxLength", len(value), "characters", path)
        pattern = schema.get("pattern")
        if pattern is not None and re.search(_python(pattern), value) is None:
            yield Finding(path, "bad_format", f"text of the pattern {pattern}", f"a string of {len(value)} characters")
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield from _range(schema, value, path)


def _python(pattern: str) -> str:
    # At the end of an ECMA pattern `$` means the end, in Python also before a last line break.
    return pattern[:-1] + r"\Z" if pattern.endswith("$") and not pattern.endswith(r"\$") else pattern


def _count(schema: Schema, least: str, most: str, count: int, of: str, path: Path) -> Iterator[Finding]:
    if count < schema.get(least, 0):
        yield Finding(path, "bad_format", f"at least {schema[least]} {of}", f"{count}")
    if most in schema and count > schema[most]:
        yield Finding(path, "bad_format", f"at most {schema[most]} {of}", f"{count}")


def _range(schema: Schema, value: float, path: Path) -> Iterator[Finding]:
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and (value < low or (value == low and schema.get("exclusiveMinimum"))):
        word = "more than" if schema.get("exclusiveMinimum") else "at least"
        yield Finding(path, "bad_format", f"{word} {low}", "a smaller number")
    if high is not None and (value > high or (value == high and schema.get("exclusiveMaximum"))):
        word = "less than" if schema.get("exclusiveMaximum") else "at most"
        yield Finding(path, "bad_format", f"{word} {high}", "a larger number")


_plain = re.compile(r"[^\W\d]\w*", re.ASCII).fullmatch


def path_text(path: Path) -> str:
    """A path as users read it: `$.items[3].deliveryTarget`."""
    return "$" + "".join(f".{step}" if isinstance(step, str) and _plain(step) else f"[{step!r}]" for step in path)


_ARTICLES = {"string": "a string", "integer": "an integer", "number": "a number", "boolean": "true or false"}


def expected(schema: Schema) -> str:
    """What a schema asks for, in words."""
    if "enum" in schema:
        return f"one of {', '.join(map(str, schema['enum']))}"
    names = {"date-time": "a date-time with a zone (RFC 3339)", "date": "a date (RFC 3339)", "uuid": "a UUID"}
    if schema.get("format") in names:
        return names[schema["format"]]
    kind = schema.get("type", "")
    return _ARTICLES.get(kind, f"an {kind}" if kind else "another kind of value")
