"""JSON in and out: strict about numbers, with typed errors only, and with every Python value that a model may hold."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime
from enum import Enum
from functools import cache
from importlib import import_module
from math import isfinite
from types import NoneType
from typing import Any, Final, TypeGuard, cast
from uuid import UUID

from .._errors import InvalidArgument
from .dates import format_rfc3339

_NAMES: dict[type, str] = {
    dict: "an object",
    list: "an array",
    str: "a string",
    bool: "a boolean",
    int: "an integer",
    float: "a number",
}


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Whether a value is a JSON array."""
    return isinstance(value, list)


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a value is a JSON object."""
    return isinstance(value, dict)


def is_plain(value: object) -> bool:
    """Whether a value is what JSON decodes to, other than null."""
    return type(value) in _NAMES


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON."""
    return media_type in ("application/json", "text/json") or media_type.endswith("+json")


def shape_of(value: object) -> str:
    """The kind of a JSON value in words, never the value."""
    if value is None:
        return "null"
    return _NAMES.get(type(value), f"a Python {type(value).__name__}")


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not JSON")


def _finite(text: str) -> float:
    number = float(text)
    if not isfinite(number):
        raise ValueError("a number is too large")
    return number


DEEPEST: Final = 100
"""Maximum nesting of the values in a response; the code that reads them is recursive."""

_decoder = json.JSONDecoder(parse_constant=_refuse_constant, parse_float=_finite)


def loads(body: bytes) -> Any:
    """Decode a JSON text in UTF-8, with or without a byte order mark.

    Raises ValueError for a text that is not JSON, contains NaN, Infinity or a number too large for Python, or is nested
    too deeply. Numbers with a fraction or an exponent become floats, rounded as such. If a name is repeated in an
    object, the last value counts: detecting that would cost every good response half as much time again.
    """
    value = parse(body)
    refuse_deep(body, value)
    return value


def parse(body: bytes) -> Any:
    """As `loads`, without the check of the depth. For callers whose schema limits how deeply a value can be nested."""
    if (fast := _fast_decoder()) is not None:
        with suppress(Exception):  # `json` accepts more, and says what is wrong with the rest
            return fast(body)
    try:
        return _decoder.decode(body.removeprefix(codecs.BOM_UTF8).decode())
    except RecursionError:
        raise ValueError(_TOO_DEEP) from None


@cache
def _fast_decoder() -> Callable[[bytes], Any] | None:
    """The decoder of msgspec, if that is installed. What it accepts, it decodes to the same values."""
    try:
        decoder: Callable[[bytes], Any] = import_module("msgspec").json.Decoder().decode
    except ImportError:
        return None
    return decoder


def refuse_deep(body: bytes, value: Any) -> None:
    """Raise ValueError if the value of a JSON text is nested too deeply."""
    if _may_be_deep(body) and _is_deep(value):
        raise ValueError(_TOO_DEEP)


_TOO_DEEP: Final = "it is nested too deeply"


_ALIKE: Final = bytes.maketrans(b"{}", b"[]")
_NO_BRACKETS: Final = bytes(byte for byte in range(256) if byte not in b"[]{}")


def _may_be_deep(body: bytes) -> bool:
    """Whether brackets remain after pairs are removed level by level. Brackets in strings make it err on one side."""
    rest = body.translate(_ALIKE, _NO_BRACKETS)
    for _ in range(DEEPEST):
        shorter = rest.replace(b"[]", b"")
        if len(shorter) == len(rest):
            break
        rest = shorter
    return bool(rest)


def _is_deep(value: Any) -> bool:
    level = _containers([value])
    for _ in range(DEEPEST):
        if not level:
            return False
        level = _containers(part for one in level for part in (one.values() if is_object(one) else one))
    return bool(level)


def _containers(values: Iterable[Any]) -> list[Any]:
    return [value for value in values if is_object(value) or is_array(value)]


_encoder = json.JSONEncoder(separators=(",", ":"), allow_nan=False)


def dumps(value: Any) -> bytes:
    """Encode a JSON value as compact ASCII. Raises `InvalidArgument` for values that JSON does not have."""
    try:
        return _encoder.encode(value).encode("ascii")
    except (ValueError, TypeError, RecursionError) as error:
        raise InvalidArgument(f"the body cannot be written as JSON: {type(error).__name__}") from None


def to_json(value: Any) -> Any:
    """The JSON value for `value`, which may be or contain models, enums, dates and UUIDs."""
    if type(value) in SCALARS:
        return value
    if is_array(value) and SCALARS.issuperset(map(type, value)):
        return value.copy()
    if isinstance(value, (list, tuple)):
        return [to_json(item) for item in cast("list[Any]", value)]
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, Mapping):
        return {str(key): to_json(item) for key, item in cast("dict[Any, Any]", value).items()}
    return _special(value)


SCALARS: Final = frozenset({str, int, bool, float, NoneType})
"""Types of the values that JSON has, and that contain no others."""


def _special(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (bytes, bytearray)):
        return bytes(value)
    if isinstance(value, (date, UUID)) and (text := getattr(value, "text", None)):
        return text
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, (date, UUID)):
        return str(value)
    return value


def _moment(value: datetime) -> str:
    if value.tzinfo is None:
        raise InvalidArgument("a datetime without a time zone cannot be sent: add one, e.g. tzinfo=datetime.UTC")
    return format_rfc3339(value)
