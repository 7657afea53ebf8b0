"""How a field stores a value that is passed from Python, and how it reads the stored value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, Literal, cast
from uuid import UUID

from .._formats.dates import parse_date, parse_datetime
from .schema import open_enum, resolve

if TYPE_CHECKING:
    from .schema import Schema

Kind = Literal["any", "scalar", "scalars", "datetime", "date", "uuid", "enum", "model", "models", "other"]
"""What a field holds. `scalar` is a string, an integer or a boolean; `scalars` and `models` are arrays; `other` is what
only `decoder_of` can decode: numbers, unions, maps, arrays of other things."""

CONTAINERS: Final = frozenset({list, dict})
"""Types of values that hold other values."""

_FORMATS: Final[Mapping[str, Kind]] = {"date-time": "datetime", "date": "date", "uuid": "uuid"}
_SCALARS: Final = frozenset({"string", "integer", "boolean"})


def kind_of(schema: Schema) -> Kind:
    """What a field with this schema holds."""
    type_ = schema.get("type")
    if "ref" in schema:
        return "model"
    if "open" in schema:
        return "enum"
    if not schema.keys() - {"nullable", "secret"}:
        return "any"
    if type_ == "array":
        return _kind_of_array(schema.get("items", {}))
    if "enum" in schema or "oneOf" in schema or type_ not in _SCALARS:
        return "other"
    return _FORMATS.get(schema.get("format", ""), "scalar") if type_ == "string" else "scalar"


def _kind_of_array(items: Schema) -> Kind:
    if items.get("nullable"):
        return "other"
    match kind_of(items):
        case "model":
            return "models"
        case "scalar":
            return "scalars"
        case _:
            return "other"


def as_datetime(value: datetime | str | None) -> datetime:
    """A stored date-time as it is read. It is parsed on reading, because its text is what is stored. Other text stays
    text."""
    return cast(datetime, parse_datetime(value) if isinstance(value, str) else value)


def as_date(value: date | str | None) -> date:
    """A stored date as it is read."""
    return cast(date, parse_date(value) if isinstance(value, str) else value)


def as_uuid(value: UUID | str | None) -> UUID:
    """A stored UUID as it is read. Other text stays text."""
    try:
        return UUID(value) if isinstance(value, str) and _is_hexadecimal(value) else cast(UUID, value)
    except ValueError:
        return cast(UUID, value)


def as_integer(value: Any) -> Any:
    """A stored integer as it is read. It may have come with a fraction of zero, which is kept for the way back."""
    return int(value) if type(value) is float and value.is_integer() else value


# Python accepts digits of all scripts, and underscores between them.
_is_hexadecimal = re.compile(r"(?:urn:uuid:)?\{?[0-9A-Fa-f-]+\}?").fullmatch

PARSERS: Final[Mapping[Kind, Callable[[Any], Any]]] = {"datetime": as_datetime, "date": as_date, "uuid": as_uuid}
"""How a stored value is read, if not as it is."""


def _enum(schema: Schema, value: Any) -> Any:
    """An enum value may be passed as its plain value."""
    return open_enum(schema["open"])[0](value) if type(value) in (str, int) else value


def _nested(schema: Schema, value: Any) -> Any:
    """A model may be passed as a mapping with the vendor's names, also inside arrays and maps; a tuple as a list."""
    if isinstance(value, Mapping):
        given = cast("Mapping[str, Any]", value)
        if "ref" in schema:
            return resolve(schema["ref"]).from_dict(given)
        part: Schema | bool | None = schema.get("additionalProperties")
        return {name: _nested(part, item) for name, item in given.items()} if isinstance(part, Mapping) else given
    if isinstance(value, (list, tuple)):
        items = cast("list[Any]", value)
        return [_nested(schema["items"], item) for item in items] if "items" in schema else list(items)
    return value


CONVERTERS: Final[Mapping[Kind, Callable[[Schema, Any], Any]]] = {
    "enum": _enum,
    "model": _nested,
    "models": _nested,
    "other": _nested,
    "scalars": _nested,
}
"""How a value from Python is stored, if not as it is."""
