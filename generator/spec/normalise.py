"""Says one thing in one way: 3.1 as 3.0, inherited fields written out, inline objects and enums as components with a
name, operations with an id and a tag. Whatever is added remembers the line that it comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from functools import cached_property
from typing import Any, Final

from attrs import define, evolve, field

from .engine import class_name
from .operations import METHODS
from .references import REF, target_of
from .source import Document, Json, Pointer, is_array, is_object
from .versions import from_31, typed, without_null

_FLAGS: Final = ("nullable", "readOnly", "writeOnly", "deprecated", "description", "x-source", "default", "title")


def normalise(document: Document) -> Document:
    """The same document in the one way."""
    copied = evolve(document, data=deepcopy(document.data), lines=dict(document.lines))
    return _Normaliser(copied, document.data).run()


@define(slots=False)
class _Normaliser:
    document: Document
    original: Json
    merged: dict[str, Json] = field(factory=dict[str, Json])

    @property
    def original_schemas(self) -> Json:
        components: Json = self.original.get("components") or {}
        schemas: Json = components.get("schemas") or {}
        return schemas

    @cached_property
    def families(self) -> dict[str, list[str]]:
        """Models with a discriminator and no `oneOf`, and the models that inherit from each."""
        parents = {name: _parents(schema) for name, schema in self.original_schemas.items()}
        bases = [name for name, schema in self.original_schemas.items() if _is_base(schema)]
        found = {base: [name for name in parents if base in _ancestors(name, parents)] for base in bases}
        return {base: children for base, children in found.items() if children}

    @property
    def data(self) -> Json:
        return self.document.data

    @property
    def schemas(self) -> Json:
        components: Json = self.data.setdefault("components", {})
        schemas: Json = components.setdefault("schemas", {})
        return schemas

    def run(self) -> Document:
        for name in list(self.schemas):
            at = ("components", "schemas", name)
            self.schemas[name] = self._component(self.schemas[name], name, at)
        for kind in ("parameters", "headers"):
            for name, one in self.data["components"].get(kind, {}).items():
                self._holder(one, name, ("components", kind, name))
        for kind in ("requestBodies", "responses"):
            for name, one in self.data["components"].get(kind, {}).items():
                self._contents(one, name, ("components", kind, name))
        self._path_items()
        for path, item in self.data.get("paths", {}).items():
            self._path(path, item or {})
        return self.document

    # Operations

    def _path_items(self) -> None:
        """A path that refers to another one has its operations too."""
        paths: Json = self.data.get("paths", {})
        for path, item in paths.items():
            if is_object(item) and isinstance(reference := item.get("$ref"), str):
                found = target_of(self.original, reference)
                paths[path] = deepcopy(found) if is_object(found) else {}

    def _path(self, path: str, item: Json) -> None:
        for index, one in enumerate(item.get("parameters") or ()):
            self._holder(one, f"{path} parameter", ("paths", path, "parameters", index))
        for method in METHODS:
            if is_object(item.get(method)):
                self._operation(path, method, item[method])

    def _operation(self, path: str, method: str, operation: Json) -> None:
        at: Pointer = ("paths", path, method)
        operation.setdefault("operationId", _derived_id(path, method))
        if not operation.get("tags"):
            operation["tags"] = [_derived_tag(path)]
        hint = str(operation["operationId"])
        for index, one in enumerate(operation.get("parameters") or ()):
            self._holder(one, hint, (*at, "parameters", index))
        if is_object(body := operation.get("requestBody")):
            self._contents(body, f"{hint} Body", (*at, "requestBody"))
        responses: Json = operation.get("responses") or {}
        operation["responses"] = {_status(status): reply for status, reply in responses.items()}
        for status, reply in operation["responses"].items():
            self._contents(reply, f"{hint} Reply{'' if status.startswith('2') else status}", (*at, "responses", status))

    def _holder(self, one: Any, hint: str, at: Pointer) -> None:
        if is_object(one) and "schema" in one:
            one["schema"] = self._schema(one["schema"], f"{hint} {one.get('name', '')}", (*at, "schema"))

    def _contents(self, holder: Any, hint: str, at: Pointer) -> None:
        if not is_object(holder):
            return
        contents: Json = holder.get("content") or {}
        for media_type, content in contents.items():
            if is_object(content) and "schema" in content:
                below = (*at, "content", media_type, "schema")
                content["schema"] = self._schema(content["schema"], hint, below)

    # Schemas

    def _component(self, schema: Any, name: str, at: Pointer) -> Json:
        simple = self._one_way(schema, name, at)
        if _is_wrapper(simple) and not self._is_child(name):
            return simple
        if _is_wrapper(simple):
            simple = self._merge(simple, name, at)
        return self._with_parts(simple, name, at)

    def _is_child(self, name: str) -> bool:
        return any(name in children for children in self.families.values())

    def _schema(self, schema: Any, hint: str, at: Pointer) -> Json:
        """A schema at its place: objects with properties and enums move to the components."""
        simple = self._one_way(schema, hint, at)
        if "$ref" in simple or _is_wrapper(simple):
            return simple
        simple = self._with_parts(simple, hint, at)
        if simple.get("properties") or is_named_enum(simple):
            return self._hoist(simple, hint, at)
        return simple

    def _one_way(self, schema: Any, hint: str, at: Pointer) -> Json:
        if not is_object(schema):
            return {}  # `true` of 3.1: anything
        simple = self._family(without_null(from_31(self._inlined(schema))))
        if "allOf" in simple and not _is_wrapper(simple):
            simple = self._merge(simple, hint, at)
        return typed(simple)

    def _inlined(self, schema: Json) -> Json:
        """What a reference into the middle of something points to, as if it stood here."""
        seen: set[str] = set()
        while isinstance(reference := schema.get("$ref"), str) and not _is_component(reference):
            found = target_of(self.original, reference)
            if reference in seen or not is_object(found):
                return {}
            seen.add(reference)
            schema = found
        return schema

    def _family(self, schema: Json) -> Json:
        """A reference to a model with a discriminator stands for each of the models that inherit from it."""
        parts = schema.get("allOf") if _is_wrapper(schema) else [schema]
        name = str(parts[0].get("$ref", "")).removeprefix(REF) if is_array(parts) else ""
        if name not in self.families:
            return schema
        flags = {key: value for key, value in schema.items() if key in _FLAGS}
        members = [name, *self.families[name]]
        union: Json = {"oneOf": [{"$ref": REF + member} for member in members]}
        return {**flags, **union, "discriminator": self.original_schemas[name]["discriminator"]}

    def _with_parts(self, schema: Json, hint: str, at: Pointer) -> Json:
        result = dict(schema)
        if is_object(properties := schema.get("properties")):
            result["properties"] = {
                wire: self._schema(one, f"{hint} {wire}", (*at, "properties", wire)) for wire, one in properties.items()
            }
        if "items" in schema:
            result["items"] = self._schema(schema["items"], f"{hint} item", (*at, "items"))
        if is_object(extra := schema.get("additionalProperties")) and extra:
            result["additionalProperties"] = self._schema(extra, f"{hint} value", (*at, "additionalProperties"))
        for key in ("oneOf", "anyOf"):
            if is_array(variants := schema.get(key)):
                result[key] = [
                    self._variant(one, f"{hint} {index + 1}", (*at, key, index)) for index, one in enumerate(variants)
                ]
        return result

    def _variant(self, schema: Any, hint: str, at: Pointer) -> Json:
        # A model that is named as a variant is meant itself, and not all that inherit from it.
        named = is_object(schema) and _is_component(str(schema.get("$ref", "")))
        return {"$ref": schema["$ref"]} if named else self._schema(schema, hint, at)

    def _hoist(self, schema: Json, hint: str, at: Pointer) -> Json:
        flags: Json = {key: schema[key] for key in _FLAGS if key in schema and key not in ("description", "title")}
        name = self._free_name(class_name(hint))
        self.schemas[name] = {key: value for key, value in schema.items() if key not in ("nullable", "default")}
        self.document.lines["components", "schemas", name] = self.document.line(at)
        for wire in schema.get("properties") or ():
            self.document.lines["components", "schemas", name, "properties", wire] = self.document.line(
                (*at, "properties", wire)
            )
        reference = {"$ref": f"{REF}{name}"}
        return {**flags, "allOf": [reference]} if flags else reference

    def _free_name(self, name: str) -> str:
        number, plain = 2, name
        while any(class_name(other) == name for other in self.schemas):
            name, number = f"{plain}{number}", number + 1
        return name

    def _merge(self, schema: Json, hint: str, at: Pointer) -> Json:
        """`allOf` written out: properties and what is required of all parts, then the schema's own."""
        result: Json = {key: value for key, value in schema.items() if key != "allOf"}
        properties: Json = {}
        required: list[str] = []
        for part in (*schema["allOf"], {key: result[key] for key in ("properties", "required") if key in result}):
            found = self._resolved(part, hint, at)
            properties |= found.get("properties") or {}
            required += [name for name in found.get("required") or () if name not in required]
            for key, value in found.items():
                result.setdefault(key, value)
        if properties:
            result["properties"] = properties
        if required:
            result["required"] = [name for name in required if name in properties] if properties else required
        return result

    def _resolved(self, part: Any, hint: str, at: Pointer) -> Json:
        if not is_object(part):
            return {}
        part = self._inlined(part)
        if "$ref" in part:
            name = str(part["$ref"]).removeprefix(REF)
            target = self.schemas.get(name, {})
            if name in self.merged or not is_object(target):
                return self.merged.get(name, {})
            self.merged[name] = {}
            found = self._resolved(target, hint, at)
            del self.merged[name]
            return found
        part = without_null(from_31(part))
        return self._merge(part, hint, at) if "allOf" in part else part


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


