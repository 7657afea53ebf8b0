"""Reads `facade.toml`: the Python surface, where it departs from the conventions. An unknown key is an error."""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any, Final, cast

from attrs import field, frozen

from ..diagnostics import Problem
from .source import Surface, is_array, is_object


@frozen(kw_only=True)
class PagingFacade:
    """`[operations.<id>.paging]`: the convention, and the wire names it is about."""

    style: str = "none"
    items: str | None = None
    token: str | None = None
    next: str | None = None
    size: str | None = None
    offset: str | None = None
    limit: str | None = None
    page: str | None = None
    first: int | None = None
    cursor: str | None = None
    more: str | None = None
    total: str | None = None


@frozen(kw_only=True)
class OperationFacade:
    """`[operations.<id>]`."""

    method: str | None = None
    resource: str | None = None
    idempotent: bool = False
    skip: bool = False
    patches: str | None = None
    empty_reply: str | None = None
    names: Mapping[str, str] = field(factory=dict[str, str])
    paging: PagingFacade | None = None


@frozen(kw_only=True)
class ModelFacade:
    """`[models.<schema>]`."""

    name: str | None = None
    names: Mapping[str, str] = field(factory=dict[str, str])
    secret: tuple[str, ...] = ()
    json_string: tuple[str, ...] = ()
    exactly_one: tuple[str, ...] = ()
    secret_when: Mapping[str, str] = field(factory=dict[str, str])


@frozen(kw_only=True)
class ClientFacade:
    """`[client]`."""

    name: str | None = None
    path_parameters: tuple[str, ...] = ()
    request_id_header: str | None = None
    environment: Mapping[str, tuple[str, ...]] = field(factory=dict[str, tuple[str, ...]])


@frozen(kw_only=True)
class AuthFacade:
    """`[auth]`: how the vendor gives tokens. In the URLs, `{base_url}` stands for that of the API."""

    flow: str = ""
    token_url: str | None = None
    discovery_url: str | None = None
    client_auth: str | None = None
    scopes: tuple[str, ...] | None = None
    header: str | None = None
    query: Mapping[str, str] | None = None
    algorithm: str | None = None
    description: str | None = None
    source: str | None = None


@frozen(kw_only=True)
class Facade:
    """All of `facade.toml`."""

    client: ClientFacade = field(factory=ClientFacade)
    operations: Mapping[str, OperationFacade] = field(factory=dict[str, OperationFacade])
    models: Mapping[str, ModelFacade] = field(factory=dict[str, ModelFacade])
    errors: Mapping[str, str] = field(factory=dict[str, str])
    auth: AuthFacade | None = None


TEXT: Final = "a text"
TEXTS: Final = "a list of texts"
FLAG: Final = "true or false"
TEXT_TABLE: Final = "a table of texts"
NAME: Final = "a Python name, such as 'block'"
NAMES: Final = "a table of Python names"
CLASS: Final = "a Python name of a class, such as 'Subscription'"

