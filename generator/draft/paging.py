"""How a list is paged, as far as its parameters and its response say so for certain."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from attrs import evolve

from ..ir.verbs import is_list_call
from ..spec.document import Document
from ..spec.operations import Operation, ResolvedSpec
from ..spec.pages import Collection, collection_of
from .listing import Listing
from .settings import Draft

REMOVE: Final = "or remove this table: the call then returns the whole response"
_REMOVED: Final = f"Set the style, {REMOVE}."


def draft_paging(operation: Operation, resolved: ResolvedSpec, document: Document) -> Draft | None:
    """The paging of an operation; None if it is no list."""
    collection = collection_of(operation, resolved) if operation.method == "get" else None
    if collection is None:
        return None
    listing = Listing(operation, resolved, document, collection)
    if not is_list_call(operation, resolved) and not (collection.items is not None and listing.is_steered):
        return None
    if collection.items is None or not _is_settled(listing, collection):
        return Draft.of(f"{listing.where}: which property holds the items, and how are they paged? Set it, {REMOVE}.")
    found = (style(listing) for style in _STYLES)
    return next((draft for draft in found if draft is not None), Draft.of(style="none", items=listing.items))


def draft_first_page(drafts: Iterable[Draft]) -> Draft | None:
    """The question which number the first page has, asked once for all lists of which the document does not say it."""
    lines = list(dict.fromkeys(one.unnumbered.rpartition(":")[2] for one in drafts if one.unnumbered))
    if not lines:
        return None
    text = f"openapi.yaml:{', '.join(lines)}: is the first page number 0 or 1? The document does not say."
    return Draft({}).asking("first", text)


def _is_settled(listing: Listing, collection: Collection) -> bool:
    """Whether it is certain which property holds the items."""
    return collection.plain or collection.named or not listing.is_steered


def _by_token(one: Listing) -> Draft | None:
    token, following = one.token, one.next_token
    if token is None or following is None:
        return None
    return Draft.of(style="token", items=one.items, token=token, next=following, size=one.limit, total=one.total)


def _by_flag(one: Listing) -> Draft | None:
    if one.token is None or one.more is None or one.cursor is None:
        return None
    return Draft.of(style="cursor", items=one.items, token=one.token, cursor=one.cursor, more=one.more)


def _by_link_header(one: Listing) -> Draft | None:
    if not one.has_link_header:
        return None
    if not one.can_be_steered:
        return Draft.of(f"{one.where}: the parameters that the next link sets are not declared.", items=one.items)
    return Draft.of(style="link", items=one.items)


def _by_offset(one: Listing) -> Draft | None:
    offset = one.offset
    if offset is None:
        return None
    draft = Draft.of(style="offset", items=one.items, offset=offset, limit=one.limit, total=one.total)
    if one.starts_at(offset) in (None, 0):
        return draft
    text = f"{one.line_of(offset)}: {offset!r} does not begin at 0, so it is no number of items to skip."
    return Draft.of(text, items=one.items, offset=offset)


def _by_link(one: Listing) -> Draft | None:
    if one.next_link is None:
        return None
    if not one.can_be_steered:
        text = f"{one.where}: the parameters that the link in {one.next_link!r} sets are not declared."
        return Draft.of(text, items=one.items, next=one.next_link)
    return Draft.of(style="link", items=one.items, next=one.next_link)


def _by_page(one: Listing) -> Draft | None:
    page = one.page
    if page is None:
        return None
    first = one.first_page(page)
    own = None if first == 1 else first
    draft = Draft.of(style="page", items=one.items, page=page, first=own, limit=one.limit, total=one.total)
    return draft if first is not None else evolve(draft, unnumbered=one.line_of(page))


def _by_last_item(one: Listing) -> Draft | None:
    token = one.after
    if token is None:
        return None
    if one.is_bare and not one.is_time(token) and (one.cursor is not None or one.holds_scalars):
        return Draft.of(style="cursor", token=token, cursor=one.cursor)
    text = f"{one.line_of(token)}: where does {token!r} for the next page come from? {_REMOVED}"
    return Draft.of(text, items=one.items, token=token)


def _unfinished(one: Listing) -> Draft | None:
    """What tells of a next page without its counterpart: a property that no parameter takes, or the other way round."""
    if told := one.next_token or one.more:
        return Draft.of(f"{one.where}: {told!r} tells of a next page: which parameter requests it?", items=one.items)
    if steers := one.steers:
        text = f"{one.line_of(steers)}: {steers!r} seems to request other pages, and nothing says how. {_REMOVED}"
        return Draft.of(text, items=one.items)
    return None


_STYLES: Final[tuple[Callable[[Listing], Draft | None], ...]] = (
    _by_token,
    _by_flag,
    _by_link_header,
    _by_offset,
    _by_link,
    _by_page,
    _by_last_item,
    _unfinished,
)
"""The most certain first."""
