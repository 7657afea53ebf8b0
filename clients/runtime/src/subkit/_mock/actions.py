"""What the operations do with the stored objects."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any, Final

from .._formats.json import is_object
from .._models.schema import Schema
from .._operations.endpoint import Name, steps_of
from .._unset import UNSET
from .._values import frozen
from .checks import run_checks
from .clock import FakeClock
from .filters import is_listed
from .merge_patch import merge_patch
from .objects import Objects
from .pages import Page, Pages
from .projection import show, whole
from .refusal import Refused
from .requests import Incoming, Judge, invalid_status
from .spec import ApiSpec, Json, Route
from .store import Entry, Scope, Store
from .templates import Values, fill


@frozen
class Result:
    """What an operation came to."""

    status: int
    value: Any = UNSET
    """The body; UNSET for none."""
    entry: Entry | None = None
    """The object that it is about."""
    page: Page | None = None


class Actions:
    """The operations of one fake."""

    def __init__(self, spec: ApiSpec, store: Store, pages: Pages, judge: Judge, clock: FakeClock) -> None:
        self._spec, self._store, self._pages, self._judge, self._clock = spec, store, pages, judge, clock
        self.objects: Objects = Objects(spec, store, clock)

    def entry(self, incoming: Incoming) -> Entry:
        """The object that a request is about. Raises `Refused` if there is none."""
        found = self._store.get(incoming.route.endpoint.resource, incoming.id or "", self.scope(incoming))
        if found is None:
            name = incoming.route.endpoint.resource
            text = f"{name} has no object with the id '{incoming.id}'"
            raise Refused(404, "exists", text, incoming.route.pointer)
        if found.gone is not None:
            raise Refused(found.gone, "gone", f"'{found.id}' is already disabled", incoming.route.pointer)
        return found

    def scope(self, incoming: Incoming) -> Scope:
        """What the objects that a request may see belong to."""
        by_context = self._spec.resource(incoming.route.endpoint.resource).get("by_context")
        context = (incoming.token.context or "",) if by_context and incoming.token else ()
        return (*incoming.scope, *context)

    def perform(self, incoming: Incoming, entry: Entry | None, values: Values) -> Result:
        """Do what a request asks for. Raises `Refused`."""
        route = incoming.route
        action = _ACTIONS.get(route.action)
        if action is None:
            raise Refused(501, "behaviour", f"the fake does not know what {route.id} does: see behaviour.toml")
        given = {"body": incoming.body, "query": incoming.query, "path": incoming.path, **values}
        given |= {"object": entry.data, "id": entry.id} if entry is not None else {}
        default = invalid_status(self._spec, route)
        run_checks(route.settings.get("checks", []), given, self._store.collections, default)
        return action(self, incoming, entry, given)

    def body_of(self, incoming: Incoming) -> Json:
        """The properties in the body, under the names that they are stored under."""
        declared = incoming.route.endpoint.body
        body: Json = incoming.body if is_object(incoming.body) else {}
        known: Schema = whole(declared.schema) if declared else {}
        is_open = known.get("additionalProperties") or not known.get("properties")
        renames = incoming.route.settings.get("renames", {})
        return {
            renames.get(name, name): deepcopy(value)
            for name, value in body.items()
            if is_open or name in known["properties"]
        }

    def write(self, incoming: Incoming, entry: Entry, data: Json, values: Values) -> Result:
        """Change an object, and show it as it is then."""
        sets = fill(incoming.route.settings.get("sets", {}), values)
        full = {**data, **sets}
        full |= self.objects.counted(incoming.route.endpoint.resource, entry.data, full)
        entry.change(full, self._clock.now())
        return self.success(incoming, entry, values)

    def success(self, incoming: Incoming, entry: Entry, values: Values, *preferred: int) -> Result:
        """The response about an object."""
        status = success_status(incoming.route, *preferred)
        return Result(status, self.objects.shown(incoming.route.endpoint.success[status], entry, values), entry)

    def create(self, incoming: Incoming, entry: Entry | None, values: Values) -> Result:
        """A new object."""
        resource = incoming.route.endpoint.resource
        made = self.objects.add(resource, self.scope(incoming), self.body_of(incoming), values)
        return self.success(incoming, made, values, 201)

    def get(self, incoming: Incoming, entry: Entry, values: Values) -> Result:
        """An object as it is."""
        return self.success(incoming, entry, values)

    def replace(self, incoming: Incoming, entry: Entry, values: Values) -> Result:
        """An object with all properties of the request, and of its own only those that a request cannot have."""
        declared = incoming.route.endpoint.body
        renames = incoming.route.settings.get("renames", {})
        properties: Schema = whole(declared.schema).get("properties", {}) if declared else {}
        given = {renames.get(name, name) for name in properties}
        kept = {name: value for name, value in entry.data.items() if name not in given}
        return self.write(incoming, entry, {**kept, **self.body_of(incoming), **self._fixed(entry)}, values)

    def merge(self, incoming: Incoming, entry: Entry, values: Values) -> Result:
        """An object with a merge patch applied. What it would become has to be valid."""
        merged: Json = merge_patch(entry.data, self.body_of(incoming))
        name = incoming.route.facade.get("patches")
        if name is not None and not self._judge.lenient:
            self._check_merged(incoming, name, merged)
        return self.write(incoming, entry, {**merged, **self._fixed(entry)}, values)

    def _fixed(self, entry: Entry) -> Json:
        """What no request can change: the id, and what is counted."""
        names = {name for one in self._spec.behaviour.get("resources", {}).values() for name in one.get("counts", {})}
        names |= {name for name, value in entry.data.items() if value == entry.id}
        return {name: value for name, value in entry.data.items() if name in names}

    def _check_merged(self, incoming: Incoming, name: str, merged: Json) -> None:
        pointer = f"/components/schemas/{name}"
        schema = self._patched_schema(name)
        known = {key: value for key, value in merged.items() if key in schema.get("properties", {})}
        for one in self._judge.violations(schema, known, pointer):
            where = ".".join(map(str, one.path))
            wrong = "is required" if one.kind in ("missing", "null") else f"expected {one.expected}, got {one.got}"
            raise Refused(invalid_status(self._spec, incoming.route), "body", f"{where} {wrong}", pointer)

    def _patched_schema(self, name: str) -> Schema:
        """The schema of a whole object, as the operation that replaces or creates it declares it."""
        for route in self._spec.routes:
            schema: Schema = route.endpoint.body.schema if route.endpoint.body else {}
            if "ref" in schema and route.action in ("replace", "create"):
                return whole(schema)
        return {}

    def set(self, incoming: Incoming, entry: Entry, values: Values) -> Result:
        """An object with some properties set, as `behaviour.toml` says."""
        return self.write(incoming, entry, dict(entry.data), values)

    def delete(self, incoming: Incoming, entry: Entry, values: Values) -> Result:
        """An object removed; or kept, and refused from now on."""
        gone = incoming.route.settings.get("gone")
        result = self.write(incoming, entry, dict(entry.data), values)
        if gone is None:
            self._store.remove(incoming.route.endpoint.resource, entry)
        entry.gone = gone
        return Result(success_status(incoming.route, 204), result.value)

    def move(self, incoming: Incoming, entry: Entry, values: Values) -> Result:
        """Items moved to an object from the others that had them."""
        moves = incoming.route.settings["moves"]
        name, ids = moves["list"], incoming.body.get(moves["ids"], [])
        known = {one["id"]: one for one in self._store.collections.get(moves.get("from", name), ())}
        for other in self._store.all(incoming.route.endpoint.resource, entry.scope):
            left = [one for one in other.data.get(name, ()) if one["id"] not in ids]
            other.change({**other.data, name: left}, self._clock.now())
        arrived = [deepcopy(known.get(one, {"id": one})) for one in dict.fromkeys(ids)]
        return self.write(incoming, entry, {**entry.data, name: [*entry.data.get(name, ()), *arrived]}, values)

    def nothing(self, incoming: Incoming, entry: Entry | None, values: Values) -> Result:
        """A success that changes nothing."""
        status = success_status(incoming.route)
        schema = incoming.route.endpoint.success[status]
        body = fill(incoming.route.settings.get("sets", {}), values)
        return Result(status, UNSET if schema is None else show(schema, body, self.objects.hidden))

    def list_page(self, incoming: Incoming, entry: Entry | None, values: Values) -> Result:
        """The page that is asked for."""
        route, resource = incoming.route, incoming.route.endpoint.resource
        status = success_status(route)
        schema = route.endpoint.success[status] or {}
        paging = route.endpoint.paging
        items = paging.items if paging else None
        nulls = self._spec.resource(resource).get("nulls", False)
        item = whole(_schema_below(schema, items)).get("items", {})
        properties = whole(item).get("properties", {})
        found = [
            one
            for one in self._store.all(resource, self.scope(incoming))
            if is_listed(route, incoming.query, self.objects.record(one, values), properties)
        ]
        shown = [show(item, self.objects.record(one, values), self.objects.hidden, nulls=nulls) for one in found]
        page = self._pages.cut(incoming, found, shown)
        on_page = [shown[found.index(one)] for one in page.entries]
        value = on_page if items is None else self._envelope(route, schema, items, on_page, page, values)
        return Result(status, value, page=page)

    def _envelope(
        self, route: Route, schema: Schema, items: Name, shown: list[Any], page: Page, values: Values
    ) -> Json:
        """The object that holds the items of a page."""
        paging = route.endpoint.paging
        assert paging is not None
        following = page.link if paging.style in ("link", "offset") else page.values.get("next")
        known: list[tuple[Name | None, Any]] = [
            (paging.total, page.values["total"]),
            (paging.more, page.link is not None),
            (paging.next, following),
            (paging.items, []),
        ]
        usual: Json = {}
        for name, value in known:
            if name is not None:
                _put(usual, name, value)
        own = fill(route.settings.get("page", {}), {**values, **page.values})
        found: Json = show(schema, {**usual, **own}, self.objects.hidden)
        _put(found, items, shown)
        return found


def _schema_below(schema: Schema, name: Name | None) -> Schema:
    """The schema of the property of a name, which may be nested; the schema itself if there is no name."""
    for step in () if name is None else steps_of(name):
        schema = whole(schema).get("properties", {}).get(step, {})
    return schema


def _put(target: Json, name: Name, value: Any) -> None:
    """Set the property of a name, which may be nested."""
    *around, last = steps_of(name)
    for step in around:
        target = target.setdefault(step, {})
    target[last] = value


Action = Callable[[Actions, Incoming, Any, Values], Result]
_ACTIONS: Final[Mapping[str, Action]] = {
    "create": Actions.create,
    "get": Actions.get,
    "list": Actions.list_page,
    "replace": Actions.replace,
    "merge": Actions.merge,
    "set": Actions.set,
    "delete": Actions.delete,
    "move": Actions.move,
    "nothing": Actions.nothing,
}


def success_status(route: Route, *preferred: int) -> int:
    """The status of a success: as `behaviour.toml` says, or a preferred one that is documented, or the first one."""
    documented = [one for one in route.endpoint.success if isinstance(one, int) and 200 <= one < 300]
    given = route.settings.get("status")
    return int(given or next((one for one in preferred if one in documented), None) or documented[0])
