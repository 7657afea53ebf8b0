"""The keys of `facade.toml`, and the kind of value that each one takes."""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from itertools import takewhile
from typing import Any, Final, cast

from attrs import field, frozen

from ..diagnostics import Diagnostic
from .document import is_array, is_object
from .facade_file import FacadeFile

STRING: Final = "a non-empty string"
STRINGS: Final = "a list of strings"
BOOLEAN: Final = "true or false"
STRING_TABLE: Final = "a table of strings"
NAME: Final = "a Python name, such as 'block'"
NAMES: Final = "a table of Python names"
CLASS: Final = "a Python class name, such as 'Subscription'"
OPEN: Final = "?"
"""The value of a setting that somebody has to decide, because the document does not say it."""
INTEGER: Final = "an integer"
SUBJECT: Final = "the name of a parameter, or false"
SECONDS: Final = "a number of seconds greater than 0"
STATUS: Final = "an HTTP status, 100 to 599"
STATUSES: Final = "a list of HTTP statuses"
ANYTHING: Final = "a value"
URL: Final = "an https:// URL, or one that starts with {base_url}"
QUERY_ARGUMENTS: Final = "a table of strings under Python names other than key and token_url"
HEADER: Final = "a header name, such as 'X-API-Key'"
SCOPES: Final = "a list of scopes, without spaces"
_PAGING: Final = {
    **dict.fromkeys(("style", "items", "token", "next", "size", "offset", "limit", "page"), STRING),
    **dict.fromkeys(("cursor", "more", "total"), STRING),
    "first": INTEGER,
}
_OPERATION: Final = {
    "method": NAME,
    "resource": NAME,
    "subject": SUBJECT,
    "drop": STRINGS,
    "idempotent": BOOLEAN,
    "skip": BOOLEAN,
    "patches": STRING,
    "empty_reply": STRING,
    "fresh": STRING,
    "names": NAMES,
    "paging": _PAGING,
}
_MODEL: Final = {
    "name": CLASS,
    "names": NAMES,
    "secret": STRINGS,
    "json_string": STRINGS,
    "exactly_one": STRINGS,
    "secret_when": STRING_TABLE,
}
_SETTINGS: Final = {
    "client": {
        "name": CLASS,
        "path_parameters": STRINGS,
        "request_id_header": STRING,
        "environment": {"base_url": STRINGS, "token": STRINGS},
    },
    "operations": {"*": _OPERATION},
    "models": {"*": _MODEL},
    "paging": {"first": INTEGER},
    "errors": {"code": STRING, "title": STRING, "detail": STRING},
    "auth": {
        "flow": STRING,
        "token_url": URL,
        "discovery_url": URL,
        "client_auth": STRING,
        "scopes": SCOPES,
        "drops_scopes": BOOLEAN,
        "header": HEADER,
        "query": QUERY_ARGUMENTS,
        "algorithm": STRING,
        "description": STRING,
        "source": STRING,
    },
}


Allowed = Mapping[str, Any]
"""The keys of a table, each with the kind of its value: one of the above, another table, or a tuple of one table for
a list of such tables. The key `*` stands for any."""


def valid_settings(file: FacadeFile, allowed: Allowed = _SETTINGS) -> tuple[dict[str, Any], list[Diagnostic]]:
    """The settings whose keys and values are valid, and a diagnostic for each of the others."""
    checker = _Checker(file)
    return checker.table(file.data, allowed, ()), checker.diagnostics


