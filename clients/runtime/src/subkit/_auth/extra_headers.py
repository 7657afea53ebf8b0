"""The headers that a client adds to every request because its user said so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, cast

from .._secrets.secret import Pair, SecretHeaders

_OWN: Final = frozenset({
    "accept", "accept-encoding", "authorization", "content-encoding", "content-length", "content-type", "cookie",
    "if-match", "if-modified-since", "if-none-match", "if-range", "if-unmodified-since", "range", "user-agent",
})  # fmt: skip
_OF_THE_CONNECTION: Final = frozenset({
    "connection", "expect", "host", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "te",
    "trailer", "transfer-encoding", "upgrade",
})  # fmt: skip
_is_name: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+").fullmatch
_SECRET: Final = re.compile("auth|cookie|credential|key|password|secret|session|signature|token", re.IGNORECASE)


def are_headers(value: object) -> bool:
    """Whether a value can be sent as additional headers."""
    if value is None:
        return True
    if not isinstance(value, Mapping):
        return False
    pairs = cast("Mapping[object, object]", value).items()
    names = [str(name).lower() for name, _ in pairs]
    return len(set(names)) == len(names) and all(_is_header(name, text) for name, text in pairs)


def header_pairs(headers: Mapping[str, str] | None) -> SecretHeaders:
    """The headers, in a form that no `repr` shows, because a key may be among them."""
    return SecretHeaders((headers or {}).items())


def besides(extra: Sequence[Pair], headers: Iterable[Pair]) -> tuple[Pair, ...]:
    """Those of the additional headers that a request does not have."""
    if not extra:
        return ()
    names = {name.lower() for name, _ in headers}
    return tuple((name, value) for name, value in extra if name.lower() not in names)


def secrets_among(headers: Iterable[Pair]) -> tuple[Pair, ...]:
    """Those whose names say that they are secret. A correlation id, for instance, is not, and may be shown."""
    return tuple((name, value) for name, value in headers if _SECRET.search(name))


def _is_header(name: Any, value: Any) -> bool:
    if not isinstance(name, str) or not isinstance(value, str) or not _is_name(name):
        return False
    return name.lower() not in _OWN | _OF_THE_CONNECTION and _is_value(value)


def _is_value(text: str) -> bool:
    return text.isascii() and text.isprintable() and text == text.strip()