NUMBER: Final = "a whole number"
URL: Final = "an https:// URL, or one that starts with {base_url}"
NAMED: Final = "a table of texts under Python names other than key and token_url"
HEADER: Final = "the name of a header, such as 'X-API-Key'"
SCOPES: Final = "a list of scopes, without spaces"
_PAGING_TEXTS: Final = ("style", "items", "token", "next", "size", "offset", "limit", "page", "cursor", "more", "total")
_PAGING: Final = {**dict.fromkeys(_PAGING_TEXTS, TEXT), "first": NUMBER}
_OPERATION: Final = {
    "method": NAME,
    "resource": NAME,
    "idempotent": FLAG,
    "skip": FLAG,
    "patches": TEXT,
    "empty_reply": TEXT,
    "names": NAMES,
    "paging": _PAGING,
}
_MODEL: Final = {
    "name": CLASS,
    "names": NAMES,
    "secret": TEXTS,
    "json_string": TEXTS,
    "exactly_one": TEXTS,
    "secret_when": TEXT_TABLE,
}
_VOCABULARY: Final = {
    "client": {
        "name": CLASS,
        "path_parameters": TEXTS,
        "request_id_header": TEXT,
        "environment": {"base_url": TEXTS, "token": TEXTS},
    },
    "operations": {"*": _OPERATION},
    "models": {"*": _MODEL},
    "errors": {"code": TEXT, "title": TEXT, "detail": TEXT},
    "auth": {
        "flow": TEXT,
        "token_url": URL,
        "discovery_url": URL,
        "client_auth": TEXT,
        "scopes": SCOPES,
        "header": HEADER,
        "query": NAMED,
        "algorithm": TEXT,
        "description": TEXT,
        "source": TEXT,
    },
}
PAGING_STYLES: Final[Mapping[str, tuple[str, ...]]] = {
    "token": ("items", "token", "next"),
    "header": ("token", "next"),
    "offset": ("offset",),
    "page": ("page",),
    "link": (),
    "cursor": ("token", "more"),
    "none": (),
}
_ANYWHERE: Final = ("token_url", "discovery_url")
AUTH_FLOWS: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "api_key": (("token_url", "header"), ("query",)),
    "password": ((), ("client_auth", "scopes")),
    "client_credentials": ((), (*_ANYWHERE, "client_auth", "scopes")),
    "private_key_jwt": (("algorithm",), (*_ANYWHERE, "scopes")),
}
"""What each way of getting a token has to say, and what it may say beside that."""
_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "client_auth": ("basic", "body"),
    "algorithm": ("PS256", "PS384", "PS512", "RS256", "RS384", "RS512", "ES256", "ES384", "ES512"),
}


def read_facade(surface: Surface) -> tuple[Facade, list[Problem]]:
    """The facade, and what is wrong with it (whatever is wrong is left out)."""
    problems: list[Problem] = []
    data = _checked(surface, surface.data, _VOCABULARY, (), problems)
    client = {**data.get("client", {})}
    facade = Facade(
        client=ClientFacade(**client),
        operations={name: _operation(table) for name, table in data.get("operations", {}).items()},
        models={name: ModelFacade(**table) for name, table in data.get("models", {}).items()},
        errors=data.get("errors", {}),
        auth=AuthFacade(**data["auth"]) if "auth" in data else None,
    )
    problems += _auth_problems(surface, facade.auth)
    for name, operation in facade.operations.items():
        problems += _paging_problems(surface, name, operation.paging)
    return facade, problems


def _operation(table: dict[str, Any]) -> OperationFacade:
    paging: dict[str, Any] | None = table.get("paging")
    arguments: dict[str, Any] = {**table, "paging": None if paging is None else PagingFacade(**paging)}
    return OperationFacade(**arguments)


def _checked(
    surface: Surface, data: Mapping[str, Any], allowed: Mapping[str, Any], at: tuple[str, ...], problems: list[Problem]
) -> dict[str, Any]:
    good: dict[str, Any] = {}
    for key, value in data.items():
        kind = allowed.get(key, allowed.get("*"))
        if kind is None:
            near = get_close_matches(key, allowed, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"known here: {', '.join(allowed)}"
            problems.append(surface.problem(f"unknown key {'.'.join((*at, key))!r}: {hint}", *at, key))
        elif isinstance(kind, Mapping):
            if is_object(value):
                good[key] = _checked(surface, value, cast("Mapping[str, Any]", kind), (*at, key), problems)
            else:
                problems.append(surface.problem(f"{'.'.join((*at, key))} is a table", *at, key))
        elif not _fits(kind, value):
            problems.append(surface.problem(f"{'.'.join((*at, key))} is {kind}", *at, key))
        else:
            good[key] = tuple(value) if kind in (TEXTS, SCOPES) else value
    return good


def _fits(kind: str, value: Any) -> bool:
    return _KINDS[kind](value)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value)


