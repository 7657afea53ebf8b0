"""Reads `behaviour.toml`: how the fake of an API behaves where its specification does not say.

The words are documented in `docs/adding-an-api.md`, and what they do is in `subkit.mock`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from ..diagnostics import Diagnostic
from .document import is_array, is_object
from .facade_file import FacadeFile
from .facade_keys import (
    ANYTHING,
    BOOLEAN,
    INTEGER,
    SECONDS,
    STATUS,
    STATUSES,
    STRING,
    STRING_TABLE,
    STRINGS,
    valid_settings,
)
from .lint_names import check_exists

ACTIONS: Final = ("create", "get", "list", "replace", "merge", "set", "delete", "move", "nothing")
_ANY_TABLE: Final = {"*": ANYTHING}
_CHECK: Final = {
    "when": _ANY_TABLE,
    "empty": STRINGS,
    "required": STRINGS,
    "exists": STRING_TABLE,
    "matches": STRING_TABLE,
    "status": STATUS,
    "message": STRING,
}
_RULES: Final = ("empty", "required", "exists", "matches")
_SETTINGS: Final = {
    "auth": {
        "lifetime": SECONDS,
        "status": STATUS,
        "expires_in": BOOLEAN,
        "jwt": BOOLEAN,
        "token_path": STRING,
        "context": STRING,
        "missing_scope": STATUS,
    },
    "errors": {"body": _ANY_TABLE, "messages": STRING_TABLE, "invalid": STATUS, "empty": STATUSES},
    "collections": {"*": (_ANY_TABLE,)},
    "resources": {
        "*": {
            "id": STRING,
            "sets": _ANY_TABLE,
            "shows": _ANY_TABLE,
            "counts": {"*": STRINGS},
            "nulls": BOOLEAN,
            "by_context": BOOLEAN,
            "start": (_ANY_TABLE,),
            "samples": (_ANY_TABLE,),
        }
    },
    "operations": {
        "*": {
            "action": STRING,
            "status": STATUS,
            "renames": STRING_TABLE,
            "sets": _ANY_TABLE,
            "gone": STATUS,
            "filters": STRING_TABLE,
            "page": _ANY_TABLE,
            "page_size": INTEGER,
            "moves": STRING_TABLE,
            "checks": (_CHECK,),
        }
    },
}
PLACEHOLDERS: Final = frozenset(
    {"number", "uuid", "hex", "secret", "now", "request_id", "user", "tenant", "context", "status", "title", "code"}
    | {"detail", "count", "total", "pages", "first", "next", "previous", "last", "limit", "offset", "next_offset"}
    | {"previous_offset"}
)
"""Names that may stand alone in the braces of a template. Others start with what they are taken from."""
SOURCES: Final = frozenset({"path", "query", "body", "object", "id", "now", "hex"})
"""What may stand before the dot or colon of a placeholder."""

_NO_TEMPLATES: Final = ("matches", "start", "samples", "collections")


def check_behaviour(file: FacadeFile, operations: Iterable[str], resources: Iterable[str]) -> list[Diagnostic]:
    """A diagnostic for each setting that is unknown, invalid, or names what does not exist."""
    data, diagnostics = valid_settings(file, _SETTINGS)
    return [*diagnostics, *_names(file, data, set(operations), set(resources)), *_templates(file, file.data, ())]


def _names(
    file: FacadeFile, data: Mapping[str, Any], operations: set[str], resources: set[str]
) -> Iterator[Diagnostic]:
    for name in data.get("resources", {}):
        yield from check_exists(file, name, resources, "a resource", "resources", name)
    for name, settings in data.get("operations", {}).items():
        at = ("operations", name)
        yield from check_exists(file, name, operations, "an operationId", *at)
        if (action := settings.get("action", "nothing")) not in ACTIONS:
            yield file.diagnostic(f"unknown action {action!r}: must be one of {', '.join(ACTIONS)}", *at, "action")
        for check in settings.get("checks", ()):
            yield from _check(file, check, data.get("collections", {}), *at, "checks")


def _check(
    file: FacadeFile, check: Mapping[str, Any], collections: Mapping[str, Any], *at: str
) -> Iterator[Diagnostic]:
    if len(check.keys() & set(_RULES)) != 1:
        yield file.diagnostic(f"a check has exactly one of {', '.join(_RULES)}", *at)
    for name in check.get("exists", {}).values():
        yield from check_exists(file, name, collections, "a collection", *at)
    for pattern in check.get("matches", {}).values():
        try:
            re.compile(pattern)
        except re.error as error:
            yield file.diagnostic(f"invalid pattern {pattern!r}: {error}", *at)


def _templates(file: FacadeFile, value: Any, at: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Placeholders that nothing fills in, in all strings but patterns."""
    if is_object(value):
        for key, one in value.items():
            yield from () if key in _NO_TEMPLATES else _templates(file, one, (*at, key))
    elif is_array(value):
        for one in value:
            yield from _templates(file, one, at)
    elif isinstance(value, str):
        for name in re.findall(r"\{([^{}]*)\}", value):
            if name not in PLACEHOLDERS and re.split(r"[.:]", name)[0] not in SOURCES:
                yield file.diagnostic(
                    f"unknown placeholder {{{name}}}: known are {', '.join(sorted(PLACEHOLDERS))}", *at
                )
