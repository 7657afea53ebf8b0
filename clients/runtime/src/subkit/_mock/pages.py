"""Pages of a list, in each of the styles that the runtime can follow."""

from __future__ import annotations

import hashlib
import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal
from urllib.parse import urlencode

from .._models.nested import locate
from .._operations.endpoint import steps_of
from .._values import frozen
from .refusal import Refused
from .requests import Incoming, invalid_status
from .spec import ApiSpec
from .store import Entry

PAGE_SIZE: Final = 20
"""Items of a page, where neither the request nor `behaviour.toml` nor the specification says how many."""
Kind = Literal["token", "cursor", "offset", "page"]
_OFFSETS: Final = frozenset({"offset", "skip", "start", "startindex"})
_PAGES: Final = frozenset({"page", "pagenumber"})


@frozen
class Page:
    """One page of a list."""

    entries: Sequence[Entry]
    values: Mapping[str, Any]
    """What templates may say of it."""
    link: str | None
    """The path and query of the next page."""


class Pages:
    """Cuts lists into pages. Tokens are signed, and bound to the query that they came from."""

    def __init__(self, spec: ApiSpec, seed: int) -> None:
        self._spec = spec
        self._key = f"{spec.slug}:{seed}".encode()
        self.repeat = False
        """Whether a page names itself as the next one, as a faulty server does."""

    def cut(self, incoming: Incoming, entries: list[Entry], shown: list[Any]) -> Page:
        """The page that a request asks for. `shown` are the entries as the response shows them."""
        kind, name = _position(incoming)
        if kind is None or name is None:
            return Page(entries, {"count": len(entries), "total": len(entries), "pages": 1}, None)
        return _Cut(self, self._spec, incoming, entries, shown, kind, name).page()

    def sign(self, incoming: Incoming, name: str, after: int) -> str:
        """The token of the page that follows the entry of this number."""
        content = json.dumps([after, _filters(incoming, name)]).encode()
        return urlsafe_b64encode(self._signature(content) + content).decode().rstrip("=")

    def read(self, incoming: Incoming, name: str, token: str) -> int:
        """The number in a token. Raises `Refused` for one that was not issued for this list."""
        try:
            whole = urlsafe_b64decode(token + "=" * (-len(token) % 4))
        except ValueError:
            whole = b""
        signature, content = whole[:8], whole[8:]
        if not content or not hmac.compare_digest(signature, self._signature(content)):
            raise self._refusal(incoming, name, "it was not issued by this server")
        after, filters = json.loads(content)
        if filters != _filters(incoming, name):
            raise self._refusal(incoming, name, "it was issued for another query")
        return int(after)

    def _signature(self, content: bytes) -> bytes:
        return hmac.new(self._key, content, hashlib.sha256).digest()[:8]

    def _refusal(self, incoming: Incoming, name: str, why: str) -> Refused:
        status = invalid_status(self._spec, incoming.route)
        return Refused(status, "page token", f"query parameter {name}: {why}", incoming.route.pointer)


