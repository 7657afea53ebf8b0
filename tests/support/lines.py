"""Errors of an API: as it sends them, and the line that they print."""

from __future__ import annotations

from typing import Any

import subkit
from subkit._models.schema import resolve

from .scripted import reply


def own_error(endpoint: Any, status: int) -> subkit.Reply:
    """An error as an API documents it for an endpoint: its error model, or no body."""
    schema = endpoint.errors.get(status, endpoint.errors.get("default", endpoint.api.problem))
    if schema is None:
        return reply(status)
    return reply(status, dict.fromkeys(resolve(schema["ref"]).__schema__["properties"], "x"))


def own_text(error: subkit.SubkitError) -> str:
    """The line of an error of a call without the request that it names at both ends."""
    start, end = f"{error.method} {error.url}: ", f" ({error.operation})"
    assert str(error).startswith(start)
    assert str(error).endswith(end)
    return str(error)[len(start) : -len(end)]
