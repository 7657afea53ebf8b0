"""Python as text: what the templates call as filters."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from ..ir import composed, nodes
from ..ir.nodes import Argument, Call, Enumeration, ModelClass, Package, Paging, Property, Schema, Type
from ..ir.schemas import RESERVED_NAMES
from ..spec.document import is_object
from . import call_docstrings, client_docstrings, credentials, model_docstrings, readme, signatures

VERSION = "0.1.0"
_CLIENT_IMPORTS = frozenset(
    {"AsyncTransportLike", "Api", "ClientOptions", "Credential", "Decode", "Preconditions", "Retry", "Unpack", "Verify"}
)
_BUILTINS = frozenset({"list", "dict", "str", "int", "float", "bool", "type", "object", "frozenset", "tuple"})
_DATES = frozenset({"date", "datetime"})
_SIGNATURES: tuple[Any, ...] = (
    signatures.without_verb,
    signatures.secret_arguments,
    signatures.constant,
    nodes.has_refresh,
    signatures.implementation,
    signatures.is_overloaded,
    composed.modifies,
    composed.recovers,
    signatures.fresh_function,
    signatures.fresh_read,
    signatures.recovery_signature,
    signatures.object_argument,
    signatures.operation_body,
    signatures.overloads,
    signatures.passed_arguments,
    signatures.result,
    signatures.id_name,
    signatures.id_signature,
)
_DOCS: tuple[Any, ...] = (
    client_docstrings.auth_doc,
    client_docstrings.base_url_form,
    client_docstrings.client_doc,
    credentials.credential_examples,
    credentials.credential_names,
    credentials.credential_sources,
    client_docstrings.from_env_doc,
    call_docstrings.method_doc,
    call_docstrings.create_or_find_doc,
    call_docstrings.modify_doc,
    model_docstrings.model_doc,
    call_docstrings.operation_doc,
    model_docstrings.property_doc,
    call_docstrings.refresh_doc,
    call_docstrings.call_notes,
    client_docstrings.base_url_text,
    readme.call_example,
    readme.call_rows,
    readme.example_arguments,
    readme.example_call,
    client_docstrings.flow_summary,
    client_docstrings.variables,
)


class Filters:
    """The filters that need to know the whole package."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.models = {model.schema: model for model in package.models}
        self.enums = {enum.schema: enum for enum in package.enums}

    def filters(self) -> dict[str, Callable[..., Any]]:
        """By the names that the templates use."""
        return {
            **self._own(),
            "as_tuple": _as_tuple,
            "beside": beside,
            "dquoted": dquoted,
            "enum_doc": model_docstrings.model_doc,
            "field_type": field_type,
            "inside": inside,
            "keywords": _keywords,
            "paging_arguments": paging_arguments,
            "python": repr,
            "string": repr,
            "toml": dquoted,
            **{function.__name__: function for function in (*_SIGNATURES, *_DOCS)},
        }

    def _own(self) -> dict[str, Callable[..., Any]]:
        return {
            "body_options": self.body_options,
            "class_of": self.class_of,
            "literal": self.literal,
            "model_options": self.model_options,
            "parameter_arguments": self.parameter_arguments,
            "schemas_by_status": self.schemas_by_status,
        }

    def class_of(self, resource: str) -> str:
        """The class of a resource; where a model is called like it, the resource gives way."""
        name = "".join(part.capitalize() for part in resource.split("_"))
        classes = {one.name for one in self.models.values()} | {one.name for one in self.enums.values()}
        taken = (
            classes
            | RESERVED_NAMES
            | _CLIENT_IMPORTS
            | {self.package.names.client, f"Async{self.package.names.client}"}
        )
        return f"{name}Calls" if name in taken or f"Async{name}" in taken else name

    def dotted(self, schema: str) -> str:
        """The dotted path of a generated class."""
        found = self.models.get(schema) or self.enums[schema]
        return f"{self.package.names.package}.models.{found.module}.{found.name}"

    def literal(self, schema: Any) -> str:
        """A schema as a Python literal."""
        if is_object(schema):
            items = (f"{key!r}: {self._item(key, value)}" for key, value in schema.items())
            return "{" + ", ".join(items) + "}"
        if isinstance(schema, tuple):
            parts = cast("tuple[Any, ...]", schema)
            return f"({', '.join(map(self.literal, parts))}{',' * (len(parts) == 1)})"
        return repr(schema)

    def _item(self, key: str, value: Any) -> str:
        if key in ("ref", "open") and isinstance(value, str):
            return repr(self.dotted(value))
        return self.literal(value)

    def schemas_by_status(self, table: Mapping[str, Schema | None]) -> str:
        """A table of schemas by status."""
        items = (
            f"{status if status.isdigit() else repr(status)}: {self.literal(one)}" for status, one in table.items()
        )
        return "{" + ", ".join(items) + "}"

    def parameter_arguments(self, one: Argument) -> str:
        """The arguments of a runtime `Parameter`."""
        location = "path" if one.location == "shared" else one.location
        parts = [repr(one.python), repr(one.wire), repr(location), self.literal(one.schema)]
        if one.required:
            parts.append("required=True")
        if not one.explode:
            parts.append("explode=False")
        if one.style:
            parts.append(f"style={one.style!r}")
        if one.is_id:
            parts.append("is_id=True")
            parts += [f"objects={tuple(map(self.dotted, one.kinds))!r}"] if one.kinds else []
        return ", ".join(parts)

    def body_options(self, call: Call) -> str:
        """The arguments of a runtime `Body`, as far as they are not the usual ones."""
        body = call.body
        if body is None:
            raise ValueError(f"{call.id} has no body")
        options: dict[str, Any] = {} if body.required else {"required": False}
        options |= {"single": True} if body.single else {}
        options |= {"styles": body.styles} if body.styles else {}
        options |= {"renamed": renamed} if (renamed := self._renamed(call)) else {}
        media_type = [] if body.media_type == "application/json" else [repr(body.media_type)]
        parts = [self.literal(body.schema), *media_type, *(f"{name}={value!r}" for name, value in options.items())]
        return ", ".join(parts)

    def _renamed(self, call: Call) -> dict[str, str]:
        """The arguments of a body that are called otherwise than the field of its model."""
        model = self.models.get(call.body.schema.get("ref", "")) if call.body else None
        fields = {one.wire: one.python for one in model.properties} if model else {}
        arguments = ((fields.get(one.wire), one.python) for one in call.arguments if one.location == "body")
        return {name: python for name, python in arguments if name not in (None, python)}

    def model_options(self, model: ModelClass) -> str:
        """The arguments of the decorator of a model: what its schema says beside its properties."""
        options = {"identity": model.identity} if model.identity else {}
        own = {name: value for name, value in model.body.items() if name not in ("type", "properties")}
        if own.get("required", ()) == tuple(one.wire for one in model.properties if one.required or one.needed):
            own.pop("required", None)
        options |= {"extra" if name == "additionalProperties" else name: value for name, value in own.items()}
        return ", ".join(f"{name}={self.literal(value)}" for name, value in options.items())

    def siblings_of(self, model: ModelClass) -> list[Any]:
        """The other classes that the types of a model's properties name."""
        named = {schema for one in model.properties for schema in one.read.models | one.give.models}
        return self._sorted(named - {model.schema})

    def classes_in(self, calls: list[Call]) -> list[Any]:
        """The classes that the signatures of some calls name."""
        types: list[Type] = [argument.type for call in calls for argument in call.arguments]
        types += [call.returns for call in calls] + [call.paging.item for call in calls if call.paging]
        return self._sorted({schema for one in types for schema in one.models})

    def _sorted(self, schemas: Iterable[str]) -> list[ModelClass | Enumeration]:
        found: list[ModelClass | Enumeration] = [self.models.get(one) or self.enums[one] for one in schemas]
        return sorted(found, key=lambda one: one.module)


