"""What a fake remembers: the objects of each resource, in the order in which they were created."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime
from typing import Any

from .._values import define, field

Json = dict[str, Any]
Scope = tuple[str, ...]
"""What an object belongs to: the ids in its path, and the context of the token that created it."""


@define(eq=False)
class Entry:
    """One stored object."""

    id: str
    number: int
    """Its position among all objects that were ever created."""
    scope: Scope
    data: Json = field(repr=False)
    """Its properties, by the vendor's names; more than any one response shows."""
    modified: datetime
    revision: int = 1
    gone: int | None = None
    """The status that requests for it are refused with, once it was disabled."""

    def change(self, data: Json, now: datetime) -> None:
        """Replace its properties. Without a difference it stays as it is."""
        if data != self.data:
            self.data, self.modified, self.revision = data, now, self.revision + 1


class Store:
    """The objects of one fake."""

    def __init__(self) -> None:
        self.entries: dict[str, dict[str, Entry]] = {}
        self.collections: dict[str, list[Json]] = {}
        self.last_number: int = 0

    def add(self, resource: str, id: str, scope: Scope, data: Json, now: datetime) -> Entry:
        """A new object."""
        entry = Entry(id, self.next_number(), scope, deepcopy(data), now)
        self.entries.setdefault(resource, {})[id] = entry
        return entry

    def next_number(self) -> int:
        """A number that was not used before."""
        self.last_number += 1
        return self.last_number

    def get(self, resource: str, id: str, scope: Scope) -> Entry | None:
        """The object with this id, if it belongs to this scope."""
        entry = self.entries.get(resource, {}).get(id)
        return entry if entry is not None and entry.scope == scope else None

    def remove(self, resource: str, entry: Entry) -> None:
        """Forget an object."""
        del self.entries[resource][entry.id]

    def all(self, resource: str, scope: Scope | None = None) -> Iterator[Entry]:
        """The objects of a scope, the oldest first, without those that are gone."""
        for entry in self.entries.get(resource, {}).values():
            if entry.gone is None and scope in (None, entry.scope):
                yield entry

    def dump(self) -> Json:
        """Everything as JSON."""
        entries = {name: [_to_json(one) for one in found.values()] for name, found in self.entries.items()}
        return {"entries": entries, "collections": deepcopy(self.collections), "last_number": self.last_number}

    def load(self, data: Json) -> None:
        """Replace everything by what `dump` gave."""
        self.entries = {name: {one["id"]: _from_json(one) for one in found} for name, found in data["entries"].items()}
        self.collections = deepcopy(data["collections"])
        self.last_number = data["last_number"]


def _to_json(entry: Entry) -> Json:
    return {
        "id": entry.id,
        "number": entry.number,
        "scope": list(entry.scope),
        "data": deepcopy(entry.data),
        "modified": entry.modified.isoformat(),
        "revision": entry.revision,
        "gone": entry.gone,
    }


def _from_json(data: Json) -> Entry:
    changed: Json = {"scope": tuple(data["scope"]), "data": deepcopy(data["data"])}
    changed["modified"] = datetime.fromisoformat(data["modified"])
    return Entry(**{**data, **changed})
