"""Conventions of naming: methods, resources and attributes, and what gives way to names of our own."""

from __future__ import annotations

import keyword

from ..spec.document import Json
from ..spec.engine import identifier
from ..spec.operations import Operation, ResolvedSpec
from ..spec.references import component_of

RESERVED_ATTRIBUTES = frozenset({"from_dict", "to_dict", "unknown_fields", "builtins", "field"})


RESERVED_RESOURCES = frozenset(
    {"send", "close", "aclose", "pager", "clock", "with_options", "from_env"}
    | {"lazy_property", "property", "classmethod"}
    | {"str", "float", "bool", "int", "dict", "list", "type", "super"}
)


RESERVED_CLIENT_ARGUMENTS = frozenset(
    {"self", "cls", "base_url", "auth", "timeout", "retry", "decode", "validate", "verify", "proxy", "trust_env"}
    | {"allow_insecure_http", "max_body", "max_connections", "headers", "observer", "clock", "transport"}
    | {"options", "settings"}
    | {"wrap_secret", "scrub_tracebacks", "unwrap_secret"}
)
"""What clients have of their own: a name of the document that equals one of these gives way."""


def singular(plural: str) -> str:
    """The singular of an English plural, as far as names of resources go."""
    if plural.endswith("ies") and len(plural) > 4:
        return f"{plural[:-3]}y"
    if plural.endswith(("ches", "shes", "sses", "xes", "zes")):
        return plural[:-2]
    return plural.removesuffix("s") if not plural.endswith(("ss", "us", "is")) else plural


def resource_name(tag: str) -> str:
    """What a client's attribute for a tag is called."""
    name = identifier(tag)
    return f"{name}_calls" if name in RESERVED_RESOURCES or keyword.iskeyword(name.capitalize()) else name


def shared_name(wire: str) -> str:
    """What a client's argument for a path parameter is called."""
    name = identifier(wire)
    return f"{name}_" if name in RESERVED_CLIENT_ARGUMENTS else name


def method_name_of(operation: Operation, resource: str | None = None) -> str:
    """What an operation's method is called by convention: after its operationId, or after its shape."""
    resource = resource or resource_name(operation.tag)
    words = identifier(operation.id).split("_")
    shape = _shape(operation)
    for noun in (resource, singular(resource)):
        length = len(noun.split("_"))
        if len(words) > length and "_".join(words[-length:]) == noun:
            verb = "_".join(words[:-length]).removeprefix(f"{resource}_").removeprefix(f"{singular(resource)}_")
            return shape if shape is not None and shape in _PLAIN.get(verb, ()) else verb
    return shape or "_".join(words)


def is_list_call(operation: Operation, resolved: ResolvedSpec) -> bool:
    """Whether an operation looks like a list: by its name, and by an array in its response."""
    contents = [r.content for s, r in operation.responses.items() if s.startswith("2") and r.content]
    schemas = [resolved.schemas.get(component_of(content.schema) or "", content.schema) for content in contents]
    return operation.method == "get" and method_name_of(operation) == "list" and any(map(_holds_array, schemas))


def _holds_array(schema: Json) -> bool:
    properties: Json = schema.get("properties", {})
    return schema.get("type") == "array" or any(one.get("type") == "array" for one in properties.values())


_PLAIN = {"get": ("list",), "post": ("create",), "put": ("update",)}
"""Verbs of HTTP that say less than the shape of the path does."""


def _shape(operation: Operation) -> str | None:
    ends_in_id = operation.path.endswith("}")
    by_query = any(p.location == "query" and p.data.get("required") for p in operation.parameters)
    match operation.method, ends_in_id:
        case "get", False:
            return "list"
        case "post", False:
            return "create"
        case "get", True:
            return "get"
        case "put", True:
            return "update"
        case "patch", True:
            return "patch"
        case "delete", _ if ends_in_id or by_query:
            return "delete"
        case _:
            return None
