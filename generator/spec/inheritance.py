"""Inheritance between schemas: `allOf` written out, and a union for a model whose discriminator names its children."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from attrs import define

from .document import Json, is_array, is_object
from .references import REF, is_component, is_wrapper, target_of
from .versions import FLAGS, from_31, without_null


def component_schemas(data: Json) -> Json:
    """The component schemas of a document, as they stand in it."""
    components: Json = data.get("components") or {}
    schemas: Json = components.get("schemas") or {}
    return schemas


@define(slots=False)
class Inheritance:
    """Which schemas of a document inherit from which."""

    original: Json
    """The document as it was read."""
    schemas: Json
    """Its component schemas, as far as they are normalised."""

    @cached_property
    def families(self) -> dict[str, list[str]]:
        """Models with a discriminator and no `oneOf`, and the models that inherit from each."""
        schemas = component_schemas(self.original)
        parents = {name: _parents(schema) for name, schema in schemas.items()}
        bases = [name for name, schema in schemas.items() if _is_base(schema)]
        found = {base: [name for name in parents if base in _ancestors(name, parents)] for base in bases}
        return {base: children for base, children in found.items() if children}

    def is_child(self, name: str) -> bool:
        """Whether a model inherits from one with a discriminator."""
        return any(name in children for children in self.families.values())

    def as_union(self, schema: Json) -> Json:
        """A reference to a model with a discriminator as a union of that model and its children."""
        parts = schema.get("allOf") if is_wrapper(schema) else [schema]
        name = str(parts[0].get("$ref", "")).removeprefix(REF) if is_array(parts) else ""
        if name not in self.families:
            return schema
        flags = {key: value for key, value in schema.items() if key in FLAGS}
        union: Json = {"oneOf": [{"$ref": REF + member} for member in (name, *self.families[name])]}
        return {**flags, **union, "discriminator": component_schemas(self.original)[name]["discriminator"]}

    def inlined(self, schema: Json) -> Json:
        """The schema that a reference to something other than a component leads to; any other schema as it is."""
        seen: set[str] = set()
        while isinstance(reference := schema.get("$ref"), str) and not is_component(reference):
            found = target_of(self.original, reference)
            if reference in seen or not is_object(found):
                return {}
            seen.add(reference)
            schema = found
        return schema

    def merged(self, schema: Json) -> Json:
        """A schema with its `allOf` written out: the properties and required names of all parts, then its own."""
        return self._merged(schema, {})

    def _merged(self, schema: Json, known: dict[str, Json]) -> Json:
        own: Json = {key: value for key, value in schema.items() if key != "allOf"}
        properties: Json = {}
        required: list[str] = []
        result = dict(own)
        for part in (*(self._part(one, known) for one in schema["allOf"]), own):
            properties |= part.get("properties") or {}
            required += [name for name in part.get("required") or () if name not in required]
            for key, value in part.items():
                result.setdefault(key, value)
        if properties:
            result["properties"] = properties
        if required:
            result["required"] = [name for name in required if name in properties] if properties else required
        return result

    def _part(self, part: Any, known: dict[str, Json]) -> Json:
        """A part of an `allOf`, with its own `allOf` written out. `known` holds the components that were part of the
        same schema before."""
        if not is_object(part):
            return {}
        part = self.inlined(part)
        if "$ref" in part:
            return self._referenced(str(part["$ref"]).removeprefix(REF), known)
        part = without_null(from_31(part))
        return self._merged(part, known) if "allOf" in part else part

    def _referenced(self, name: str, known: dict[str, Json]) -> Json:
        if name not in known:
            known[name] = {}  # a schema that is part of itself adds nothing
            known[name] = self._part(self.schemas.get(name), known)
        return known[name]


def _is_base(schema: Any) -> bool:
    return is_object(schema) and "discriminator" in schema and not schema.keys() & {"oneOf", "anyOf"}


def _parents(schema: Any) -> list[str]:
    parts = (schema.get("allOf") or ()) if is_object(schema) else ()
    return [str(part["$ref"]).removeprefix(REF) for part in parts if is_object(part) and "$ref" in part]


def _ancestors(name: str, parents: Mapping[str, list[str]]) -> set[str]:
    found: set[str] = set()
    ahead = list(parents.get(name, ()))
    while ahead:
        if (one := ahead.pop()) not in found:
            found.add(one)
            ahead += parents.get(one, ())
    return found
