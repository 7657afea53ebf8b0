"""Brings a document into one form: 3.1 as 3.0, inherited properties written out, inline objects and enums as named
components, operations with an id and a tag. What is added keeps the line number that it comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from attrs import define, evolve

from .document import Document, Json, Pointer, is_array, is_object
from .engine import class_name
from .inheritance import Inheritance
from .operations import METHODS
from .references import REF, is_component, is_wrapper, target_of
from .versions import FLAGS, from_31, typed, without_null


def normalise(document: Document) -> Document:
    """The same document in one form."""
    data = deepcopy(document.data)
    data.setdefault("paths", {})
    schemas: Json = data.setdefault("components", {}).setdefault("schemas", {})
    copied = evolve(document, data=data, lines=dict(document.lines))
    normaliser = _Normaliser(copied, document.data, schemas, Inheritance(document.data, schemas))
    normaliser.components()
    normaliser.paths()
    return copied


@define
class _Normaliser:
    """Normalises a document in place. A `hint` holds the words of which the name of an inline schema is made."""

    document: Document
    original: Json
    schemas: Json
    inheritance: Inheritance

    def components(self) -> None:
        for name in list(self.schemas):
            self.schemas[name] = self._component(self.schemas[name], name, ("components", "schemas", name))
        components: Json = self.document.data["components"]
        for kind in ("parameters", "headers"):
            for name, one in components.get(kind, {}).items():
                self._parameter(one, name, ("components", kind, name))
        for kind in ("requestBodies", "responses"):
            for name, one in components.get(kind, {}).items():
                self._contents(one, name, ("components", kind, name))

    # Operations

    def paths(self) -> None:
        paths: Json = self.document.data.get("paths", {})
        for path, item in paths.items():
            if is_object(item) and isinstance(reference := item.get("$ref"), str):
                found = target_of(self.original, reference)
                paths[path] = deepcopy(found) if is_object(found) else {}
        for path, item in paths.items():
            self._path(path, item or {})

    def _path(self, path: str, item: Json) -> None:
        for index, one in enumerate(item.get("parameters") or ()):
            self._parameter(one, f"{path} parameter", ("paths", path, "parameters", index))
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
            self._parameter(one, hint, (*at, "parameters", index))
        if is_object(body := operation.get("requestBody")):
            self._contents(body, f"{hint} Body", (*at, "requestBody"))
        responses: Json = operation.get("responses") or {}
        operation["responses"] = {_status(status): response for status, response in responses.items()}
        for status, response in operation["responses"].items():
            words = f"{hint} Reply" if status.startswith("2") else f"{hint} Reply{status}"
            self._contents(response, words, (*at, "responses", status))

    def _parameter(self, one: Any, hint: str, at: Pointer) -> None:
        if is_object(one) and "content" in one:
            self._contents(one, f"{hint} {one.get('name', '')}", at)
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
        simple = self._in_one_form(schema, name)
        if is_wrapper(simple):
            if not self.inheritance.is_child(name):
                return simple
            simple = self.inheritance.merged(simple, name)
        return self._with_parts(simple, name, at)

    def _schema(self, schema: Any, hint: str, at: Pointer) -> Json:
        """A schema where it is used: objects with properties and enums move to the components."""
        simple = self._in_one_form(schema)
        if "$ref" in simple or is_wrapper(simple):
            return simple
        simple = self._with_parts(simple, hint, at)
        return self._hoisted(simple, hint, at) if simple.get("properties") or is_named_enum(simple) else simple

    def _in_one_form(self, schema: Any, name: str = "") -> Json:
        if not is_object(schema):
            return {}  # `true` of 3.1: anything
        simple = self.inheritance.as_union(without_null(from_31(self.inheritance.inlined(schema))))
        has_variants = simple.get("properties") and simple.keys() & {"oneOf", "anyOf"}
        if ("allOf" in simple and not is_wrapper(simple)) or has_variants:
            simple = self.inheritance.merged(simple, name)
        return typed(simple)

    def _with_parts(self, schema: Json, hint: str, at: Pointer) -> Json:
        """A schema whose properties, items and variants are normalised too."""
        result = dict(schema)
        if is_object(properties := self._declared(schema)):
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
        # A model that is named as a variant stands for itself, and not for all that inherit from it.
        named = is_object(schema) and is_component(str(schema.get("$ref", "")))
        return {"$ref": schema["$ref"]} if named else self._schema(schema, hint, at)

    def _declared(self, schema: Json) -> Json | None:
        """The properties of a schema, with those that it requires without saying what they are. In a curated document
        the latter are errors."""
        properties: Json | None = schema.get("properties")
        if not properties or self.document.data["info"].get("x-sources"):
            return properties
        return {**properties, **{name: {} for name in schema.get("required") or () if name not in properties}}

    def _hoisted(self, schema: Json, hint: str, at: Pointer) -> Json:
        """A reference to a schema that is moved to the components under a new name."""
        name = self._free_name(class_name(hint))
        self.schemas[name] = {key: value for key, value in schema.items() if key not in ("nullable", "default")}
        lines, new = self.document.lines, ("components", "schemas", name)
        lines[new] = self.document.line(at)
        for wire in schema.get("properties") or ():
            lines[*new, "properties", wire] = self.document.line((*at, "properties", wire))
        flags: Json = {key: schema[key] for key in FLAGS if key in schema and key not in ("description", "title")}
        reference = {"$ref": f"{REF}{name}"}
        return {**flags, "allOf": [reference]} if flags else reference

    def _free_name(self, name: str) -> str:
        number, plain = 2, name
        while any(class_name(other) == name for other in self.schemas):
            name, number = f"{plain}{number}", number + 1
        return name


def _status(status: str) -> str:
    """A status; a range such as `4xx` in capitals."""
    return status.upper() if re.fullmatch(r"[1-5]xx", status, re.IGNORECASE) else status


def _derived_id(path: str, method: str) -> str:
    """The operationId of an operation without one: `get things by id` for `GET /v1/things/{id}`."""
    named = re.sub(r"^(/(v\d+(\.\d+)*|api)(?=/))+", "", path)
    words = [word for word in re.split(r"[^A-Za-z0-9]+", re.sub(r"\{[^{}]*\}", " by id ", named)) if word]
    return " ".join([method, *words])


def _derived_tag(path: str) -> str:
    """The tag of an operation without one: `things` for `/v1/things/{id}`."""
    steps = [step for step in path.split("/") if step and "{" not in step]
    named = [step for step in steps if not re.fullmatch(r"v\d+(\.\d+)*|api", step)]
    return (named or steps or ["root"])[-1] if len(named) < 2 else named[0]


def is_named_enum(schema: Mapping[str, Any]) -> bool:
    """Whether a schema becomes an enum class: all its values are strings, or all are integers."""
    values = [value for value in schema.get("enum") or () if value is not None]
    return bool(values) and (
        all(isinstance(value, str) for value in values)
        or all(isinstance(value, int) and not isinstance(value, bool) for value in values)
    )
