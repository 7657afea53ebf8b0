"""Bodies as a document promises them."""

from __future__ import annotations

import string
from functools import cache
from typing import Any, Final

from attrs import frozen
from hypothesis import strategies as st

from .oracle import PREFIX, Json, accepts, document

DEEPEST: Final = 3
"""From here on, what may be left out is left out."""

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
FORMATS: Final = {
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
            return FORMATS.get(schema.get("format", ""), _SCALARS[kind])


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
        samples = {
            "date-time": "2024-02-29T23:59:59.1234567Z",
            "date": "2024-02-29",
            "uuid": "0" * 8 + "-0000" * 3 + "-" + "0" * 12,
        }
        plain = {"string": "text", "integer": 7, "number": 2.5, "boolean": True}
        return samples.get(found.get("format", "")) or plain.get(found.get("type", ""), {"free": [1]})
    return _full_object(spec, found, depth)


def _full_object(spec: Spec, schema: Json, depth: int) -> Json:
    required, extra = schema.get("required", ()), schema.get("additionalProperties")
    fields = {name: one for name, one in schema.get("properties", {}).items() if name in required or depth < DEEPEST}
    body = {name: full_body(spec, one, depth + 1) for name, one in fields.items()}
    return {**body, "more": full_body(spec, extra, depth + 1)} if isinstance(extra, dict) and extra else body


@cache
def promised(spec: Spec, name: str) -> st.SearchStrategy[Any]:
    """Bodies of a named schema that the judge accepts."""
    return bodies(spec, {"$ref": PREFIX + name}).filter(
        lambda body: body is not None and accepts(spec.slug, name, body)
    )
