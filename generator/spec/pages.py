"""Whether a response is a collection, and where its items are: by the shape of the response and the names in it."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from .answers import Path, Place, places, success_schema, type_of
from .engine import identifier
from .operations import Operation, ResolvedSpec

ITEMS: Final = ("items", "data", "results", "list", "value", "values", "entries", "resources", "records", "content")
"""What the items of a page are called, whatever they are."""
_ABOUT_PAGES: Final = re.compile(
    r"(next|prev|previous|first|last|total|count|page|per|has|is|num|number|cursor|paging|pagination|odata|x|results?|query|search)(_.*)?"
    r"|.*_(count|page|pages|total|token|cursor|size|at|id|time|url|link)|(more|limit|offset|size|start|skip|top|empty|links?|meta|metadata|self|kind"
    r"|object|type|href|url|uri|etag|status|success|ok|code|message|error|errors|warnings|sort|filters?|timestamp|included"
    r"|schemas|rel|cursors|after|before|marker|iterator|version|truncated)"
)
"""Properties that tell of a page, and not of an object."""


@frozen
class Collection:
    """A response that consists of items."""

    items: Path | None
    """The steps to the items; () for a bare array, None if it cannot be told which of several arrays they are."""
    plain: bool
    """Whether it has nothing else but what tells of the page."""
    named: bool = True
    """Whether the items are called after the collection, and there is no other array beside them."""


def collection_of(operation: Operation, resolved: ResolvedSpec) -> Collection | None:
    """The collection that a call answers with, or None for an object."""
    schema = success_schema(operation, resolved)
    if type_of(schema, resolved.schemas) == "array":
        return Collection((), plain=True)
    found = list(places(schema, resolved.schemas, depth=2))
    arrays = [one for one in found if type_of(one.schema, resolved.schemas) == "array"]
    if not arrays:
        return None
    items = _items(operation, arrays, found)
    if items is None:
        return Collection(None, plain=False, named=False)
    others = [one for one in arrays if one.path[:-1] == items.path[:-1] and one != items and not _tells(one)]
    named = _words(items.path[-1]) in nouns_of(operation) and not others
    return Collection(items.path, _is_plain(items, found), named)


def _items(operation: Operation, arrays: list[Place], found: list[Place]) -> Place | None:
    """The array that holds the items: called after the collection, or as items are called, or the only one."""
    nouns = nouns_of(operation)
    for outer in (True, False):
        level = [one for one in arrays if (len(one.path) == 1) is outer]
        called = [one for one in level if _words(one.path[-1]) in nouns]
        if named := called or [one for one in level if one.path[-1].lower() in ITEMS]:
            return named[0]
        others = [one for one in level if not _tells(one)]
        if len(others) == 1 and _is_plain(others[0], found):
            return others[0]
    return None


def _is_plain(items: Place, found: list[Place]) -> bool:
    """Whether all properties beside the items, and beside what holds them, tell of the page."""
    beside = [one for one in found if len(one.path) <= len(items.path) and one.path != items.path[: len(one.path)]]
    near = [one for one in beside if one.path[:-1] in (items.path[:-1], ())]
    return all(map(_tells, near))


def _tells(one: Place) -> bool:
    """Whether a property tells of the page."""
    return _ABOUT_PAGES.fullmatch(_words(one.path[-1])) is not None


def nouns_of(operation: Operation) -> set[str]:
    """What the items of a call may be called: as its path, its tag or its operationId ends."""
    steps = [step for step in operation.path.split("/") if step and "{" not in step]
    words = _words(operation.id).split("_")
    tails = {"_".join(words[index:]) for index in range(len(words))}
    return {_words(one) for one in (*steps[-1:], operation.tag)} | tails


def _words(name: str) -> str:
    return identifier(name.strip("_@$."))
