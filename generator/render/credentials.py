"""How to authenticate, where the document asks for other credentials than a bearer token."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..ir.nodes import Package
from ..spec.security import KeySource

_CLASSES = {"header": "HeaderKey", "query": "QueryKey", "cookie": "CookieKey", "basic": "Basic"}
_PLACES = {"header": "the header", "query": "the query parameter", "cookie": "the cookie"}


def credential_sources(package: Package) -> tuple[tuple[tuple[str, str, str], ...], ...]:
    """The credentials in the terms of the runtime."""
    return tuple(tuple((one.kind, one.name, one.setting) for one in parts) for parts in package.credentials)


def credential_examples(package: Package) -> list[str]:
    """Each credential as a user would write it."""
    written = [[_written(one) for one in parts] for parts in package.credentials]
    return list(dict.fromkeys(one[0] if len(one) == 1 else f"AllOf({', '.join(one)})" for one in written))


def credential_names(package: Package) -> list[str]:
    """The classes in the first of these examples."""
    return re.findall(r"\b[A-Z]\w+(?=\()", next(iter(credential_examples(package)), "BearerToken("))


def _written(source: KeySource) -> str:
    match source.kind:
        case "basic":
            return 'Basic("...", "...")'
        case "bearer":
            return 'BearerToken("...")'
        case "scheme":
            return f'SchemeToken("{source.name}", "...")'
        case _:
            return f'{_CLASSES[source.kind]}("{source.name}", "...")'


def credential_variables(package: Package) -> Iterator[tuple[str, str]]:
    """The settings that `from_env` reads for credentials, and what each is for."""
    found: dict[str, str] = {}
    for source in (one for parts in package.credentials for one in parts):
        if source.kind == "basic":
            found |= {"username": "User name, for Basic.", "password": "Password, for Basic."}
        elif source.kind in _PLACES:
            found[source.setting] = f"Key, sent in {_PLACES[source.kind]} `{source.name}`."
        else:
            found.setdefault(source.setting, f"Token, sent with the scheme {source.name or 'Bearer'}.")
    yield from found.items()