def field_type(one: Property) -> str:
    """The type of a field: what reading it gives, and what may be given if that is more."""
    kind = "Field" if one.required or one.read.text == "Any" else "OptionalField"
    more = f", {one.give.text}" if one.give.text != one.read.text else ""
    return f"{kind}[{one.read.text}{more}]"


def inside(type_: str, model: ModelClass) -> str:
    """A type as text inside a class whose properties may be called like builtins."""
    return _outside(type_, {one.python for one in model.properties})


def beside(text: str, calls: list[Call]) -> str:
    """Types as text inside a class whose methods may be called like builtins."""
    return _outside(text, {call.method_name for call in calls})


def _outside(text: str, taken: set[str]) -> str:
    homes = {**dict.fromkeys(_BUILTINS & taken, "builtins"), **dict.fromkeys(_DATES & taken, "_datetime")}
    return re.sub(r"(?<![\w.])\w+\b(?!\s*[:=])", lambda m: f"{homes[m[0]]}.{m[0]}" if m[0] in homes else m[0], text)


def paging_arguments(paging: Paging) -> str:
    """The arguments of a runtime `Paging`."""
    given = {name: getattr(paging, name) for name in _PAGING if getattr(paging, name) not in (None, ())}
    return ", ".join(f"{name}={value!r}" for name, value in given.items())


_PAGING = (
    "style", "items", "token", "next", "offset", "limit", "page", "first", "cursor", "more", "total", "links"
)  # fmt: skip


def dquoted(text: str) -> str:
    """A string literal in double quotes, for TOML and for Python that nobody formats."""
    return json.dumps(text, ensure_ascii=False)


def _keywords(values: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}={value!r}" for name, value in values.items())


def _as_tuple(values: Iterable[str]) -> str:
    return repr(tuple(values))
