"""The line that an error prints."""

from __future__ import annotations

import subkit


def own_text(error: subkit.SubkitError) -> str:
    """The line of an error of a call without the request that it names at both ends."""
    start, end = f"{error.method} {error.url}: ", f" ({error.operation})"
    assert str(error).startswith(start)
    assert str(error).endswith(end)
    return str(error)[len(start) : -len(end)]
