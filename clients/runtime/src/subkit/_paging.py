"""Conventions of paging: what an answer says of the page after it. No I/O, no state."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, Literal
from urllib.parse import parse_qs, urlsplit

from attrs import frozen

from ._json import is_array
from ._provenance import locate

Position = Mapping[str, Any]
"""Arguments, by Python name, that ask for a page; empty for the first one."""


@frozen
class Paging:
    """How an API pages. Names of properties and headers are the vendor's, names of arguments are Python's."""

    style: Literal["token", "header", "offset", "page", "link", "cursor", "none"]
    """Where the next page is named: a token in the body, a token in a header, an offset, a page number, a link (in the
    body, or in the `Link` header), a cursor with a flag that says whether there is more, or nowhere."""
    items: str | None = None
    """Property that holds the items; None where the answer is an array."""
    token: str | None = None
    """Argument that takes a token or cursor."""
    next: str | None = None
    """Property (of `header` style: header) that holds the next token or link. A link without it is in `Link`."""
    offset: str | None = None
    """Argument that takes the position of the first item."""
    limit: str | None = None
    """Argument that takes the size of a page."""
    page: str | None = None
    """Argument that takes the number of the page."""
    first: int = 1
    """Number of the first page."""
    cursor: str | None = None
    """Property of the last item that is the next cursor, where the answer names none."""
    more: str | None = None
    """Property that says whether there is more."""
    total: str | None = None
    """Property that holds the number of all items."""
    links: tuple[tuple[str, str, str], ...] = ()
    """Query parameters that are read from links, and a token that is a number: wire name, argument, and `integer` or
    `string`."""


def items_of(paging: Paging, parsed: Any) -> list[Any]:
    """The items of an answer."""
    found = parsed if paging.items is None else locate(parsed, (paging.items,))
    return found if is_array(found) else []


@frozen
class Answer:
    """One page as a convention looks at it."""

    asked: Mapping[str, Any]
    """The arguments of this page."""
    parsed: Any
    headers: Mapping[str, str]
    items: list[Any]

    def field(self, name: str | None) -> Any:
        """A property of the answer, or None."""
        return locate(self.parsed, (name,)) if name else None


def is_unreadable(paging: Paging, parsed: Any, position: Position | None) -> bool:
    """Whether an answer names a next page by a reference that says nothing usable."""
    found = locate(parsed, (paging.next,)) if paging.style == "offset" and paging.next else None
    return position is None and isinstance(found, str) and bool(found)


def next_position(
    paging: Paging, asked: Mapping[str, Any], parsed: Any, headers: Mapping[str, str] | None = None
) -> Position | None:
    """What asks for the page after this one, or None at the end.

    `asked` are the arguments of this page, `parsed` and `headers` its answer.
    """
    answer = Answer(asked, parsed, headers or {}, items_of(paging, parsed))
    if paging.more is not None and answer.field(paging.more) is False:
        return None
    return _STYLES[paging.style](paging, answer)


def _named(paging: Paging, token: Any) -> Position | None:
    if not paging.token or not isinstance(token, (str, int)) or isinstance(token, bool) or token == "":
        return None
    if any(argument == paging.token and kind == "integer" for _, argument, kind in paging.links):
        return {paging.token: int(token)} if str(token).isdecimal() else None
    return {paging.token: str(token)}


def _by_token(paging: Paging, answer: Answer) -> Position | None:
    return _named(paging, answer.field(paging.next))


def _by_header(paging: Paging, answer: Answer) -> Position | None:
    return _named(paging, answer.headers.get(paging.next or ""))


def _by_offset(paging: Paging, answer: Answer) -> Position | None:
    here = answer.asked.get(paging.offset or "")
    came = (here if isinstance(here, int) else 0) + len(answer.items)
    if paging.next is None:
        return {paging.offset or "": came} if answer.items and not _reached(paging, answer, came) else None
    # Two numbers are read from the reference and nothing else: it may lack the base path, and may point anywhere.
    query = _query_of(answer.field(paging.next))
    wires = {argument: wire for wire, argument, _ in paging.links}
    offset = _number(query, wires.get(paging.offset or "", "offset"))
    if offset is None:
        return None
    position: dict[str, Any] = {paging.offset or "": max(offset, came)}
    limit = _number(query, wires.get(paging.limit or "", "limit"))
    return position | {paging.limit: limit} if limit and paging.limit else position


def _by_page(paging: Paging, answer: Answer) -> Position | None:
    here, size = answer.asked.get(paging.page or ""), answer.asked.get(paging.limit or "")
    number = here if isinstance(here, int) else paging.first
    came = (number - paging.first + 1) * size if isinstance(size, int) else 0
    if not answer.items or (came and _reached(paging, answer, came)):
        return None
    return {paging.page or "": number + 1}


def _reached(paging: Paging, answer: Answer, came: int) -> bool:
    total = answer.field(paging.total)
    return isinstance(total, int) and came >= total


def _by_link(paging: Paging, answer: Answer) -> Position | None:
    link = next_link(answer.headers.get("link", "")) if paging.next is None else answer.field(paging.next)
    # The link is read for its query and never followed: where it points does not matter.
    query = _query_of(link)
    position: dict[str, Any] = {}
    for wire, argument, kind in paging.links:
        if wire in query:
            value = _number(query, wire) if kind == "integer" else query[wire][0]
            if value is not None and value != answer.asked.get(argument):
                position[argument] = value
    return position or None


def _by_cursor(paging: Paging, answer: Answer) -> Position | None:
    if paging.next is not None:
        return _named(paging, answer.field(paging.next))
    last = locate(answer.items[-1], (paging.cursor or "",)) if answer.items else None
    return _named(paging, last)


def _nowhere(paging: Paging, answer: Answer) -> Position | None:
    return None


_STYLES: Final[Mapping[str, Callable[[Paging, Answer], Position | None]]] = {
    "token": _by_token,
    "header": _by_header,
    "offset": _by_offset,
    "page": _by_page,
    "link": _by_link,
    "cursor": _by_cursor,
    "none": _nowhere,
}
_link = re.compile(r'<([^<>]*)>\s*((?:;\s*[\w*]+\s*=\s*(?:"[^"]*"|[^\s;,"]*)\s*)*)')
_is_next = re.compile(r';\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next(?=[\s;]|$))', re.IGNORECASE).search


def next_link(header: str) -> str | None:
    """The target of the link with `rel=next` in a `Link` header (RFC 8288), or None."""
    return next((target for target, parameters in _link.findall(header) if _is_next(parameters)), None)


def _query_of(reference: Any) -> Mapping[str, list[str]]:
    if not isinstance(reference, str):
        return {}
    try:
        return parse_qs(urlsplit(reference.replace("\\", "/")).query, keep_blank_values=True)
    except ValueError:
        return {}


def _number(query: Mapping[str, list[str]], name: str) -> int | None:
    text = query.get(name, [""])[0]
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None
