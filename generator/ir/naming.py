"""Conventions of naming: resources and attributes, and what gives way to names of our own."""

from __future__ import annotations

import keyword

from ..spec.engine import identifier

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


def plural(noun: str) -> str:
    """The plural of an English noun, as far as names of resources go."""
    if noun.endswith("s"):
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"


def resource_name(tag: str) -> str:
    """What a client's attribute for a tag is called."""
    name = identifier(tag)
    return f"{name}_calls" if name in RESERVED_RESOURCES or keyword.iskeyword(name.capitalize()) else name


def shared_name(wire: str) -> str:
    """What a client's argument for a path parameter is called."""
    name = identifier(wire)
    return f"{name}_" if name in RESERVED_CLIENT_ARGUMENTS else name