@frozen
class _Checker:
    file: FacadeFile
    diagnostics: list[Diagnostic] = field(factory=list[Diagnostic])

    def table(self, data: Mapping[str, Any], allowed: Allowed, at: tuple[str, ...]) -> dict[str, Any]:
        valid: dict[str, Any] = {}
        for key, value in data.items():
            path, kind = (*at, key), allowed.get(key, allowed.get("*"))
            if kind is None:
                self._add(path, f"unknown key {'.'.join(path)!r}: {_hint(key, allowed)}")
            elif isinstance(kind, Mapping):
                if is_object(value):
                    valid[key] = self.table(value, cast(Allowed, kind), path)
                else:
                    self._add(path, f"{'.'.join(path)} must be a table")
            elif value == OPEN:
                self._add(path, f"{'.'.join(path)} is left open{self._question(path)}")
            elif isinstance(kind, tuple):
                valid[key] = self._tables(value, cast("tuple[Allowed]", kind)[0], path)
            elif not _KINDS[kind](value):
                self._add(path, f"{'.'.join(path)} must be {kind}")
            else:
                valid[key] = _as_setting(kind, value)
        return valid

    def _tables(self, value: object, allowed: Allowed, path: tuple[str, ...]) -> list[dict[str, Any]]:
        if is_array(value) and all(map(is_object, value)):
            return [self.table(one, allowed, path) for one in value]
        self._add(path, f"{'.'.join(path)} must be a list of tables")
        return []

    def _question(self, path: tuple[str, ...]) -> str:
        """The comment above a setting."""
        lines = self.file.text.splitlines()[: self.file.line(*path) - 1]
        above = [line.strip("# ") for line in takewhile(lambda line: line.startswith("#"), reversed(lines))]
        return ": " + " ".join(reversed(above)) if above else ""

    def _add(self, path: tuple[str, ...], text: str) -> None:
        self.diagnostics.append(self.file.diagnostic(text, *path))


def _as_setting(kind: str, value: Any) -> Any:
    """A valid value as the settings hold it."""
    if kind == SUBJECT:
        return value or ""
    return tuple(value) if kind in (STRINGS, SCOPES) else value


def _hint(key: str, allowed: Mapping[str, Any]) -> str:
    near = get_close_matches(key, allowed, n=1)
    return f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(allowed)}"


def _is_string(value: Any) -> bool:
    return isinstance(value, str) and bool(value)


def _is_name(value: Any) -> bool:
    return _is_string(value) and value.isidentifier() and not keyword.iskeyword(value) and not value.startswith("_")


def _is_class(value: Any) -> bool:
    return _is_name(value) and value[0].isupper() and value.isascii()


_is_url = re.compile(r"(?:https://[\w.-]+(?::\d+)?|\{base_url\})(?:/[\w./~-]*)?", re.ASCII).fullmatch
_is_header = re.compile(r"[\w-]+", re.ASCII).fullmatch
_is_scope = re.compile(r"[\x21\x23-\x5b\x5d-\x7e]+").fullmatch  # RFC 6749, 3.3


def _is_argument(value: Any) -> bool:
    """Whether an argument of a credential may have this name, which its code does not use otherwise."""
    return _is_name(value) and value not in ("self", "key", "token_url", "hidden", "super", "Secret")


def _is_integer(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_status(value: Any) -> bool:
    return _is_integer(value) and 100 <= value < 600


_KINDS: Final[Mapping[str, Callable[[Any], bool]]] = {
    STRING: _is_string,
    STRINGS: lambda value: is_array(value) and all(map(_is_string, value)),
    BOOLEAN: lambda value: isinstance(value, bool),
    STRING_TABLE: lambda value: is_object(value) and all(map(_is_string, value.values())),
    NAME: _is_name,
    NAMES: lambda value: is_object(value) and all(map(_is_name, value.values())),
    CLASS: _is_class,
    INTEGER: _is_integer,
    SUBJECT: lambda value: value is False or _is_string(value),
    SECONDS: lambda value: (_is_integer(value) or isinstance(value, float)) and value > 0,
    STATUS: _is_status,
    STATUSES: lambda value: is_array(value) and all(map(_is_status, value)),
    ANYTHING: lambda value: True,
    URL: lambda value: _is_string(value) and bool(_is_url(value)),
    QUERY_ARGUMENTS: lambda value: (
        is_object(value) and all(map(_is_argument, value)) and all(map(_is_string, value.values()))
    ),
    HEADER: lambda value: _is_string(value) and bool(_is_header(value)),
    SCOPES: lambda value: is_array(value) and all(_is_string(one) and bool(_is_scope(one)) for one in value),
}