@frozen
class _Cut:
    pages: Pages
    spec: ApiSpec
    incoming: Incoming
    entries: list[Entry]
    shown: list[Any]
    kind: Kind
    name: str

    def page(self) -> Page:
        size, start = self.size(), self.start()
        end = max(start, min(start + size, len(self.entries)))
        total = len(self.entries)
        following = end if size > 0 and end < total else None
        preceding = max(start - size, 0) if start > 0 and size > 0 else None
        last = (total - 1) // size * size if total and size > 0 else 0
        positions = {"first": 0, "next": following, "previous": preceding, "last": last}
        if self.pages.repeat:
            positions["next"] = start
        values = {name: None if index is None else self.position(index, size) for name, index in positions.items()}
        link = None if positions["next"] is None else self.link(values["next"])
        offsets = {f"{name}_offset": positions[name] for name in ("next", "previous")}
        sizes = {"count": end - start, "total": total, "pages": -(-total // size) if size > 0 else 0}
        entries = self.entries[start:end]
        return Page(entries, {**values, **offsets, **sizes, "limit": size, "offset": start}, link)

    def size(self) -> int:
        paging = self.incoming.route.facade.get("paging", {})
        name = paging.get("size") or paging.get("limit")
        given = self.incoming.query.get(name) if name else None
        if given is not None:
            return int(given)
        declared = (one for one in self.incoming.route.node.get("parameters", ()))
        nodes = (self.spec.follow(one, "")[0] for one in declared)
        default = next((one["schema"].get("default") for one in nodes if one["name"] == name), None)
        return int(self.incoming.route.settings.get("page_size") or default or PAGE_SIZE)

    def start(self) -> int:
        given = self.incoming.query.get(self.name)
        if given in (None, ""):
            return 0
        match self.kind:
            case "offset":
                return int(given) if int(given) >= 0 else len(self.entries)
            case "page":
                return max(0, int(given) - self.first_page()) * self.size()
            case "token":
                after = self.pages.read(self.incoming, self.name, str(given))
                return next((n for n, one in enumerate(self.entries) if one.number > after), len(self.entries))
            case "cursor":
                return self.after_cursor(str(given))

    def first_page(self) -> int:
        return self.incoming.route.endpoint.paging.first if self.incoming.route.endpoint.paging else 1

    def after_cursor(self, cursor: str) -> int:
        names = [self.cursor_of(index) for index in range(len(self.entries))]
        if cursor not in names:
            raise Refused(
                invalid_status(self.spec, self.incoming.route),
                "page token",
                f"query parameter {self.name}: no item has this cursor",
                self.incoming.route.pointer,
            )
        return names.index(cursor) + 1

    def cursor_of(self, index: int) -> str:
        paging = self.incoming.route.endpoint.paging
        item = self.shown[index]
        if paging is None or paging.style != "cursor":
            return ""
        return str(item if paging.cursor is None else locate(item, steps_of(paging.cursor)))

    def position(self, index: int, size: int) -> Any:
        """What requests the page that starts at an index."""
        match self.kind:
            case "offset":
                return index
            case "page":
                return index // max(size, 1) + self.first_page()
            case "token":
                after = self.entries[index - 1].number if index else 0
                return self.pages.sign(self.incoming, self.name, after)
            case "cursor":
                return self.cursor_of(index - 1) if index else ""

    def link(self, position: Any) -> str:
        path = self.incoming.target.partition("?")[0]
        return f"{path}?{urlencode({**_texts(self.incoming.query), self.name: position})}"


def _texts(query: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in query.items()}


def _filters(incoming: Incoming, name: str) -> str:
    """The part of a query that pages have in common, and whom it was for."""
    paging = incoming.route.facade.get("paging", {})
    sizes = {name, paging.get("size"), paging.get("limit")}
    context = incoming.token.context if incoming.token else None
    kept = sorted((key, str(value)) for key, value in incoming.query.items() if key not in sizes)
    return repr((context, incoming.scope, kept))


def _position(incoming: Incoming) -> tuple[Kind | None, str | None]:
    """Which kind of position the pages of a list have, and the parameter that takes it."""
    route = incoming.route
    paging = route.endpoint.paging
    if paging is None or paging.style == "none":
        return None, None
    if paging.style == "link":
        return _linked([wire for wire, _, _ in paging.links])
    if paging.style == "cursor" and paging.next is None:
        return "cursor", route.wire(paging.token)
    if paging.style in ("offset", "page"):
        kind: Kind = "offset" if paging.style == "offset" else "page"
        return kind, route.wire(paging.offset if kind == "offset" else paging.page)
    return "token", route.wire(paging.token)


def _linked(names: list[str]) -> tuple[Kind | None, str | None]:
    """The same for links, of which only the names in their query are known."""
    known: tuple[tuple[frozenset[str], Kind], ...] = ((_OFFSETS, "offset"), (_PAGES, "page"))
    for words, kind in known:
        if found := next((one for one in names if one.lower().replace("_", "") in words), None):
            return kind, found
    token = next((one for one in names if any(word in one.lower() for word in ("token", "cursor", "after"))), None)
    return ("token", token) if token else (None, None)
