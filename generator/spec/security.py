"""Which credentials `security` asks for, and where each one is sent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from attrs import frozen

from .document import Json, is_object
from .engine import identifier
from .operations import METHODS
from .references import dereference

_BEARER: Final = ("oauth2", "openIdConnect")
_UNSUPPORTED: Final = ("digest", "negotiate", "hoba", "mutual", "vapid")


@frozen
class KeySource:
    """One part of a credential, in the terms of the runtime."""

    kind: str
    """bearer, basic, header, query, cookie, or scheme for another scheme of the Authorization header."""
    name: str
    """Of the header, query parameter, cookie or scheme."""
    setting: str
    """Of its environment variable."""


Credentials = tuple[tuple[KeySource, ...], ...]
"""Alternatives, each of which may need several parts at once."""


def credentials_of(data: Json) -> Credentials:
    """The credentials that a document accepts, the most usual first; none if it knows bearer tokens only."""
    components: Json = data.get("components") or {}
    schemes: Json = components.get("securitySchemes") or {}
    found = {name: source for name, scheme in schemes.items() if (source := _source(name, dereference(data, scheme)))}
    keys = [name for name, one in found.items() if one.kind in ("header", "query", "cookie")]
    if len(keys) == 1:
        only = found[keys[0]]
        found[keys[0]] = KeySource(only.kind, only.name, "api_key")
    used = [names for names in dict.fromkeys(_used(data)) if names and all(name in found for name in names)]
    alternatives = tuple(tuple(found[name] for name in names) for names in used or [(name,) for name in found])
    return () if all(part.kind == "bearer" for parts in alternatives for part in parts) else alternatives


def _source(name: str, scheme: Any) -> KeySource | None:
    if not is_object(scheme):
        return None
    kind, http = scheme.get("type"), str(scheme.get("scheme", ""))
    if kind in _BEARER or (kind == "http" and http.lower() == "bearer"):
        return KeySource("bearer", "", "token")
    if kind == "apiKey":
        return KeySource(str(scheme.get("in")), str(scheme.get("name")), identifier(name))
    if kind != "http" or http.lower() in _UNSUPPORTED:
        return None
    return KeySource("basic", "", "username") if http.lower() == "basic" else KeySource("scheme", http, "token")


def _used(data: Json) -> Iterator[tuple[str, ...]]:
    """What the document and its operations require: names of schemes that are needed together."""
    paths: Json = data.get("paths") or {}
    operations = (item.get(method) for item in paths.values() if is_object(item) for method in METHODS)
    for holder in (data, *operations):
        for requirement in (holder.get("security") or ()) if is_object(holder) else ():
            yield tuple(requirement)
