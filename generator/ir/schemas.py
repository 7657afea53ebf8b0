"""From the schemas of an OpenAPI document to the runtime's dialect and to Python types."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import Any, Final, Literal

from attrs import define, field

from ..spec.document import is_object
from ..spec.engine import class_name, identifier
from ..spec.facade import Facade, ModelFacade
from ..spec.normalise import is_named_enum
from ..spec.references import REF, component_of
from .nodes import Schema, Type

Given = Literal["", "argument", "field"]
"""What a type is for: reading, an argument of a call, or writing a field."""
RESERVED_NAMES: Final = frozenset(
    {
        "Any",
        "Callable",
        "ClassVar",
        "Field",
        "Literal",
        "Mapping",
        "Model",
        "OptionalField",
        "Self",
        "Sequence",
        "UUID",
        "Unset",
    }
    | {
        "UNSET",
        "UnknownVariant",
        "RequestBody",
        "Conditions",
        "Endpoint",
        "Final",
        "Operation",
        "Parameter",
        "Paging",
        "API",
    }
    | {
        "AsyncChange",
        "Change",
        "WriteOnlyField",
        "NotModified",
        "AsyncClient",
        "SyncClient",
        "AsyncPager",
        "Pager",
        "TYPE_CHECKING",
    }
)
"""Names that generated modules use themselves."""
_KEPT: Final = (
    "format", "minLength", "maxLength", "pattern", "minimum", "maximum", "minItems", "maxItems", "uniqueItems"
)  # fmt: skip


def _has_variants(schema: Mapping[str, Any]) -> bool:
    """Whether a model may hold properties of variants beside its own. A variant that is only `required` has none."""
    variants = (one for key in ("oneOf", "anyOf") for one in schema.get(key) or ())
    return any(one.keys() - {"required"} for one in variants)


def _module(name: str) -> str:
    """The module of a class, whose name generated modules do not use otherwise."""
    module = identifier(name)
    ours = hasattr(builtins, module) or module == "datetime" or module.startswith("read_")
    return f"{module}_" if ours or module.endswith("_members") else module


@define
class Schemas:
    """All component schemas of one document."""

    raw: Mapping[str, Mapping[str, Any]]
    facade: Facade
    class_names: Mapping[str, str] = field(factory=dict[str, str])
    reserved: frozenset[str] = frozenset[str]()
    open: set[str] = field(factory=set[str])
    _classes: dict[str, str] = field(factory=dict[str, str])
    _modules: dict[str, str] = field(factory=dict[str, str])

    def is_model(self, name: str) -> bool:
        """Whether a component becomes a model class."""
        schema = self.raw[name]
        reference = component_of(schema)
        if reference is not None:
            return False
        return bool(schema.get("properties")) or len(schema.get("allOf", ())) > 1

    def is_enum(self, name: str) -> bool:
        """Whether a component becomes an enum class."""
        return is_named_enum(self.raw[name])

    def class_name(self, name: str) -> str:
        """The class of a component."""
        return self._names()[name]

    def module(self, name: str) -> str:
        """The module of that class."""
        return self._modules[name]

    def _names(self) -> Mapping[str, str]:
        if not self._classes:
            taken = {*RESERVED_NAMES, *self.reserved}
            for schema in self.raw:
                if self.is_model(schema) or self.is_enum(schema):
                    self._choose(schema, taken)
        return self._classes

    def _choose(self, schema: str, taken: set[str]) -> None:
        given = self.facade.models.get(schema, ModelFacade()).name
        name = given or self.class_names.get(schema) or class_name(schema)
        plain, number = name, 2
        while given is None and (name in taken or identifier(name) in taken):
            ours = plain in RESERVED_NAMES or plain in self.reserved
            name, number = f"{plain}{'Model' if ours else number}", number + 1
            plain = name if ours else plain
        taken |= {name, identifier(name)}
        self._classes[schema], self._modules[schema] = name, _module(name)

    def normal(self, schema: Mapping[str, Any]) -> Schema:
        """A schema in the runtime's dialect."""
        reference = component_of(schema)
        if reference is not None:
            return {**self._component(reference), **_flags(schema)}
        for key in ("oneOf", "anyOf"):
            if key in schema:
                return self._union(schema, schema[key])
        if "enum" in schema and "type" not in schema:
            return _mixed_enum(schema)
        return self._plain(schema)

    def _plain(self, schema: Mapping[str, Any]) -> Schema:
        result: Schema = {}
        if "type" in schema:
            result["type"] = schema["type"]
        result |= {key: schema[key] for key in _KEPT if key in schema}
        result |= {key: True for key in ("exclusiveMinimum", "exclusiveMaximum") if schema.get(key)}
        if "enum" in schema:
            result["enum"] = tuple(value for value in schema["enum"] if value is not None)
        if "items" in schema:
            result["items"] = self.normal(schema["items"])
        if schema.get("type") == "object":
            extra = schema.get("additionalProperties", True)
            result["additionalProperties"] = self.normal(extra) if is_object(extra) and extra else extra is not False
        return result | _flags(schema)

    def _union(self, schema: Mapping[str, Any], variants: list[Any]) -> Schema:
        result: Schema = {"oneOf": tuple(self.normal(one) for one in variants), **_flags(schema)}
        discriminator = schema.get("discriminator")
        names = [component_of(one) for one in variants]
        if is_object(discriminator) and all(name and self.is_model(name) for name in names):
            mapping: dict[str, Any] = discriminator.get("mapping") or {}
            explicit = {
                value: names.index(found)
                for value, reference in mapping.items()
                if (found := str(reference).removeprefix(REF)) in names
            }
            implicit = {str(name): index for index, name in enumerate(names)}
            result["discriminator"] = (discriminator["propertyName"], {**implicit, **explicit})
        return result

    def _component(self, name: str) -> Schema:
        if name in self.open:
            return {}  # a schema that consists of itself: anything
        if self.is_model(name):
            return {"ref": name, **_flags(self.raw[name])}
        self.open.add(name)
        normal = self.normal(self.raw[name])
        self.open.discard(name)
        return {**normal, "open": name} if self.is_enum(name) else normal

    def model(self, name: str) -> Schema:
        """The whole schema of a model, in the runtime's dialect."""
        schema, facade = self.raw[name], self.facade.models.get(name, ModelFacade())
        properties = {wire: self.property(name, wire) for wire in schema["properties"]}
        extra = schema.get("additionalProperties", _has_variants(schema))
        result: Schema = {"type": "object", "properties": properties}
        if schema.get("required"):
            result["required"] = tuple(schema["required"])
        if extra is not False:
            result["additionalProperties"] = self.normal(extra) if is_object(extra) and extra else True
        if facade.exactly_one:
            result["exactlyOne"] = facade.exactly_one
        return result

    def property(self, model: str, wire: str) -> Schema:
        """The schema of one property, in the runtime's dialect."""
        normal = self.normal(self.raw[model]["properties"][wire])
        secret = wire in self.facade.models.get(model, ModelFacade()).secret
        return {**normal, "secret": True} if secret else normal

    def type(self, schema: Schema, *, give: Given = "") -> Type:
        """The Python type of the values of a schema: as they are read, or as arguments or fields accept them."""
        plain = self._type(schema, give)
        return Type(f"{plain.text} | None", plain.models) if schema.get("nullable") and plain.text != "Any" else plain

    def _type(self, schema: Schema, give: Given) -> Type:
        if "ref" in schema:
            name = self.class_name(schema["ref"])
            return Type(f"{name} | Mapping[str, Any]" if give else name, frozenset({schema["ref"]}))
        if "open" in schema:
            name = self.class_name(schema["open"])
            return Type(_enum(name, schema, give), frozenset({schema["open"]}))
        if "raw" in schema:
            return Type("bytes" if schema["raw"] == "bytes" else "str")
        if "oneOf" in schema:
            unknown = [Type("UnknownVariant")] if "discriminator" in schema and not give else []
            return _union([*(self.type(one, give=give) for one in schema["oneOf"]), *unknown])
        match schema.get("type"):
            case "array":
                item = self.type(schema.get("items", {}), give=give)
                return Type(f"{'Sequence' if give else 'list'}[{item.text}]", item.models)
            case "object":
                extra = schema.get("additionalProperties")
                item = self.type(extra, give=give) if is_object(extra) else Type("Any")
                return Type(f"{'Mapping' if give else 'dict'}[str, {item.text}]", item.models)
            case _:
                return Type(_scalar(schema, give))


