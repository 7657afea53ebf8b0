"""Makes stored objects, and shows them as responses do."""

from __future__ import annotations

from typing import Any

from .._models.schema import Schema, resolve
from .._unset import UNSET
from .clock import FakeClock
from .projection import show, whole
from .spec import ApiSpec, Json
from .store import Entry, Scope, Store
from .templates import Values, at, fill


class Objects:
    """The objects of one API."""

    def __init__(self, spec: ApiSpec, store: Store, clock: FakeClock) -> None:
        self._spec, self._store, self._clock = spec, store, clock
        schemas = spec.document.get("components", {}).get("schemas", {}).values()
        parts = ((name, part) for one in schemas for name, part in one.get("properties", {}).items())
        self.hidden: frozenset[Any] = frozenset(name for name, part in parts if part.get("writeOnly"))
        """Properties that no response shows."""

    def add(self, resource: str, scope: Scope, data: Json, values: Values) -> Entry:
        """A new object with these properties, and those that the server makes."""
        settings = self._spec.resource(resource)
        name = self.id_property(resource)
        identity = data.get(name) if name else None
        if identity is None:
            template = settings.get("id") or self._usual_id(resource)
            identity = fill(template, {**values, "number": self._store.last_number + 1})
        made = fill(settings.get("sets", {}), {**values, "id": identity})
        full = {**({name: identity} if name else {}), **made, **data}
        full |= self.counted(resource, {}, full)
        return self._store.add(resource, str(identity), scope, full, self._clock.now())

    def id_property(self, resource: str) -> str | None:
        """The property that holds the id of an object."""
        for route in self._spec.routes:
            for schema in route.endpoint.success.values() if route.endpoint.resource == resource else ():
                model = resolve(schema["ref"]) if schema and "ref" in schema else None
                if model is not None and model.__identity__:
                    return str(next(one.wire for one in model.__fields__ if one.name == model.__identity__))
        return None

    def _usual_id(self, resource: str) -> str:
        subjects = (one.subject for one in self._spec.routes if one.endpoint.resource == resource)
        kinds = (whole(one.schema).get("type") for one in subjects if one)
        return "{number}" if next(kinds, None) == "integer" else "{uuid}"

    def counted(self, resource: str, old: Json, new: Json) -> Json:
        """The numbers that count how often any of some properties was written with another value."""
        counts: dict[str, list[str]] = self._spec.resource(resource).get("counts", {})
        counted: Json = {}
        for name, paths in counts.items():
            values = [(at(old, path.split(".")), at(new, path.split("."))) for path in paths]
            changed = any(value not in (UNSET, None, before) for before, value in values)
            number = old.get(name, 0) + changed
            counted |= {name: number} if number else {}
        return counted

    def shown(self, schema: Schema | None, entry: Entry, values: Values) -> Any:
        """An object as a response shows it."""
        if schema is None:
            return UNSET
        settings = self._spec.resource(values["resource"])
        record = self.record(entry, values)
        return show(schema, record, self.hidden, nulls=settings.get("nulls", False))

    def record(self, entry: Entry, values: Values) -> Json:
        """All properties of an object, those too that are worked out when it is read."""
        shows = self._spec.resource(values["resource"]).get("shows", {})
        return {**entry.data, **fill(shows, {**values, "object": entry.data, "id": entry.id})}
