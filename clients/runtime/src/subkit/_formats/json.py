"""JSON in and out: strict about numbers, with typed errors only, and with every Python value that a model may hold."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
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
from .._unset import UNSET
from .dates import format_rfc3339
from .numbers import ExactNumber, integer_of, number_of

_NAMES: dict[type, str] = {
    dict: "an object",
    list: "an array",
    str: "a string",
    bool: "a boolean",
    int: "an integer",
    float: "a number",
    ExactNumber: "a number",
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


DEEPEST: Final = 100
"""Maximum nesting of the values in a response; the code that reads them is recursive."""

LARGE: Final = 2**13
"""Bytes from which msgspec is worth its import, which takes as long as a hundred small responses."""

_decoder = json.JSONDecoder(parse_constant=_refuse_constant, parse_float=number_of)
_patient_decoder = json.JSONDecoder(parse_constant=_refuse_constant, parse_float=number_of, parse_int=integer_of)


def loads(body: bytes) -> Any:
    """Decode a JSON text in UTF-8, with or without a byte order mark.

    Raises ValueError for a text that is not JSON, contains NaN or Infinity, or is nested too deeply. A number that no
    float equals becomes an `ExactNumber`. If a name is repeated in an object, the last value counts: detecting that
    would cost every good response half as much time again.
    """
    value = parse(body)
    refuse_deep(body, value)
    return value


def parse(body: bytes) -> Any:
    """As `loads`, without the check of the depth. For callers whose schema limits how deeply a value can be nested."""
    if len(body) >= LARGE and (fast := _fast_decoder()) is not None:
        with suppress(Exception):  # `json` accepts more, and says what is wrong with the rest
            return fast(body)
    text = body.removeprefix(codecs.BOM_UTF8).decode()
    try:
        return _decode(text)
    except RecursionError:
        raise ValueError(_TOO_DEEP) from None


def _decode(text: str) -> Any:
    try:
        return _decoder.decode(text)
    except json.JSONDecodeError:
        raise
    except ValueError:  # an integer of thousands of digits, or no JSON
        return _patient_decoder.decode(text)


@cache
def _fast_decoder() -> Callable[[bytes], Any] | None:
    """The decoder of msgspec, if that is installed. What it accepts, it decodes to the same values."""
    try:
        decoder: Callable[[bytes], Any] = import_module("msgspec").json.Decoder(float_hook=number_of).decode
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
    return nest([value], DEEPEST)


def nest(values: Iterable[Any], levels: int) -> bool:
    """Whether one of some JSON values has more levels of containers than this."""
    level = _containers(values)
    for _ in range(levels):
        if not level:
            return False
        level = _containers(part for one in level for part in (one.values() if is_object(one) else one))
    return bool(level)


def _containers(values: Iterable[Any]) -> list[Any]:
    return [value for value in values if is_object(value) or is_array(value)]


_write_ascii = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode
_write_unicode = json.JSONEncoder(separators=(",", ":"), allow_nan=False, ensure_ascii=False).encode


def dumps(value: Any) -> bytes:
    """Encode a JSON value as compact ASCII. Raises `InvalidArgument` for values that JSON does not have."""
    return _written(value, _write_ascii).encode("ascii")


def dumps_text(value: Any) -> str:
    """As `dumps`, as text without escapes, for a string that contains JSON."""
    return _written(value, _write_unicode)


def _written(value: Any, write: Callable[[Any], str]) -> str:
    try:
        is_exact = ExactNumber.made and any(isinstance(one, ExactNumber) for one in floats_in(value))
        return _exact_text(value, write) if is_exact else write(value)
    except (ValueError, TypeError, RecursionError) as error:
        raise InvalidArgument(f"the body cannot be written as JSON: {type(error).__name__}") from None


def _exact_text(value: Any, write: Callable[[Any], str]) -> str:
    """The JSON text of a value in which numbers stand as they came."""
    if isinstance(value, ExactNumber):
        return value.text
    if is_array(value):
        return f"[{','.join(_exact_text(item, write) for item in value)}]"
    if is_object(value):
        return f"{{{','.join(f'{write(key)}:{_exact_text(item, write)}' for key, item in value.items())}}}"
    return write(value)


def floats_in(value: Any) -> Iterator[float]:
    """The numbers in a JSON value that are no integers of Python."""
    if isinstance(value, float):
        yield value
    elif is_array(value) or is_object(value):
        for item in value.values() if is_object(value) else value:
            yield from floats_in(item)


def refuse_not_finite(value: Any, name: str) -> None:
    """Raise `InvalidArgument` for NaN and infinities, which JSON does not have, wherever they are in a value."""
    if not all(isfinite(one) or isinstance(one, ExactNumber) for one in floats_in(value)):
        raise InvalidArgument(f"{name}: NaN and infinity are not numbers of JSON")


def to_json(value: Any) -> Any:
    """The JSON value for `value`, which may be or contain models, enums, dates and UUIDs.

    `UNSET` in an object leaves the field out. Raises `InvalidArgument` where nothing can be left out: in an array.
    """
    if type(value) in SCALARS:
        return value
    if is_array(value) and SCALARS.issuperset(map(type, value)):
        return value.copy()
    if isinstance(value, (list, tuple)):
        return [to_json(item) for item in cast("list[Any]", value)]
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, Mapping):
        items = cast("dict[Any, Any]", value).items()
        return {str(key): to_json(item) for key, item in items if item is not UNSET}
    return _special(value)


def plain_containers(value: Any, above: tuple[int, ...] = ()) -> Any:
    """A copy of a value in which each mapping is a dict, and each sequence a list, as in what JSON decodes to.

    What contains itself (`above` has the ids of what a value is in) is kept; it cannot be sent.
    """
    if not isinstance(value, (Mapping, list, tuple)) or id(cast(object, value)) in above:
        return cast(Any, value)
    inside = (*above, id(cast(object, value)))
    if isinstance(value, Mapping):
        return {key: plain_containers(item, inside) for key, item in cast("Mapping[Any, Any]", value).items()}
    return [plain_containers(item, inside) for item in cast("list[Any]", value)]


SCALARS: Final = frozenset({str, int, bool, float, NoneType})
"""Types of the values that JSON has, and that contain no others."""


def _special(value: Any) -> Any:
    if value is UNSET:
        raise InvalidArgument("UNSET cannot be an item of an array: leave the item out")
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return str(value)
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
