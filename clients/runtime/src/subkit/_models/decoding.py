"""Decodes JSON values along a schema where compiled decoders do not: whole responses, maps, unions, and containers of
containers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, cast
from uuid import UUID

from .._formats.dates import is_datetime, parse_date, parse_datetime
from .._formats.json import is_array, is_object
from .conversion import CONTAINERS, as_uuid
from .schema import best_match, is_uuid, open_enum, resolve, takes_null, validate

if TYPE_CHECKING:
    from .schema import Notes, Schema
    from .violations import Violation

Decode = Callable[[Any, "Notes"], Any]


def decoder_of(schema: Schema) -> Decode:
    """The decoder for values of this schema."""
    decode = _non_null(schema)
    nullable = takes_null(schema)

    def decode_nullable(value: Any, notes: Notes) -> Any:
        if value is None:
            notes.drifted = notes.drifted or not nullable
            return None
        return decode(value, notes)

    return decode_nullable


def _non_null(schema: Schema) -> Decode:
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
    notes.nested = notes.nested or type(value) in CONTAINERS
    return value


def _model(reference: str) -> Decode:
    def decode(value: Any, notes: Notes) -> Any:
        if is_object(value):
            return resolve(reference).__decode__(value, notes)
        return _keep_unexpected(value, notes)

    return decode


def decode_models(cls: Any, items: list[Any], notes: Notes) -> list[Any]:
    """The models of an array, such as a page of a list. An item that is not an object is kept, and noted as drift."""
    decoder = cls.__decode_list__
    decoded = decoder.decode(items)
    decoded.marks.add_others(None, items, _OBJECTS)
    notes.drifted = notes.drifted or decoded.has_drifted
    notes.nested = notes.nested or decoded.marks.nested
    if notes.lists is None:
        decoded.mark_unknown(items)
    else:
        notes.lists[cls, id(items)] = decoder.group(items, decoded)
    models: list[Any] = decoded.models
    return models


_OBJECTS: Final = frozenset({dict})


def _keep_unexpected(value: Any, notes: Notes) -> Any:
    notes.drifted = True
    return value


def _models(reference: str) -> Decode:
    def decode(value: Any, notes: Notes) -> Any:
        return decode_models(resolve(reference), value, notes) if is_array(value) else _keep_unexpected(value, notes)

    return decode


def _array(items: Schema) -> Decode:
    if "ref" in items and not items.get("nullable"):
        return _models(items["ref"])
    decode_item = decoder_of(items)

    def decode(value: Any, notes: Notes) -> Any:
        if is_array(value):
            return [decode_item(item, notes) for item in value]
        return _keep_unexpected(value, notes)

    return decode


def _map(schema: Schema) -> Decode:
    extra = schema.get("additionalProperties")
    decode_item = decoder_of(cast("Schema", extra)) if isinstance(extra, dict) else _anything

    def decode(value: Any, notes: Notes) -> Any:
        if is_object(value):
            return {key: decode_item(item, notes) for key, item in value.items()}
        return _keep_unexpected(value, notes)

    return decode


def _enum(reference: str) -> Decode:
    def decode(value: Any, notes: Notes) -> Any:
        enum, of = open_enum(reference)
        if type(value) is of:
            notes.drifted = notes.drifted or value not in enum._value2member_map_
            return enum(value)
        return _keep_unexpected(value, notes)

    return decode


_UNKNOWN: Final = "subkit.UnknownVariant"


def _discriminated(schema: Schema) -> Decode:
    name, mapping = cast("tuple[str, dict[str, int]]", schema["discriminator"])
    decoders = tuple(_non_null(variant) for variant in schema["oneOf"])

    def decode(value: Any, notes: Notes) -> Any:
        if not is_object(value):
            notes.drifted = True
            return value
        kind = value.get(name)
        index = mapping.get(kind) if isinstance(kind, str) else None
        if index is not None:
            return decoders[index](value, notes)
        notes.drifted = True
        return resolve(_UNKNOWN).__decode__(value, notes)

    return decode


def _union(schema: Schema) -> Decode:
    if "discriminator" in schema:
        return _discriminated(schema)
    decoders = tuple(_non_null(variant) for variant in schema["oneOf"])

    def decode(value: Any, notes: Notes) -> Any:
        index, violations = best_match(schema, value, notes.tried)
        notes.drifted = notes.drifted or bool(violations)
        # A new field must not turn a known variant into another; a value without a required field would be a guess.
        return value if any(_is_another(one) for one in violations) else decoders[index](value, notes)

    return decode


def _is_another(violation: Violation) -> bool:
    return not violation.path or violation.kind == "missing"


_PYTHON = {"string": str, "integer": int, "boolean": bool}


def _scalar(schema: Schema) -> Decode:
    if schema.get("type") == "string" and schema.get("format") in _FORMATS:
        return _FORMATS[schema["format"]]
    plain = "enum" not in schema
    exact = _PYTHON.get(schema.get("type", ""))

    def decode(value: Any, notes: Notes) -> Any:
        if not (plain and type(value) is exact) and next(validate(schema, value), None) is not None:
            notes.drifted = True
        return value

    return decode


class DatetimeWithText(datetime):
    """A date-time inside a container, with its original text."""

    text: str | None = None
    """None if it was derived from another one, by arithmetic or `replace`."""

    @classmethod
    def of(cls, moment: datetime, text: str | None) -> DatetimeWithText:
        self = cls.combine(moment.date(), moment.timetz())
        self.text = text
        return self

    def __reduce_ex__(self, protocol: Any, /) -> Any:
        return DatetimeWithText.of, (datetime.combine(self.date(), self.timetz()), self.text)


def _moment(value: Any, notes: Notes) -> Any:
    if type(value) is not str:
        notes.drifted = True
        return value
    notes.drifted = notes.drifted or not is_datetime(value)
    moment = parse_datetime(value)
    return DatetimeWithText.of(moment, value) if isinstance(moment, datetime) else moment


def _day(value: Any, notes: Notes) -> Any:
    day = parse_date(value) if type(value) is str else value
    notes.drifted = notes.drifted or not isinstance(day, date)
    return day


class UuidWithText(UUID):
    """A UUID inside a container whose original text differs from Python's, with that text."""

    __slots__ = ("text",)
    text: str

    @classmethod
    def of(cls, text: str) -> UuidWithText:
        self = cls(text)
        object.__setattr__(self, "text", text)
        return self

    def __reduce__(self) -> Any:
        return UuidWithText.of, (self.text,)


def _identifier(value: Any, notes: Notes) -> Any:
    notes.drifted = notes.drifted or not (type(value) is str and is_uuid(value))
    found = cast(object, as_uuid(value))
    return UuidWithText.of(value) if isinstance(found, UUID) and str(found) != value else found


_FORMATS: Final[dict[str, Decode]] = {"date-time": _moment, "date": _day, "uuid": _identifier}
