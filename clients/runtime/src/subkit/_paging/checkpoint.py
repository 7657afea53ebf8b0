"""Checkpoints: the position of a pager, as a small JSON text that works with the same list only."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

from .._errors import InvalidArgument
from .._formats.json import is_object, to_json
from .._values import frozen

if TYPE_CHECKING:
    from .._operations.endpoint import Paging
    from .styles import Position

_VERSION: Final = 1
_LARGEST: Final = 10**15
_is_origin = re.compile(r"https?://[^\s/@]{1,300}:\d{1,5}").fullmatch


@frozen
class Checkpoint:
    """The position of the next item."""

    operation: str
    key: str
    """Identifies the query and the client parameters."""
    at: Position | None
    """The arguments that request the page of the next item; None at the end."""
    skip: int
    """How many items of that page come before it."""
    closed: str | None = None
    """The page that closed a circle, which must not be requested again."""
    origin: str | None = None
    """Scheme, host and port of the server that the list is on; None if that was not noted."""
    client: Mapping[str, str] | None = None
    """The client-wide ids; None if they were not noted."""

    def text(self) -> str:
        """The checkpoint as users store it."""
        at, end = self.at or {}, self.at is None
        mark = {"v": _VERSION, "operation": self.operation, "key": self.key, "at": at, "skip": self.skip, "end": end}
        optional = {"closed": self.closed, "origin": self.origin, "client": self.client}
        mark |= {name: value for name, value in optional.items() if value is not None}
        return json.dumps(mark, separators=(",", ":"))

    def ensure_own(self, operation: str, key: str, origin: str, client: Mapping[str, str]) -> None:
        """Raise `InvalidArgument` if it is for another list than this one."""
        if self.origin not in (None, origin):
            raise InvalidArgument(f"resume: this checkpoint is for {self.origin}, and this client is for {origin}")
        theirs = client if self.client is None else self.client
        other = next((name for name in {**theirs, **client} if theirs.get(name) != client.get(name)), None)
        if other is not None:
            raise InvalidArgument(f"resume: this checkpoint is for another {other} than this client has")
        if (self.operation, self.key) != (operation, key):
            raise InvalidArgument("resume: this checkpoint is for another operation, query or client parameter")


def read_checkpoint(text: str, paging: Paging) -> Checkpoint:
    """Parse a checkpoint. Raises `InvalidArgument` for any other text."""
    try:
        mark = json.loads(text)
        at, skip, end = cast("dict[str, Any]", mark["at"]), mark["skip"], mark["end"]
        closed, origin, client = (mark.get(name) for name in ("closed", "origin", "client"))
        sound = mark["v"] == _VERSION and type(skip) is int and skip >= 0 and type(end) is bool
        known = is_object(at) and all(_asks(paging, *one) for one in at.items())
        if sound and known and isinstance(closed, (str, type(None))) and _is_home(origin, client):
            return Checkpoint(mark["operation"], mark["key"], None if end else at, skip, closed, origin, client)
    except (ValueError, TypeError, KeyError, RecursionError):
        pass
    raise InvalidArgument("resume: not a checkpoint of this version of subkit") from None


def _is_home(origin: object, client: object) -> bool:
    """Whether this can be an origin and the client-wide ids; a checkpoint of an older release has neither."""
    named = origin is None or (isinstance(origin, str) and _is_origin(origin) is not None)
    return named and (client is None or (is_object(client) and all(isinstance(one, str) for one in client.values())))


def _asks(paging: Paging, name: str, value: object) -> bool:
    """Whether an argument with this value can request a page."""
    if type(value) is int and abs(value) < _LARGEST:
        return name in {*moving(paging), paging.limit}
    return isinstance(value, str) and name in moving(paging) - {paging.offset, paging.page, paging.limit}


def moving(paging: Paging) -> frozenset[str]:
    """The arguments that change from page to page. An argument that a link may set does; the others do not."""
    linked = [argument for _, argument, _ in paging.links] if paging.style == "link" else []
    return frozenset(name for name in (paging.token, paging.offset, paging.page, *linked) if name)


def key_of(slug: str, query: Mapping[str, Any], client_parameters: Mapping[str, str]) -> str:
    """A key that distinguishes a query and its client parameters from others."""
    from hashlib import sha256  # noqa: PLC0415 - loads OpenSSL, and is not needed without a pager

    given = {name: to_json(value) for name, value in query.items() if value is not None}
    text = json.dumps([slug, given, dict(client_parameters)], sort_keys=True, default=str)
    return sha256(text.encode()).hexdigest()[:16]
