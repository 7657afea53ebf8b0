"""Names in `facade.toml` that do not exist in the document."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from ..diagnostics import Diagnostic
from .facade_file import FacadeFile


def check_exists(file: FacadeFile, name: str, known: Any, what: str, *at: str) -> Iterator[Diagnostic]:
    """Whether a name is known; if not, what it is not, and the name that was probably meant."""
    if name not in known:
        near = get_close_matches(name, list(known), n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(sorted(known)) or 'none'}"
        yield file.diagnostic(f"{name!r} is not {what}: {hint}", *at)
