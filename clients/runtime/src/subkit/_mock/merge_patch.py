"""JSON Merge Patch (RFC 7396)."""

from __future__ import annotations

from typing import Any

from .._formats.json import is_object


def merge_patch(target: Any, patch: Any) -> Any:
    """`target` with `patch` applied, as in section 2 of the RFC. Neither is changed."""
    if not is_object(patch):
        return patch
    result: dict[str, Any] = dict(target) if is_object(target) else {}
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        else:
            result[name] = merge_patch(result.get(name), value)
    return result
