"""Inheritance between schemas: `allOf` written out, and a union for a model whose discriminator names its children."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final

from attrs import define

from .document import Json, is_array, is_object
from .merging import REQUIRED_SETS, both, fields_of_any, holds_fields, intersect
from .references import REF, component_of, is_component, is_wrapper, target_of
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
        """Models with a discriminator and no `oneOf`, and those that inherit from each or that its mapping names."""
        schemas = component_schemas(self.original)
        parents = self.parents
        found: dict[str, list[str]] = {}
        for base in (name for name, schema in schemas.items() if _is_base(schema)):
            mapped = _mapped(schemas[base], schemas)
            heirs = (name for name in parents if base in _ancestors(name, parents) and self.real(name) == name)
            found[base] = [one for one in dict.fromkeys((*heirs, *mapped)) if one != base]
        return {base: children for base, children in found.items() if children}

    @cached_property
    def aliases(self) -> dict[str, str]:
        """Other names of models with a discriminator, which add nothing and are none of its variants."""
        schemas = component_schemas(self.original)
        inherited = {one for schema in schemas.values() for one in _parents(schema)}
        found: dict[str, str] = {}
        for name, schema in schemas.items():
            base = str(component_of(schema)) if is_object(schema) and ("$ref" in schema or is_wrapper(schema)) else ""
            if _is_base(schemas.get(base)):
                mapping = schemas[base]["discriminator"].get("mapping")
                if (mapping and name not in _mapped(schemas[base], schemas)) or (name in inherited and not mapping):
                    found[name] = base
        return found

    def real(self, name: str) -> str:
        """The schema that another name stands for, if that adds nothing to it."""
        return self.aliases.get(name, name)

    def is_child(self, name: str) -> bool:
        """Whether a model inherits from one with a discriminator."""
        return any(name in children for children in self.families.values())

    def as_union(self, schema: Json) -> Json:
        """A reference to a model with a discriminator as a union of that model and its children."""
        parts = schema.get("allOf") if is_wrapper(schema) else [schema]
        name = self.real(str(parts[0].get("$ref", "")).removeprefix(REF)) if is_array(parts) else ""
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

    def merged(self, schema: Json, name: str = "") -> Json:
        """A schema with its `allOf` written out: the properties and required names of all parts, then its own. `name`
        is that of its component."""
        return self._merged(schema, {name: {}})

    def _merged(self, schema: Json, known: dict[str, Json]) -> Json:
        own: Json = {key: value for key, value in schema.items() if key != "allOf"}
        parts = [*(self._part(one, known) for one in schema.get("allOf") or ()), own]
        properties, required, result = dict[str, Any](), list[str](), _without(own, *_OF_OBJECTS)
        added = list(self._fields_of_variants(parts, known))
        for part in (*parts, *added):
            properties |= self._again(properties, part.get("properties") or {})
            required += [name for name in part.get("required") or () if name not in required]
            result[REQUIRED_SETS] = [*result.get(REQUIRED_SETS, ()), *part.get(REQUIRED_SETS, ())]
            for key, value in _without(part, *_OF_OBJECTS).items():
                intersect(result, key, value)
        if added:
            result = _without(result, *_VARIANTS)
        found: Json = {"properties": properties, "required": required, REQUIRED_SETS: result.pop(REQUIRED_SETS)}
        return result | {key: value for key, value in found.items() if value}

    def _again(self, known: Json, more: Json) -> Json:
        """The properties of one more part of a schema. One that earlier parts mention has to fulfil them all."""
        return {
            wire: both(known[wire], one) if wire in known and not self._narrows(one, known[wire]) else one
            for wire, one in more.items()
        }

    def _narrows(self, schema: Any, other: Any) -> bool:
        """Whether a schema names a model that inherits from the one that the other names."""
        names = [str(one.get("$ref", "")).removeprefix(REF) if is_object(one) else "" for one in (schema, other)]
        return bool(names[1]) and names[1] in _ancestors(names[0], self.parents)

    @cached_property
    def parents(self) -> dict[str, list[str]]:
        """The schemas that each one inherits from."""
        return {name: _parents(schema) for name, schema in component_schemas(self.original).items()}

    def _fields_of_variants(self, parts: list[Json], known: dict[str, Json]) -> Iterator[Json]:
        """What the variants of an object add to its fields; variants that stand alone are left in its parts."""
        groups = [(part, key) for part in parts for key in _VARIANTS if is_array(part.get(key))]
        if len(groups) == 1 and not any(part.get("properties") for part in parts):
            return
        for part, key in groups:
            variants = [self._merged({"allOf": [one]}, known) for one in part[key]]
            if holds_fields(variants):
                yield fields_of_any(variants)

    def _part(self, part: Any, known: dict[str, Json]) -> Json:
        """A part of an `allOf`, with its own `allOf` written out. `known` holds the components that were part of the
        same schema before."""
        if not is_object(part):
            return {}
        part = self.inlined(part)
        if "$ref" in part:
            return self._referenced(self.real(str(part["$ref"]).removeprefix(REF)), known)
        part = without_null(from_31(part))
        return self._merged(part, known) if "allOf" in part else part

    def _referenced(self, name: str, known: dict[str, Json]) -> Json:
        if name not in known:
            known[name] = {}  # a schema that is part of itself adds nothing
            known[name] = self._part(self.schemas.get(name), known)
        return known[name]


_VARIANTS: Final = ("oneOf", "anyOf")
_OF_OBJECTS: Final = ("properties", "required", "allOf", REQUIRED_SETS)


def _without(schema: Json, *keys: str) -> Json:
    return {key: value for key, value in schema.items() if key not in keys}


def _mapped(base: Json, schemas: Json) -> list[str]:
    """The schemas that the mapping of a discriminator names."""
    mapping: Any = base["discriminator"].get("mapping")
    names = [str(one).removeprefix(REF) for one in mapping.values()] if is_object(mapping) else []
    return [name for name in names if name in schemas]


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
