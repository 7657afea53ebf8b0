"""Checkpoints: where a pager stands, as a small JSON text that fits the same list only."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, cast

from attrs import frozen

from .._errors import InvalidArgument
from .._formats.json import is_object, to_json

if TYPE_CHECKING:
    from .._operations.endpoint import Paging
    from .styles import Position

_VERSION: Final = 1
_LARGEST: Final = 10**15


@frozen
class Checkpoint:
    """Where the next item stands."""

    operation: str
    key: str
    """Of which query and which client-wide ids it is."""
    at: Position | None
    """What asks for the page of the next item; None at the end."""
    skip: int
    """How many items of that page come before it."""
    closed: str | None = None
    """What closed a circle of pages, and must not be asked for again."""

    def text(self) -> str:
        """The checkpoint as users keep it."""
        at, end = self.at or {}, self.at is None
        mark = {"v": _VERSION, "operation": self.operation, "key": self.key, "at": at, "skip": self.skip, "end": end}
        mark |= {} if self.closed is None else {"closed": self.closed}
        return json.dumps(mark, separators=(",", ":"))


def read_checkpoint(text: str, paging: Paging) -> Checkpoint:
    """The checkpoint that a text is. Raises `InvalidArgument` for any other text."""
    try:
        mark = json.loads(text)
        at, skip, end, closed = cast("dict[str, Any]", mark["at"]), mark["skip"], mark["end"], mark.get("closed")
        sound = mark["v"] == _VERSION and type(skip) is int and skip >= 0 and type(end) is bool
        known = is_object(at) and all(_asks(paging, *one) for one in at.items())
        if sound and known and isinstance(closed, (str, type(None))):
            return Checkpoint(mark["operation"], mark["key"], None if end else at, skip, closed)
    except (ValueError, TypeError, KeyError, RecursionError):
        pass
    raise InvalidArgument("resume: not a checkpoint of this version of subkit") from None


def _asks(paging: Paging, name: str, value: object) -> bool:
    """Whether an argument with this value can ask for a page."""
    if type(value) is int and abs(value) < _LARGEST:
        return name in {*moving(paging), paging.limit}
    return isinstance(value, str) and name in moving(paging) - {paging.offset, paging.page, paging.limit}


def moving(paging: Paging) -> frozenset[str]:
    """The arguments that move from page to page. What a link of the answer may set moves; the rest does not."""
    linked = [argument for _, argument, _ in paging.links] if paging.style == "link" else []
    return frozenset(name for name in (paging.token, paging.offset, paging.page, *linked) if name)


def key_of(slug: str, query: Mapping[str, Any], shared: Mapping[str, str]) -> str:
    """What a query and the client-wide ids are told from others by."""
    given = {name: to_json(value) for name, value in query.items() if value is not None}
    text = json.dumps([slug, given, dict(shared)], sort_keys=True, default=str)
    return sha256(text.encode()).hexdigest()[:16]
