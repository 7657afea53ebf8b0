"""References to a next page: the `Link` header (RFC 8288), and the query of a reference.

A reference is read and never followed: its host and path do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qs

Query = Mapping[str, list[str]]

_PARAMETER = r'\s*;\s*([^\s=;,"<>]*)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?'
_links = re.compile(rf"<([^<>]*)>((?:{_PARAMETER})*)", re.DOTALL).finditer
_parameters = re.compile(_PARAMETER, re.DOTALL).finditer


def next_link(header: str) -> str | None:
    """The target of the first link with the relation `next` in a `Link` header, or None."""
    return next((link[1] for link in _links(header) if "next" in _relations(link[2])), None)


def _relations(parameters: str) -> list[str]:
    # If `rel` is repeated, only the first one counts (RFC 8288, 3.3).
    rel = next((one for one in _named(parameters) if one[0].lower() == "rel"), ("", ""))
    # Some servers quote it with apostrophes, which RFC 8288 does not know.
    return rel[1].lower().strip("'").split()


def _named(parameters: str) -> Iterator[tuple[str, str]]:
    for one in _parameters(parameters):
        yield one[1], one[2] if one[2] is not None else one[3] or ""


def query_of(reference: Any) -> Query:
    """The query of a reference, whatever precedes it; empty if it has none."""
    if not isinstance(reference, str):
        return {}
    return parse_qs(reference.partition("#")[0].partition("?")[2], keep_blank_values=True)


def number_in(query: Query, name: str) -> int | None:
    """A parameter of a query that is a natural number, or None."""
    return natural(query.get(name, [""])[0])


def natural(value: object) -> int | None:
    """A natural number of fewer than 16 digits, also if it is a string; else None."""
    text = str(value) if isinstance(value, str) or type(value) is int else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None


def is_sendable(text: str) -> bool:
    """Whether a text can be part of a URL: it contains no unpaired surrogate."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
