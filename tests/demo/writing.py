"""Writes calls as a developer would write them, and answers as they print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from subkit._responses.redaction import Redaction

from ..support.exchanges import Exchange
from ..support.typed_calls import Call


def call_text(exchange: Exchange) -> str:
    """The line of Python that makes the call. Secrets among the arguments are hidden, as in the repr of a model."""
    call = exchange.call
    schemas = {parameter.python: parameter.schema for parameter in call.operation().endpoint.parameters}
    redaction = Redaction(names=frozenset(), texts=())
    hidden = {name: redaction.value(schemas.get(name, {}), value) for name, value in call.keywords.items()}
    keywords = {**hidden, **call.conditions}
    arguments = [*map(literal, call.subject), *(f"{name}={literal(value)}" for name, value in keywords.items())]
    line = f"client.{call.resource}.{call.method}({', '.join(arguments)})"
    return f"{line}.take({call.count})" if call.listing else line


def client_text(call: Call, base_url: str) -> str:
    """The line of Python that makes the client."""
    shared = "".join(f", {name}={literal(value)}" for name, value in call.shared.items())
    return f'client = {call.client}(base_url="{base_url}", auth=BearerToken(...){shared})'


def literal(value: Any) -> str:
    """A value as Python, in the quotes that the formatter of this project uses."""
    if isinstance(value, str):
        return repr(value) if '"' in value or "\\" in repr(value) else f'"{value}"'
    if isinstance(value, dict):
        return f"{{{', '.join(f'{literal(key)}: {literal(item)}' for key, item in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    return _moment(value) if isinstance(value, datetime) else repr(value)


def _moment(value: datetime) -> str:
    return f'datetime.fromisoformat("{value.isoformat()}")'


def answer_text(result: Any) -> str:
    """A result as it prints."""
    if isinstance(result, list):
        return f"[{', '.join(map(answer_text, result))}]"
    return repr(result)


def shorten(text: str, width: int, front: float) -> str:
    """`text` in one line, cut somewhere inside if it is too long: so much of what stays is its front."""
    if len(text) <= width:
        return text
    head = int((width - 1) * front)
    return f"{text[:head]}…{text[len(text) - (width - 1 - head) :]}"


def wrap(text: str, width: int, most: int, *, at: str = ", ") -> list[str]:
    """`text` in lines, broken after `at`. What needs more than one line beyond `most` loses parts in between."""
    pieces = list(_pieces(text, width, at))
    lines = _filled(pieces, width)
    keep = len(pieces) - 1
    while len(lines) > most + 1 or (len(lines) > most and keep < len(pieces) - 1):
        keep -= 1
        lines = _filled([*pieces[:keep], "… ", pieces[-1]], width)
    return lines


def _filled(pieces: list[str], width: int) -> list[str]:
    lines = [""]
    for piece in pieces:
        if lines[-1] and len(lines[-1]) + len(piece.rstrip()) > width:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def _pieces(text: str, width: int, at: str) -> Iterator[str]:
    """Parts that fit into a line. What does not fit is broken after opening brackets too, and then shortened."""
    for part in re.split(f"(?<={re.escape(at)})", text):
        for piece in [part] if len(part.rstrip()) <= width else re.split(r"(?<=[(\[{])", part):
            yield piece if len(piece.rstrip()) <= width else shorten(piece, width, 0.6)