def _is_name(value: Any) -> bool:
    return _is_text(value) and value.isidentifier() and not keyword.iskeyword(value) and not value.startswith("_")


def _is_class(value: Any) -> bool:
    return _is_name(value) and value[0].isupper() and value.isascii()


_is_url = re.compile(r"(?:https://[\w.-]+(?::\d+)?|\{base_url\})(?:/[\w./~-]*)?", re.ASCII).fullmatch


_is_header = re.compile(r"[\w-]+", re.ASCII).fullmatch
_is_scope = re.compile(r"[\x21\x23-\x5b\x5d-\x7e]+").fullmatch  # RFC 6749, 3.3


def _is_argument(value: Any) -> bool:
    """Whether an argument of a credential may be called so, beside those that it has, and what its code calls."""
    return _is_name(value) and value not in ("self", "key", "token_url", "hidden", "super", "Secret")


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


_KINDS: Final[Mapping[str, Callable[[Any], bool]]] = {
    TEXT: _is_text,
    TEXTS: lambda value: is_array(value) and all(map(_is_text, value)),
    FLAG: lambda value: isinstance(value, bool),
    TEXT_TABLE: lambda value: is_object(value) and all(map(_is_text, value.values())),
    NAME: _is_name,
    NAMES: lambda value: is_object(value) and all(map(_is_name, value.values())),
    CLASS: _is_class,
    NUMBER: _is_number,
    URL: lambda value: _is_text(value) and bool(_is_url(value)),
    NAMED: lambda value: is_object(value) and all(map(_is_argument, value)) and all(map(_is_text, value.values())),
    HEADER: lambda value: _is_text(value) and bool(_is_header(value)),
    SCOPES: lambda value: is_array(value) and all(_is_text(one) and bool(_is_scope(one)) for one in value),
}


def _paging_problems(surface: Surface, name: str, paging: PagingFacade | None) -> list[Problem]:
    if paging is None:
        return []
    if paging.style not in PAGING_STYLES:
        known = ", ".join(PAGING_STYLES)
        return [
            surface.problem(
                f"unknown paging style {paging.style!r}: known are {known}", "operations", name, "paging", "style"
            )
        ]
    return [
        surface.problem(f"paging of style {paging.style!r} says {key!r} too", "operations", name, "paging")
        for key in PAGING_STYLES[paging.style]
        if getattr(paging, key) is None
    ]


def _auth_problems(surface: Surface, auth: AuthFacade | None) -> list[Problem]:
    if auth is None:
        return []
    if auth.flow not in AUTH_FLOWS:
        known = ", ".join(AUTH_FLOWS)
        return [surface.problem(f"auth.flow is one of {known}", "auth", *(["flow"] if auth.flow else []))]
    needed, allowed = AUTH_FLOWS[auth.flow]
    said = [key for keys in AUTH_FLOWS.values() for key in (*keys[0], *keys[1]) if getattr(auth, key) is not None]
    found = [
        surface.problem(f"auth of the flow {auth.flow!r} says no {key!r}", "auth", key)
        for key in dict.fromkeys(said)
        if key not in (*needed, *allowed)
    ]
    found += [
        surface.problem(f"auth of the flow {auth.flow!r} says {key!r} too", "auth") for key in needed if key not in said
    ]
    if "token_url" in allowed and (auth.token_url is None) == (auth.discovery_url is None):
        found.append(surface.problem("auth says either 'token_url' or 'discovery_url'", "auth"))
    found += [
        surface.problem(f"auth.{key} is one of {', '.join(known)}", "auth", key)
        for key, known in _CHOICES.items()
        if getattr(auth, key) not in (None, *known)
    ]
    return found


CLASSES = {
    "api_key": "ApiKey",
    "password": "PasswordGrant",
    "client_credentials": "ClientCredentials",
    "private_key_jwt": "PrivateKeyJwt",
}
