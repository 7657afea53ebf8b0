"""How values are written into queries, paths, headers and bodies (RFC 6570, and the styles of OpenAPI)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from .._errors import InvalidArgument
from .._formats.json import dumps, is_array, is_json, is_object

if TYPE_CHECKING:
    from .endpoint import Parameter

Pair = tuple[str, str]
MULTIPART: Final = "multipart/form-data"
_SEPARATORS: Final = {"spaceDelimited": " ", "pipeDelimited": "|"}


def query_fields(parameter: Parameter, value: Any) -> Iterator[tuple[str, list[str], str]]:
    """The fields of a query for a value: names, texts, and what joins the texts (RFC 6570, 3.2.8)."""
    if parameter.style == "deepObject":
        yield from ((name, [text], "") for name, text in _deep(parameter.wire, value))
    elif parameter.style == "json":
        yield parameter.wire, [json_text(value)], ""
    elif is_array(value) and parameter.explode:
        yield from ((parameter.wire, [simple(item)], "") for item in value)
    elif is_object(value) and parameter.explode:
        yield from ((name, [simple(item)], "") for name, item in value.items())
    elif texts := parts(value):
        yield parameter.wire, texts, _SEPARATORS.get(parameter.style, ",")


def header_text(parameter: Parameter, value: Any) -> str:
    """A value in a header."""
    if parameter.style == "json":
        return json_text(value)
    if is_object(value) and parameter.explode:
        return ",".join(f"{name}={simple(item)}" for name, item in value.items())
    return simple(value)


def parts(value: Any) -> list[str]:
    """The texts of which a value consists."""
    if isinstance(value, str):
        return [value]
    if is_array(value):
        return [simple(item) for item in value]
    if is_object(value):
        return [text for name, item in value.items() for text in (name, simple(item))]
    return [simple(value)]


def simple(value: Any) -> str:
    """A value as one text (RFC 6570, 3.2.2)."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return ",".join(parts(value)) if is_array(value) or is_object(value) else str(value)


def json_text(value: Any) -> str:
    """A value as JSON text."""
    return dumps(value).decode("ascii")


def encode(media_type: str, value: Any, styles: Mapping[str, str]) -> bytes:
    """A body, encoded for its media type; `styles` says how the fields of a form are written."""
    if isinstance(value, bytes):
        return value
    plain = media_type.partition(";")[0].strip()
    if is_json(plain):
        return dumps(value)
    try:
        if plain == "application/x-www-form-urlencoded" and is_object(value):
            pairs = [pair for name, item in value.items() for pair in form_fields(name, item, styles.get(name, ""))]
            return urlencode(pairs).encode("ascii")
        return simple(value).encode()
    except UnicodeEncodeError:
        raise InvalidArgument("body: contains an unpaired surrogate") from None


def form_fields(name: str, value: Any, style: str) -> Iterator[Pair]:
    """The fields of a form for a value. Without a style, objects are JSON text and the items of arrays are fields of
    their own."""
    if style == "json" and value is not None:
        yield name, json_text(value)
    elif style == "deepObject" and (is_object(value) or is_array(value)):
        yield from _deep(name, value)
    elif style == "form" and is_object(value):
        yield from ((key, _text(item)) for key, item in value.items())
    elif style in ("joined", *_SEPARATORS) and (is_object(value) or is_array(value)):
        yield name, _SEPARATORS.get(style, ",").join(map(_text, _flat(value)))
    else:
        yield from ((name, _text(item)) for item in (value if is_array(value) else [value]))


def _flat(value: Any) -> list[Any]:
    return [part for pair in value.items() for part in pair] if is_object(value) else value


def _text(value: Any) -> str:
    if value is None:
        return ""
    return json_text(value) if is_object(value) or is_array(value) else simple(value)


def _deep(name: str, value: Any) -> Iterator[Pair]:
    """The fields of a value with names like `filter[size][min]`."""
    if not (is_object(value) or is_array(value)):
        yield name, _text(value)
        return
    for key, item in value.items() if is_object(value) else enumerate(value):
        yield from _deep(f"{name}[{key}]", item)
