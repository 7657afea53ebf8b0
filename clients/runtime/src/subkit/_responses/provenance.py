"""Attaches to each object the metadata of its response, and the places where the object does not match the
specification."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

import attrs

from .._formats.json import is_array
from .._meta import Drift, Meta
from .._models.model import Model
from .._models.nested import locate
from .._models.schema import path_text
from .response import RawResponse, etag_of, last_modified_of, request_id_of

if TYPE_CHECKING:
    from .._models.schema import Finding, Path
    from .._operations.endpoint import Endpoint


def drift_of(finding: Finding) -> Drift:
    return Drift(path_text(finding.path), finding.kind, finding.expected, finding.got)


def attach_meta(parsed: Any, raw: RawResponse, findings: list[Finding], drift: tuple[Drift, ...]) -> None:
    """Attach the response's metadata to each object: all of it, or for items of a list without the validators."""
    whole = Meta(
        status=raw.reply.status,
        etag=etag_of(raw),
        last_modified=last_modified_of(raw),
        request_id=request_id_of(raw),
        url=raw.url,
        drift=drift,
        subject=_resource_key(parsed, raw.prepared.resource_key),
    )
    for finding in findings:
        if finding.kind == "missing" and isinstance(owner := locate(parsed, finding.path[:-1]), Model):
            owner.__meta__ = path_text(finding.path[:-1])
    if isinstance(parsed, Model):
        parsed.__meta__ = whole
    prefix, items = _items(parsed, raw.endpoint)
    if items:
        _attach_to_items(
            items, attrs.evolve(whole, etag=None, last_modified=None, drift=(), subject=()), prefix, findings
        )


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


def _attach_to_items(items: list[Any], shared: Meta, prefix: Path, findings: list[Finding]) -> None:
    for item in items:
        if isinstance(item, Model):
            item.__meta__ = shared
    own: dict[int, list[Drift]] = {}
    for finding in findings:
        if finding.path[: len(prefix)] == prefix and len(finding.path) > len(prefix):
            own.setdefault(cast(int, finding.path[len(prefix)]), []).append(drift_of(finding))
    for index, drift in own.items():
        if isinstance(item := items[index], Model):
            item.__meta__ = attrs.evolve(shared, drift=tuple(drift))


def each_once(drift: tuple[Drift, ...], operation: str) -> Iterator[Drift]:
    """Those of these that were not reported before in this process."""
    for one in drift:
        key = (operation, "".join(c for c in one.path if not c.isdigit()), one.kind)
        if key not in _reported and len(_reported) < 10_000:
            _reported.add(key)
            yield one


_reported: set[tuple[str, str, str]] = set()
