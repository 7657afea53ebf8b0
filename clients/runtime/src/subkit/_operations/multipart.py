"""Bodies of type multipart/form-data (RFC 7578)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from .._formats.json import dumps, is_array, is_object
from .encoding import MULTIPART, simple


def encode_multipart(fields: Mapping[str, Any], types: Mapping[str, str]) -> tuple[str, bytes]:
    """The media type, with its boundary, and the body. `types` are media types of fields that differ from the usual
    one: bytes, JSON for objects, and text."""
    parts = [part for name, value in fields.items() for part in _parts(name, value, types.get(name))]
    boundary = sha256(b"".join(parts)).hexdigest()  # no part can contain it, and it is the same in every attempt
    body = b"".join(b"--%s\r\n%s\r\n" % (boundary.encode(), part) for part in parts)
    return f"{MULTIPART}; boundary={boundary}", b"%s--%s--\r\n" % (body, boundary.encode())


def _parts(name: str, value: Any, type_: str | None) -> Iterator[bytes]:
    """A part for a field; for each item of an array, unless it is sent as JSON."""
    if is_array(value) and type_ != "application/json":
        for item in value:
            yield from _parts(name, item, type_)
        return
    content, usual = _content(value)
    quoted = name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
    file = f'; filename="{quoted}"' if isinstance(value, bytes) else ""
    lines = [f'Content-Disposition: form-data; name="{quoted}"{file}']
    lines += [f"Content-Type: {type_ or usual}"] if type_ or usual else []
    yield "\r\n".join([*lines, "", ""]).encode() + content


def _content(value: Any) -> tuple[bytes, str | None]:
    """What a part contains, and its media type."""
    if isinstance(value, bytes):
        return value, "application/octet-stream"
    if is_object(value) or is_array(value):
        return dumps(value), "application/json"
    return b"" if value is None else simple(value).encode(), None