_KINDS: Final = {str: "string", bool: "boolean", int: "integer", float: "number"}


def _mixed_enum(schema: Mapping[str, Any]) -> Schema:
    """An enum with values of several types as a union of enums; with values other than scalars, anything."""
    values = [value for value in schema["enum"] if value is not None]
    if not all(type(value) in _KINDS for value in values):
        return {}
    kinds = dict.fromkeys(_KINDS[type(value)] for value in values)
    by_kind = tuple(
        {"type": kind, "enum": tuple(value for value in values if _KINDS[type(value)] == kind)} for kind in kinds
    )
    return {"oneOf": by_kind, **_flags(schema)}


def _enum(name: str, schema: Schema, give: Given) -> str:
    """The type of an enum. The values of an argument are listed, so that editors complete them."""
    if give == "argument":
        return f"Literal[{', '.join(map(repr, schema['enum']))}] | {name}"
    return f"{name} | {'int' if schema['type'] == 'integer' else 'str'}" if give else name


def _scalar(schema: Schema, give: Given) -> str:
    match schema.get("type"), schema.get("format"):
        case "string", "date-time":
            return "datetime"
        case "string", "date":
            return "date"
        case "string", "uuid":
            return "UUID | str" if give else "UUID"
        case "string", _:
            return "str"
        case "integer", _:
            return "int"
        case "number", _:
            return "float"
        case "boolean", _:
            return "bool"
        case _:
            return "Any"


def _union(types: list[Type]) -> Type:
    texts = list(dict.fromkeys(part for one in types for part in one.text.split(" | ")))
    text = "Any" if "Any" in texts else " | ".join(sorted(texts, key=lambda part: part == "None"))
    return Type(text, frozenset[str]().union(*(one.models for one in types)))


def _flags(schema: Mapping[str, Any]) -> Schema:
    flags: Schema = {"nullable": True} if schema.get("nullable") else {}
    if schema.get("writeOnly") or schema.get("format") == "password":
        flags["secret"] = True
    if schema.get("readOnly"):
        flags["readOnly"] = True
    return flags
