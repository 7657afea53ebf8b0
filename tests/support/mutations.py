"""Each way in which a promised body can depart from its document, one at a time."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any, Final

from attrs import frozen

from .bodies import FORMATS, Spec, variants_of
from .oracle import Json

Path = tuple[str | int, ...]
NEW: Final = "colourOfTheMoon"


@frozen
class Mutation:
    """One departure from what was promised: where, of which kind, and the body that has it."""

    path: Path
    kind: str
    change: Callable[[Any], None]

    def applied(self, body: Any) -> Any:
        """A copy of the body, with this departure."""
        changed = {"": deepcopy(body)}
        self.change(changed)
        return changed[""]


def _put(path: Path, value: Any) -> Callable[[Any], None]:
    def change(root: Any) -> None:
        holder = root
        for step in ("", *path)[:-1]:
            holder = holder[step]
        last = ("", *path)[-1]
        if value is ...:
            del holder[last]
        else:
            holder[last] = value

    return change


def mutations(spec: Spec, schema: Json, body: Any, path: Path = ()) -> Iterator[Mutation]:
    """Every departure at every place of a body that is as promised."""
    found = spec.resolved(schema)
    if not spec.takes_null(schema):
        yield Mutation(path, "null", _put(path, None))
    yield from (Mutation(path, "wrong_type", _put(path, value)) for value in _wrong(spec, found))
    if body is None:
        return
    if "discriminator" in found:
        yield from _of_union(spec, found, body, path)
    elif not variants_of(found):
        yield from _of_value(spec, found, body, path)


SAMPLES: Final = {
    "string": ["another", ""], "integer": [-3], "number": [0.25], "boolean": [True, False], "array": [[], [None]],
    "object": [{}, {NEW: 1}],
}  # fmt: skip


def _wrong(spec: Spec, schema: Json) -> Iterator[Any]:
    """A value of every type that is not promised."""
    taken = set(_types(spec, schema))
    if taken:
        yield from (deepcopy(one) for kind, values in SAMPLES.items() if kind not in taken for one in values)


def _types(spec: Spec, schema: Json) -> Iterator[str]:
    for one in variants_of(schema):
        yield from _types(spec, spec.resolved(one))
    if "type" in schema:
        yield schema["type"]
    if schema.get("type") == "number":
        yield "integer"


def _of_union(spec: Spec, schema: Json, body: Any, path: Path) -> Iterator[Mutation]:
    name = schema["discriminator"]["propertyName"]
    at = (*path, name)
    yield Mutation(at, "missing", _put(at, ...))
    yield Mutation(at, "unknown_value", _put(at, "a kind of its own"))
    yield Mutation(at, "null", _put(at, None))
    yield Mutation(at, "wrong_type", _put(at, 5))
    variant = spec.variant(schema, body)
    if variant is not None:
        inner = _of_value(spec, spec.resolved(variant), body, path)
        yield from (one for one in inner if one.path[: len(at)] != at)


def _of_value(spec: Spec, schema: Json, body: Any, path: Path) -> Iterator[Mutation]:
    if "enum" in schema:
        other: dict[Any, Any] = {"string": "of its own", "integer": 99, "number": 99.5, "boolean": False}
        yield Mutation(path, "unknown_value", _put(path, other.get(schema.get("type"), "of its own")))
    elif schema.get("format") in FORMATS:
        bad = {
            "date-time": ("May", "2024-02-30T00:00:00Z", "2024-02-29"),
            "date": ("2023-02-29", "20240229"),
            "uuid": ("7",),
        }
        yield from (Mutation(path, "bad_format", _put(path, text)) for text in bad[schema["format"]])
    elif schema.get("type") == "object":
        yield from _of_object(spec, schema, body, path)
    elif schema.get("type") == "array":
        for index, item in enumerate(body):
            yield from mutations(spec, schema["items"], item, (*path, index))


def _of_object(spec: Spec, schema: Json, body: Any, path: Path) -> Iterator[Mutation]:
    fields: Json = schema.get("properties", {})
    for name in schema.get("required", ()):
        yield Mutation((*path, name), "missing", _put((*path, name), ...))
    extra = schema.get("additionalProperties", not fields)
    if extra is False:
        yield from (Mutation((*path, NEW), "unknown_field", _put((*path, NEW), one)) for one in (None, {"a": [1]}))
    for name, item in body.items():
        below = fields.get(name) or (extra if isinstance(extra, dict) else {})
        yield from mutations(spec, below, item, (*path, name))


def shown(path: Path) -> str:
    """A path as users read it, written once more."""
    plain = set(string.ascii_letters + string.digits + "_")
    steps = [
        f".{one}" if isinstance(one, str) and one and plain.issuperset(one) and not one[0].isdigit() else f"[{one!r}]"
        for one in path
    ]
    return "$" + "".join(steps)
