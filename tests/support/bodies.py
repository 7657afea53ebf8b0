"""Bodies as a document promises them, and each way in which one of them can depart from it."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from typing import Any, Final

from attrs import frozen
from hypothesis import strategies as st

from .oracle import PREFIX, Json, accepts, document

Path = tuple[str | int, ...]
DEEPEST: Final = 3
"""From here on, what may be left out is left out."""
NEW: Final = "colourOfTheMoon"

texts = st.text(max_size=8)
digits = st.text(string.digits, min_size=1, max_size=9).map(".{}".format)
moments = st.builds(
    "{:%Y-%m-%dT%H:%M:%S}{}{}".format,
    st.datetimes().filter(lambda one: one.year >= 1000),
    st.just("") | digits,
    st.sampled_from(["Z", "z", "+00:00", "-00:00", "+05:30", "-23:59"]),
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
_FORMATS: Final = {
    "date-time": moments,
    "date": st.dates().map(str),
    "uuid": st.uuids().map(str) | st.uuids().map(lambda one: str(one).upper()),
}
_SCALARS: Final = {
    "string": texts,
    "integer": st.integers() | st.integers(-9, 9).map(float),
    "number": st.integers() | st.floats(allow_nan=False, allow_infinity=False),
    "boolean": st.booleans(),
}


@frozen
class Spec:
    """The schemas of one API."""

    slug: str

    def resolved(self, schema: Json) -> Json:
        """The schema that this one stands for, `allOf` written out."""
        if "$ref" in schema:
            return self.resolved(document(self.slug)["components"]["schemas"][schema["$ref"].removeprefix(PREFIX)])
        parts = [self.resolved(one) for one in schema.get("allOf", ())]
        if not parts:
            return schema
        own = {key: value for key, value in schema.items() if key != "allOf"}
        merged: Json = {**parts[0], **own} if len(parts) == 1 else {"type": "object", **own}
        if len(parts) > 1:
            merged["properties"] = {name: one for part in parts for name, one in part["properties"].items()}
            merged["required"] = [name for part in parts for name in part.get("required", ())]
        return {**merged, "nullable": bool(own.get("nullable") or any(one.get("nullable") for one in parts[:1]))}

    def takes_null(self, schema: Json) -> bool:
        """Whether null is promised."""
        found = self.resolved(schema)
        return bool(
            found.get("nullable")
            or (not found.keys() & {"type", "enum", "oneOf", "anyOf"})
            or None in found.get("enum", ())
            or any(self.takes_null(one) for one in variants_of(found))
        )

    def variant(self, schema: Json, value: Any) -> Json | None:
        """The variant that a discriminator names."""
        name, mapping = schema["discriminator"]["propertyName"], schema["discriminator"]["mapping"]
        return {"$ref": mapping[value[name]]} if isinstance(value, dict) and value.get(name) in mapping else None


def variants_of(schema: Json) -> list[Json]:
    """The variants of a union."""
    found: list[Json] = schema.get("oneOf") or schema.get("anyOf") or []
    return found


def bodies(spec: Spec, schema: Json, depth: int = 0) -> st.SearchStrategy[Any]:
    """Values that are as promised."""
    found = spec.resolved(schema)
    plain = st.deferred(lambda: _bodies(spec, found, depth))
    return st.none() | plain if spec.takes_null(schema) else plain


def _bodies(spec: Spec, schema: Json, depth: int) -> st.SearchStrategy[Any]:
    if "discriminator" in schema:
        parts = [_named(spec, schema, value, to, depth) for value, to in schema["discriminator"]["mapping"].items()]
        return st.one_of(parts)
    if variants := variants_of(schema):
        return st.one_of([bodies(spec, one, depth) for one in variants])
    if "enum" in schema:
        return st.sampled_from([one for one in schema["enum"] if one is not None])
    match schema.get("type"):
        case "array":
            return st.lists(bodies(spec, schema["items"], depth + 1), max_size=0 if depth > DEEPEST else 3)
        case "object":
            return _objects(spec, schema, depth)
        case None:
            return anything
        case kind:
            return _FORMATS.get(schema.get("format", ""), _SCALARS[kind])


def _named(spec: Spec, schema: Json, value: str, to: str, depth: int) -> st.SearchStrategy[Any]:
    name = schema["discriminator"]["propertyName"]
    return bodies(spec, {"$ref": to}, depth).map(lambda body: {**body, name: value})


def _objects(spec: Spec, schema: Json, depth: int) -> st.SearchStrategy[Any]:
    fields: Json = schema.get("properties", {})
    required = set(schema.get("required", ()))
    needed = {name: bodies(spec, one, depth + 1) for name, one in fields.items() if name in required}
    optional = {
        name: bodies(spec, one, depth + 1) for name, one in fields.items() if name not in required and depth < DEEPEST
    }
    own = st.fixed_dictionaries(needed, optional=optional)
    extra = schema.get("additionalProperties", not fields)
    if extra is False or depth > DEEPEST:
        return own
    values = bodies(spec, extra, depth + 1) if isinstance(extra, dict) and extra else anything
    names = texts.filter(lambda name: name not in fields)
    return st.builds(lambda more, mine: {**more, **mine}, st.dictionaries(names, values, max_size=2), own)


def full_body(spec: Spec, schema: Json, depth: int = 0) -> Any:
    """One value with everything in it, one item in each array and map."""
    found = spec.resolved(schema)
    if "discriminator" in found:
        value, to = next(iter(found["discriminator"]["mapping"].items()))
        return {**full_body(spec, {"$ref": to}, depth), found["discriminator"]["propertyName"]: value}
    if variants := variants_of(found):
        return full_body(spec, variants[0], depth)
    if "enum" in found:
        return found["enum"][0]
    if found.get("type") == "array":
        return [full_body(spec, found["items"], depth + 1)] if depth < DEEPEST else []
    if found.get("type") != "object":
        samples = {"date-time": "2024-02-29T23:59:59.1234567Z", "date": "2024-02-29", "uuid": "0" * 8 + "-0000" * 3 + "-" + "0" * 12}
        plain = {"string": "text", "integer": 7, "number": 2.5, "boolean": True}
        return samples.get(found.get("format", "")) or plain.get(found.get("type", ""), {"free": [1]})
    return _full_object(spec, found, depth)


def _full_object(spec: Spec, schema: Json, depth: int) -> Json:
    required, extra = schema.get("required", ()), schema.get("additionalProperties")
    fields = {name: one for name, one in schema.get("properties", {}).items() if name in required or depth < DEEPEST}
    body = {name: full_body(spec, one, depth + 1) for name, one in fields.items()}
    return {**body, "more": full_body(spec, extra, depth + 1)} if isinstance(extra, dict) and extra else body


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
    elif schema.get("format") in _FORMATS:
        bad = {"date-time": ("May", "2024-02-30T00:00:00Z", "2024-02-29"), "date": ("2023-02-29", "20240229"), "uuid": ("7",)}
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


@cache
def promised(spec: Spec, name: str) -> st.SearchStrategy[Any]:
    """Bodies of a named schema that the judge accepts."""
    return bodies(spec, {"$ref": PREFIX + name}).filter(lambda body: body is not None and accepts(spec.slug, name, body))
