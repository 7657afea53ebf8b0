"""Attaches to each object the metadata of its response, and the places where the object does not match the
specification."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from .._formats.json import is_array
from .._meta import Drift, Meta
from .._models.model import Model
from .._models.nested import locate
from .._models.slots import set_unknown, unknown_of
from .._models.violations import ItemViolations, Violation, path_text
from .._values import evolve
from .response import RawResponse

if TYPE_CHECKING:
    from .._models.violations import Path
    from .._operations.endpoint import Endpoint


Found = Sequence[Violation | ItemViolations]
"""The violations in a response."""


class LateDrift:
    """The drift of a response, built when it is first read."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._drift: tuple[Drift, ...] | None = None

    def __call__(self) -> tuple[Drift, ...]:
        """All of it."""
        if self._drift is None:
            self._drift = tuple(drift for one in self._found for drift in one.drift())
        return self._drift

    def examples(self) -> Iterator[Drift]:
        """The drift without repetitions: of objects in a list with the same violations, only that of the first."""
        return (drift for one in self._found for drift in one.examples())


def attach_meta(parsed: Any, raw: RawResponse, found: Found, drift: Any) -> Meta:
    """Attach the response's metadata to each object: all of it, or for items of a list without the validators.

    Returns all of it.
    """
    whole = Meta(
        status=raw.reply.status,
        etag=raw.etag,
        last_modified=raw.last_modified,
        request_id=raw.request_id,
        url=raw.url,
        drift=drift,
        subject=_resource_key(parsed, raw.prepared.resource_key),
    )
    for one in found:
        _attach_path(parsed, one)
    if isinstance(parsed, Model):
        parsed.__meta__ = whole
    prefix, items = _items(parsed, raw.endpoint)
    if items:
        shared = evolve(whole, etag=None, last_modified=None, drift=(), subject=())
        _attach_to_items(items, shared, prefix, found)
    return whole


def _attach_path(parsed: Any, found: Violation | ItemViolations) -> None:
    """Attach its path to each object without a required field, for the message of `MissingField`."""
    if isinstance(found, Violation):
        if found.kind == "missing":
            _attach_path_to(locate(parsed, found.path[:-1]), found.path[:-1])
        return
    for group in found.groups:
        group.path = found.path
        inner = [one.path[:-1] for one in group.violations if one.kind == "missing" and len(one.path) > 1]
        for path in ((*found.path, row, *owner) for owner in inner for row in group.rows):
            _attach_path_to(locate(parsed, path), path)


def _attach_path_to(owner: object, path: Path) -> None:
    if isinstance(owner, Model):
        owner.__meta__ = path_text(path)


def _resource_key(parsed: Any, asked: tuple[str, ...]) -> tuple[str, ...]:
    """Which object a response is about: an API may know it by an id other than the one in the request."""
    name = parsed.__identity__ if asked and isinstance(parsed, Model) else None
    own = getattr(parsed, name, None) if name else None
    return (*asked[:-1], str(own)) if isinstance(own, (str, UUID)) else asked


def _items(parsed: Any, endpoint: Endpoint[Any]) -> tuple[Path, list[Any]]:
    if is_array(parsed):
        return (), parsed
    if endpoint.paging is None or not endpoint.paging.items:
        return (), []
    found = locate(parsed, (endpoint.paging.items,))
    return (endpoint.paging.items,), found if is_array(found) else []


def _attach_to_items(items: list[Any], shared: Meta, prefix: Path, found: Found) -> None:
    for item in _models_among(items):
        if type(item.__unknown__) is not int:  # else its group has the `Meta`
            item.__meta__ = shared
    for one in found:
        if isinstance(one, ItemViolations) and one.path == prefix:
            for group in one.groups:
                group.meta = shared
    for index, drift in _drift_of_items(prefix, found).items():
        if isinstance(item := items[index], Model):
            set_unknown(item, unknown_of(item))  # its group, if it has one, has them; `Meta` takes the group's place
            item.__meta__ = evolve(shared, drift=tuple(drift))


def _drift_of_items(prefix: Path, found: Found) -> dict[int, list[Drift]]:
    """The drift of items that were not decoded as a list of models, by position."""
    own: dict[int, list[Drift]] = {}
    for one in found:
        if isinstance(one, Violation) and one.path[: len(prefix)] == prefix and len(one.path) > len(prefix):
            own.setdefault(cast(int, one.path[len(prefix)]), []).extend(one.drift())
    return own


def _models_among(items: list[Any]) -> list[Any]:
    if all(issubclass(kind, Model) for kind in set(map(type, items))):
        return items
    return [item for item in items if isinstance(item, Model)]


def each_once(drift: Iterable[Drift], operation: str) -> Iterator[Drift]:
    """Those of these that were not reported before in this process."""
    for one in drift:
        key = (operation, "".join(c for c in one.path if not c.isdigit()), one.kind)
        if key not in _reported and len(_reported) < 10_000:
            _reported.add(key)
            yield one


_reported: set[tuple[str, str, str]] = set()
