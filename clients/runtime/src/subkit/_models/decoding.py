"""Turns JSON values into Python values along a schema, where compiled decoders do not: whole answers,
maps, unions, and containers of containers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, cast
from uuid import UUID

from .._formats.dates import is_datetime, parse_date, parse_datetime
from .._formats.json import is_array, is_object
from .conversion import as_uuid
from .schema import is_uuid, nearest, open_enum, resolve, takes_null, walk

if TYPE_CHECKING:
    from .schema import Finding, Notes, Schema

Read = Callable[[Any, "Notes"], Any]


def reader_of(schema: Schema) -> Read:
    """How values of this schema are read."""
    read = _non_null(schema)
    nullable = takes_null(schema)

    def read_nullable(value: Any, notes: Notes) -> Any:
        if value is None:
            notes.odd = notes.odd or not nullable
            return None
        return read(value, notes)

    return read_nullable


def _non_null(schema: Schema) -> Read:
    if "ref" in schema:
        return _model(schema["ref"])
    if "oneOf" in schema:
        return _union(schema)
    if "open" in schema:
        return _enum(schema["open"])
    match schema.get("type"):
        case "array":
            return _array(schema.get("items", {}))
        case "object":
            return _map(schema)
        case None if "enum" not in schema:
            return _anything
        case _:
            return _scalar(schema)


def _anything(value: Any, notes: Notes) -> Any:
    return value


def _model(reference: str) -> Read:
    def read(value: Any, notes: Notes) -> Any:
        if is_object(value):
            return resolve(reference).__decode__(value, notes)
        return _odd(value, notes)

    return read


def read_models(cls: Any, items: list[Any], notes: Notes) -> list[Any]:
    """The models of an array, a page of a list for instance. What is no object is kept, and noted."""
    decode = cls.__decode__
    if _OBJECTS.issuperset(map(type, items)):
        return [decode(item, notes) for item in items]
    return [decode(item, notes) if is_object(item) else _odd(item, notes) for item in items]


_OBJECTS: Final = frozenset({dict})


def _odd(value: Any, notes: Notes) -> Any:
    notes.odd = True
    return value


def _models(reference: str) -> Read:
    def read(value: Any, notes: Notes) -> Any:
        return read_models(resolve(reference), value, notes) if is_array(value) else _odd(value, notes)

    return read


def _array(items: Schema) -> Read:
    if "ref" in items and not items.get("nullable"):
        return _models(items["ref"])
    read_item = reader_of(items)

    def read(value: Any, notes: Notes) -> Any:
        if is_array(value):
            return [read_item(item, notes) for item in value]
        return _odd(value, notes)

    return read


def _map(schema: Schema) -> Read:
    extra = schema.get("additionalProperties")
    read_item = reader_of(cast("Schema", extra)) if isinstance(extra, dict) else _anything

    def read(value: Any, notes: Notes) -> Any:
        if is_object(value):
            return {key: read_item(item, notes) for key, item in value.items()}
        return _odd(value, notes)

    return read


def _enum(reference: str) -> Read:
    def read(value: Any, notes: Notes) -> Any:
        enum, of = open_enum(reference)
        if type(value) is of:
            notes.odd = notes.odd or value not in enum._value2member_map_
            return enum(value)
        return _odd(value, notes)

    return read


_UNKNOWN: Final = "subkit.UnknownVariant"


def _discriminated(schema: Schema) -> Read:
    name, mapping = cast("tuple[str, dict[str, int]]", schema["discriminator"])
    readers = tuple(_non_null(variant) for variant in schema["oneOf"])

    def read(value: Any, notes: Notes) -> Any:
        if not is_object(value):
            notes.odd = True
            return value
        kind = value.get(name)
        index = mapping.get(kind) if isinstance(kind, str) else None
        if index is not None:
            return readers[index](value, notes)
        notes.odd = True
        return resolve(_UNKNOWN).__decode__(value, notes)

    return read


def _union(schema: Schema) -> Read:
    if "discriminator" in schema:
        return _discriminated(schema)
    readers = tuple(_non_null(variant) for variant in schema["oneOf"])

    def read(value: Any, notes: Notes) -> Any:
        index, findings = nearest(schema, value, notes.tried)
        notes.odd = notes.odd or bool(findings)
        # A new field must not make another thing of a known variant; what lacks a required one is a guess.
        return value if any(_is_another(one) for one in findings) else readers[index](value, notes)

    return read


def _is_another(finding: Finding) -> bool:
    return not finding.path or finding.kind == "missing"


_PYTHON = {"string": str, "integer": int, "boolean": bool}


def _scalar(schema: Schema) -> Read:
    if schema.get("type") == "string" and schema.get("format") in _FORMATS:
        return _FORMATS[schema["format"]]
    plain = "enum" not in schema
    exact = _PYTHON.get(schema.get("type", ""))

    def read(value: Any, notes: Notes) -> Any:
        if not (plain and type(value) is exact) and next(walk(schema, value), None) is not None:
            notes.odd = True
        return value

    return read


class Timestamp(datetime):
    """A date-time inside a container, with the text that it came as."""

    text: str | None = None
    """None for what was made from one, by adding to it or changing a part of it."""

    @classmethod
    def of(cls, moment: datetime, text: str | None) -> Timestamp:
        self = cls.combine(moment.date(), moment.timetz())
        self.text = text
        return self

    def __reduce_ex__(self, protocol: Any, /) -> Any:
        return Timestamp.of, (datetime.combine(self.date(), self.timetz()), self.text)


def _moment(value: Any, notes: Notes) -> Any:
    if type(value) is not str:
        notes.odd = True
        return value
    notes.odd = notes.odd or not is_datetime(value)
    moment = parse_datetime(value)
    return Timestamp.of(moment, value) if isinstance(moment, datetime) else moment


def _day(value: Any, notes: Notes) -> Any:
    day = parse_date(value) if type(value) is str else value
    notes.odd = notes.odd or not isinstance(day, date)
    return day


class WrittenUuid(UUID):
    """A UUID inside a container that came in another writing than Python's, with its text."""

    __slots__ = ("text",)
    text: str

    @classmethod
    def of(cls, text: str) -> WrittenUuid:
        self = cls(text)
        object.__setattr__(self, "text", text)
        return self

    def __reduce__(self) -> Any:
        return WrittenUuid.of, (self.text,)


def _identifier(value: Any, notes: Notes) -> Any:
    notes.odd = notes.odd or not (type(value) is str and is_uuid(value))
    found = cast(object, as_uuid(value))
    return WrittenUuid.of(value) if isinstance(found, UUID) and str(found) != value else found


_FORMATS: Final[dict[str, Read]] = {"date-time": _moment, "date": _day, "uuid": _identifier}
