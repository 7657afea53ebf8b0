"""A list as its document shows it: what steers it, and what its response says of other pages.

Names are compared without case and punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, Final

from attrs import define

from ..spec.answers import Place, places, property_at, success_of, success_schema, type_of
from ..spec.document import Document, Json
from ..spec.operations import Operation, Parameter, ResolvedSpec
from ..spec.pages import Collection
from .first_page import first_page

TOKENS: Final = (
    "pagetoken", "nextpagetoken", "nexttoken", "continuationtoken", "continuation", "paginationtoken", "nextcursor",
    "startingafter", "cursor", "pagecursor", "marker", "iterator", "scrollid", "after", "aftercursor", "afterid",
    "lastid", "startafter", "next", "token", "starttoken", "exclusivestartkey", "lastevaluatedkey", "pageid",
)  # fmt: skip
NEXT_TOKENS: Final = (
    "nextpagetoken", "nexttoken", "nextcursor", "nextmarker", "continuationtoken", "continuation", "paginationtoken",
    "iterator", "endcursor", "nextoffset", "scrollid", "lastevaluatedkey", "nextpagecursor", "nextid", "nextafter",
)  # fmt: skip
AFTER: Final = ("startingafter", "after", "cursor", "afterid", "lastid", "startafter", "marker", "nextcursor")
OFFSETS: Final = ("offset", "skip", "start", "startindex", "startat", "firstresult", "pageoffset")
LIMITS: Final = (
    "limit", "pagesize", "perpage", "size", "count", "top", "maxresults", "itemsperpage", "resultsperpage", "pagelimit",
    "maxitems", "take",
)  # fmt: skip
PAGES: Final = ("page", "pagenumber", "pageno", "pagenum", "pageindex", "currentpage")
LINKS: Final = ("nextlink", "nexturl", "nextpageurl", "nexturi", "nextpageuri", "nextpagelink", "nextpage", "next")
MORE: Final = ("hasmore", "more", "hasnext", "hasnextpage", "morepages", "moreresults", "truncated", "istruncated")
TOTALS: Final = ("total", "totalcount", "totalitemcount", "totalresults", "totalitems", "totalrecords", "totalelements")
IDS: Final = ("id", "uuid", "sid", "key")


@define(slots=False)
class Listing:
    """One list."""

    operation: Operation
    resolved: ResolvedSpec
    document: Document
    collection: Collection

    @cached_property
    def parameters(self) -> dict[str, Parameter]:
        """Its query parameters by wire name."""
        return {one.name: one for one in self.operation.parameters if one.location == "query"}

    @cached_property
    def places(self) -> list[Place]:
        """What its response says beside the items."""
        own = self.collection.items or ()
        found = places(success_schema(self.operation, self.resolved), self.resolved.schemas)
        return [one for one in found if one.path[: len(own)] != own or not own]

    @property
    def where(self) -> str:
        """Its place in the document."""
        return self._at(self.operation.pointer)

    def line_of(self, parameter: str) -> str:
        """The place of a parameter in the document."""
        return self._at(self.parameters[parameter].pointer)

    def _at(self, pointer: Any) -> str:
        return f"openapi.yaml:{self.document.line(pointer)}"

    # What its items are

    @property
    def items(self) -> str | None:
        """The name of the property with the items; None for a bare array."""
        return ".".join(self.collection.items) if self.collection.items else None

    @property
    def is_bare(self) -> bool:
        """Whether the response is an array."""
        return self.collection.items == ()

    @cached_property
    def _item(self) -> Any:
        schema = success_schema(self.operation, self.resolved)
        return property_at(self.collection.items or (), schema, self.resolved.schemas).get("items") or {}

    @property
    def holds_scalars(self) -> bool:
        """Whether the items are texts or numbers."""
        return type_of(self._item, self.resolved.schemas) in ("string", "integer", "number")

    @property
    def cursor(self) -> str | None:
        """The property of an item that identifies it."""
        found = [one.path[0] for one in places(self._item, self.resolved.schemas, depth=1)]
        return _first(IDS, found)

    # What steers it

    @property
    def is_steered(self) -> bool:
        """Whether a parameter or a link requests other pages."""
        return any((self.token, self.offset, self.page, self.has_link_header, self.next_link, self.next_token))

    @property
    def can_be_steered(self) -> bool:
        """Whether there are parameters that a link can set."""
        return any(self._type(name) in ("string", "integer") for name in self.parameters)

    @property
    def token(self) -> str | None:
        """The parameter that takes a token or cursor; an offset or a page that is a text is one."""
        texts = [name for name in self.parameters if self._type(name) == "string"]
        known = [name for name in self.parameters if self._type(name) in ("string", "any", "integer")]
        return _first((*TOKENS, *NEXT_TOKENS), known) or _first(
            (*OFFSETS, *PAGES), [one for one in texts if not self.is_time(one)]
        )

    @property
    def steers(self) -> str | None:
        """A parameter that is called like one that requests pages, of whatever type."""
        return _first((*TOKENS, *OFFSETS, *PAGES), [name for name in self.parameters if name.lower() != "token"])

    @property
    def after(self) -> str | None:
        """The parameter that takes the last item of the page before."""
        return _first(AFTER, [name for name in self.parameters if self._type(name) in ("string", "any", "integer")])

    @property
    def offset(self) -> str | None:
        """The parameter that takes the position of the first item."""
        return _first(OFFSETS, self._numbers())

    @property
    def page(self) -> str | None:
        """The parameter that takes the number of a page."""
        return _first(PAGES, self._numbers())

    @property
    def limit(self) -> str | None:
        """The parameter that takes the size of a page."""
        return _first(LIMITS, self._numbers())

    def first_page(self, parameter: str) -> int | None:
        """The number of the first page, if this parameter says it, or those of the same name in other operations."""
        if (own := first_page(self.parameters[parameter].data)) is not None:
            return own
        others = (one.data for each in self.resolved.operations for one in each.parameters if one.name == parameter)
        found = {first for one in others if (first := first_page(one)) is not None}
        return found.pop() if len(found) == 1 else None

    def starts_at(self, parameter: str) -> int | None:
        """The first value of an offset, if the document says it."""
        return first_page(self.parameters[parameter].data)

    def is_time(self, parameter: str) -> bool:
        """Whether a parameter takes a date: then it filters."""
        data = self.parameters[parameter].data
        schema: Json = data.get("schema") or {}
        about = f"{data.get('description') or ''} {schema.get('format') or ''}"
        return bool(re.search(r"\b(date|time|timestamp|date-time|day)s?\b", about, re.IGNORECASE))

    def _numbers(self) -> list[str]:
        return [name for name in self.parameters if self._type(name) in ("integer", "number")]

    def _type(self, name: str) -> str:
        return type_of(self.parameters[name].data.get("schema") or {}, self.resolved.schemas)

    # What the response says

    @property
    def has_link_header(self) -> bool:
        """Whether a `Link` header is declared."""
        found = success_of(self.operation)
        return found is not None and any(name.lower() == "link" for name in found.headers)

    @property
    def next_token(self) -> str | None:
        """The property with the next token."""
        named = self._place(NEXT_TOKENS, lambda one: self._is_text(one) and not _is_link(one))
        return named or self._inside_next() or self._plain_next()

    def _inside_next(self) -> str | None:
        """A property called like the parameter, inside an object that tells of the next page."""
        wanted = {_letters(self.token)} if self.token else set[str]()
        for one in self.places:
            around = "".join(map(_letters, one.path[:-1]))
            last, told = _letters(one.path[-1]), re.search("next|cursor|paging|pagination", around)
            named = last in wanted or (last == "next" and "cursor" in around)
            if told and named and self._is_text(one) and not _is_link(one):
                return one.name
        return None

    def _plain_next(self) -> str | None:
        """`next`, where a parameter takes a token and nothing says that it is a link."""
        if self.token is None or (_letters(self.token) in ("after", "before") and self.page):
            return None
        return self._place(("next", "cursor", "nextpage"), lambda one: self._is_text(one) and not _is_link(one))

    @property
    def next_link(self) -> str | None:
        """The property with a link to the next page."""
        named = self._place(LINKS, lambda one: type_of(one.schema, self.resolved.schemas) == "string")
        return named or self._linked()

    def _linked(self) -> str | None:
        """`next.href`, and the like."""
        for one in self.places:
            if len(one.path) > 1 and _letters(one.path[-1]) in ("href", "url") and _letters(one.path[-2]) == "next":
                return one.name
        return None

    @property
    def more(self) -> str | None:
        """The property that says whether there is more."""
        return self._place(MORE, lambda one: type_of(one.schema, self.resolved.schemas) == "boolean")

    @property
    def total(self) -> str | None:
        """The property with the number of all items."""
        return self._place(TOTALS, self._is_total)

    def _is_total(self, one: Place) -> bool:
        about = str(one.schema.get("description") or "")
        here = re.search(r"(this|current|the) page|returned|pages\b", about, re.IGNORECASE)
        return type_of(one.schema, self.resolved.schemas) == "integer" and not here

    def _is_text(self, one: Place) -> bool:
        return type_of(one.schema, self.resolved.schemas) in ("string", "integer", "number", "any")

    def _place(self, names: tuple[str, ...], fits: Callable[[Place], bool]) -> str | None:
        found = [one for one in self.places if fits(one)]
        return next((one.name for name in names for one in found if _letters(one.path[-1]) == name), None)


def _first(names: tuple[str, ...], known: Iterable[str]) -> str | None:
    found = {_letters(one): one for one in reversed(list(known))}
    return next((found[name] for name in names if name in found), None)


def _letters(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower().removeprefix("@odata."))


def _is_link(one: Place) -> bool:
    """Whether a property is a link, by its name, its format or what is said of it."""
    about = f"{one.schema.get('description') or ''} {one.schema.get('example') or ''} {one.schema.get('format') or ''}"
    named = re.search(r"(url|uri|link|links|href)$", "".join(map(_letters, one.path[-2:])))
    linked = any(_letters(step) in ("links", "link") for step in one.path)
    return bool(named or linked or re.search(r"\b(urls?|uris?|links?|https?)\b", about, re.IGNORECASE))
