"""What a specification says and a client does not need: it is left out, and said so."""

from __future__ import annotations

from collections.abc import Iterator

from .normalise import METHODS
from .problems import Problem
from .source import Document, is_object


def notes(document: Document) -> Iterator[Problem]:
    """One line for each thing that is ignored."""
    if document.data.get("webhooks"):
        yield document.problem(("webhooks",), "webhooks are ignored: a client calls, and is not called")
    for path, item in document.data["paths"].items() if is_object(document.data.get("paths")) else ():
        for method in METHODS:
            operation = item.get(method) if is_object(item) else None
            if is_object(operation) and operation.get("callbacks"):
                at = ("paths", path, method, "callbacks")
                yield document.problem(at, "callbacks are ignored: a client calls, and is not called")