def _status(status: str) -> str:
    return status.upper() if re.fullmatch(r"[1-5]xx", status, re.IGNORECASE) else status


def _derived_id(path: str, method: str) -> str:
    named = re.sub(r"^(/(v\d+(\.\d+)*|api)(?=/))+", "", path)
    words = [word for word in re.split(r"[^A-Za-z0-9]+", re.sub(r"\{[^{}]*\}", " by id ", named)) if word]
    return " ".join([method, *words])


def _derived_tag(path: str) -> str:
    steps = [step for step in path.split("/") if step and "{" not in step]
    named = [step for step in steps if not re.fullmatch(r"v\d+(\.\d+)*|api", step)]
    return (named or steps or ["root"])[-1] if len(named) < 2 else named[0]


def _is_wrapper(schema: Json) -> bool:
    """One `$ref` in an `allOf` that only adds flags."""
    parts = schema.get("allOf")
    return (
        is_array(parts)
        and len(parts) == 1
        and is_object(parts[0])
        and "$ref" in parts[0]
        and not (schema.get("properties") or schema.get("required"))
    )


def _is_component(reference: str) -> bool:
    return reference.startswith(REF) and "/" not in reference.removeprefix(REF)


def is_named_enum(schema: Mapping[str, Any]) -> bool:
    """Whether a schema becomes an enum class: all its values are texts, or all are whole numbers."""
    values = [value for value in schema.get("enum") or () if value is not None]
    return bool(values) and (
        all(isinstance(value, str) for value in values)
        or all(isinstance(value, int) and not isinstance(value, bool) for value in values)
    )
