"""Which properties of an error hold its code and texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..spec.answers import Place, error_schemas, places, type_of
from ..spec.operations import ResolvedSpec
from .settings import Draft

_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "code": ("code", "errorCode", "error_code", "type", "status"),
    "title": ("title", "message", "error", "Error", "msg"),
    "detail": ("detail", "details", "description", "error_description", "Reason"),
}


def draft_errors(resolved: ResolvedSpec) -> Draft | None:
    """The properties that an error's code and texts are in, also inside an object; None if there are none."""
    for schema in error_schemas(resolved):
        found = [one for one in places(schema, resolved.schemas, depth=2) if _is_text(one, resolved)]
        settings = {key: _first(names, found) for key, names in _NAMES.items()}
        if any(settings.values()):
            return Draft.of(**settings)
    return None


def _is_text(one: Place, resolved: ResolvedSpec) -> bool:
    return type_of(one.schema, resolved.schemas) in ("string", "integer", "number", "any", "array")


def _first(names: tuple[str, ...], found: list[Place]) -> str | None:
    """The first of these names, outer ones before inner ones."""
    for depth in (1, 2):
        known = {one.path[-1]: one.name for one in found if len(one.path) == depth}
        if name := next((known[name] for name in names if name in known), None):
            return name
    return None
