"""Styles of paging: what a response says about the next page. No I/O, no state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from .._formats.json import is_array
from .._models.nested import locate
from .._operations.endpoint import Name, Paging, steps_of
from .._unset import UNSET
from .._values import frozen
from .links import is_sendable, natural, next_link, number_in, query_of

Position = Mapping[str, Any]
"""Arguments, by Python name, that request a page; empty for the first one."""


class Unreadable(Exception):
    """A response names a next page in a way that cannot be requested. Treating it as the last page would lose the rest
    of the list."""


_UNREADABLE: Final = "there is a reference to a next page, but it does not say which"


@frozen
class PageResponse:
    """One page, as a style of paging sees it."""

    asked: Mapping[str, Any]
    """The arguments that requested this page."""
    parsed: Any
    headers: Mapping[str, str]
    before: int | None
    """How many items precede this page; None if the list was not started at its first page."""

    def field(self, name: Name | None) -> Any:
        """A property of the response, or None."""
        found = locate(self.parsed, steps_of(name)) if name else None
        return None if found is UNSET else found

    def number(self, name: Name | None) -> int | None:
        """A property of the response that is a natural number, or None."""
        found = self.field(name)
        return found if type(found) is int and found >= 0 else None


def items_of(paging: Paging, parsed: Any) -> list[Any]:
    """The items of a response. Raises `Unreadable` if they are not an array."""
    found = parsed if paging.items is None else locate(parsed, steps_of(paging.items))
    if is_array(found):
        return found
    if found is None or found is UNSET:
        return []
    raise Unreadable("the items of the response are not an array")


def repeats(items: list[Any], before: list[Any]) -> bool:
    """Whether a page holds the items of the one before it, in any order. Items without an id may be alike by chance, so
    a page of them says so only if they differ from each other."""
    ids = _ids(items)
    if ids is not None:
        return ids == _ids(before)
    return items == before and any(item != items[0] for item in items)


def _ids(items: list[Any]) -> list[str] | None:
    """The ids of items, sorted; None unless each has one."""
    ids = [_id(item) for item in items]
    return sorted(map(str, ids)) if ids and None not in ids else None


def _id(item: Any) -> Any:
    name = getattr(item, "__identity__", None)
    return getattr(item, name) if name else None


def next_position(paging: Paging, response: PageResponse, items: list[Any]) -> Position | None:
    """The arguments that request the next page, or None at the end. Raises `Unreadable`."""
    more = response.field(paging.more)
    if more is False:
        return None
    position = _STYLES[paging.style](paging, response, items)
    if position is None and more is True:
        raise Unreadable("the API says that there is more, but not where")
    return position


def _is_absent(reference: Any) -> bool:
    return reference is None or reference is False or reference == ""


def _named(paging: Paging, token: Any) -> Position | None:
    if _is_absent(token) or not paging.token:
        return None
    if any(argument == paging.token and kind == "integer" for _, argument, kind in paging.links):
        found: str | int | None = natural(token)
    else:
        found = str(token) if isinstance(token, (str, int)) and token is not True else None
    if found is None or not is_sendable(str(found)):
        raise Unreadable(_UNREADABLE)
    return {paging.token: found}


def _by_token(paging: Paging, response: PageResponse, items: list[Any]) -> Position | None:
    return _named(paging, response.field(paging.next))


def _by_header(paging: Paging, response: PageResponse, items: list[Any]) -> Position | None:
    return _named(paging, response.headers.get("".join(steps_of(paging.next or ""))))


def _by_offset(paging: Paging, response: PageResponse, items: list[Any]) -> Position | None:
    here = response.asked.get(paging.offset or "")
    here = here if isinstance(here, int) else 0
    came = here + len(items)
    if paging.next is None:
        ended = not items or came == response.number(paging.total)
        return None if ended else {paging.offset or "": came}
    reference = response.field(paging.next)
    if _is_absent(reference):
        return None
    # Only two numbers are read from the reference: it may lack the base path, and may point anywhere.
    query = query_of(reference)
    wires = {argument: wire for wire, argument, _ in paging.links}
    offset = number_in(query, wires.get(paging.offset or "", "offset"))
    if offset is None:
        raise Unreadable(_UNREADABLE)
    # The next item follows the fetched ones, whatever the reference says: the limit may have been ignored.
    position = {paging.offset or "": came if items else max(offset, here)}
    limit = number_in(query, wires.get(paging.limit or "", "limit"))
    return position | {paging.limit: limit} if limit and paging.limit else position


def _by_page(paging: Paging, response: PageResponse, items: list[Any]) -> Position | None:
    here = natural(response.asked.get(paging.page or ""))
    ended = response.before is not None and response.before + len(items) == response.number(paging.total)
    number = paging.first if here is None else here
    return {paging.page or "": number + 1} if items and not ended else None


def _by_link(paging: Paging, response: PageResponse, items: list[Any]) -> Position | None:
    link = next_link(response.headers.get("link", "")) if paging.next is None else response.field(paging.next)
    if _is_absent(link):
        return None
    # The link is read for its query and never followed: its host and path do not matter.
    query = query_of(link)
    position: dict[str, Any] = {}
    for wire, argument, kind in paging.links:
        if wire in query:
            value = number_in(query, wire) if kind == "integer" else query[wire][0]
            if value is not None and is_sendable(str(value)):
                position[argument] = value
    if not position:
        raise Unreadable(_UNREADABLE)
    return position


def _by_cursor(paging: Paging, response: PageResponse, items: list[Any]) -> Position | None:
    if paging.next is not None:
        return _named(paging, response.field(paging.next))
    if not items:
        return None
    last = locate(items[-1], steps_of(paging.cursor)) if paging.cursor else items[-1]
    if last is UNSET or _is_absent(last):
        raise Unreadable("the last item of the page has no cursor")
    return _named(paging, last)


def _nowhere(paging: Paging, response: PageResponse, items: list[Any]) -> Position | None:
    return None


_STYLES: Final[Mapping[str, Callable[[Paging, PageResponse, list[Any]], Position | None]]] = {
    "token": _by_token,
    "header": _by_header,
    "offset": _by_offset,
    "page": _by_page,
    "link": _by_link,
    "cursor": _by_cursor,
    "none": _nowhere,
}
