"""Reads `facade.toml`: how the Python API differs from the conventions. An unknown key is an error."""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any, Final, cast

from attrs import field, frozen

from ..diagnostics import Diagnostic
from .source import FacadeFile, is_array, is_object


@frozen(kw_only=True)
class PagingFacade:
    """`[operations.<id>.paging]`: the paging style, and the wire names that it uses."""

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
    """`[auth]`: how tokens are obtained. In the URLs, `{base_url}` stands for that of the API."""

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


STRING: Final = "a non-empty string"
STRINGS: Final = "a list of strings"
BOOLEAN: Final = "true or false"
STRING_TABLE: Final = "a table of strings"
NAME: Final = "a Python name, such as 'block'"
NAMES: Final = "a table of Python names"
CLASS: Final = "a Python class name, such as 'Subscription'"

INTEGER: Final = "an integer"
URL: Final = "an https:// URL, or one that starts with {base_url}"
QUERY_ARGUMENTS: Final = "a table of strings under Python names other than key and token_url"
HEADER: Final = "a header name, such as 'X-API-Key'"
SCOPES: Final = "a list of scopes, without spaces"
_PAGING_STRINGS: Final = (
    "style",
    "items",
    "token",
    "next",
    "size",
    "offset",
    "limit",
    "page",
    "cursor",
    "more",
    "total",
)
_PAGING: Final = {**dict.fromkeys(_PAGING_STRINGS, STRING), "first": INTEGER}
_OPERATION: Final = {
    "method": NAME,
    "resource": NAME,
    "idempotent": BOOLEAN,
    "skip": BOOLEAN,
    "patches": STRING,
    "empty_reply": STRING,
    "names": NAMES,
    "paging": _PAGING,
}
_MODEL: Final = {
    "name": CLASS,
    "names": NAMES,
    "secret": STRINGS,
    "json_string": STRINGS,
    "exactly_one": STRINGS,
    "secret_when": STRING_TABLE,
}
_SETTINGS: Final = {
    "client": {
        "name": CLASS,
        "path_parameters": STRINGS,
        "request_id_header": STRING,
        "environment": {"base_url": STRINGS, "token": STRINGS},
    },
    "operations": {"*": _OPERATION},
    "models": {"*": _MODEL},
    "errors": {"code": STRING, "title": STRING, "detail": STRING},
    "auth": {
        "flow": STRING,
        "token_url": URL,
        "discovery_url": URL,
        "client_auth": STRING,
        "scopes": SCOPES,
        "header": HEADER,
        "query": QUERY_ARGUMENTS,
        "algorithm": STRING,
        "description": STRING,
        "source": STRING,
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
_TOKEN_ENDPOINT: Final = ("token_url", "discovery_url")
AUTH_FLOWS: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "api_key": (("token_url", "header"), ("query",)),
    "password": ((), ("client_auth", "scopes")),
    "client_credentials": ((), (*_TOKEN_ENDPOINT, "client_auth", "scopes")),
    "private_key_jwt": (("algorithm",), (*_TOKEN_ENDPOINT, "scopes")),
}
"""The settings that each flow requires, and those that it allows besides."""
_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "client_auth": ("basic", "body"),
    "algorithm": ("PS256", "PS384", "PS512", "RS256", "RS384", "RS512", "ES256", "ES384", "ES512"),
}


def read_facade(file: FacadeFile) -> tuple[Facade, list[Diagnostic]]:
    """The facade without its invalid settings, and a diagnostic for each of those."""
    diagnostics: list[Diagnostic] = []
    data = _without_invalid(file, file.data, _SETTINGS, (), diagnostics)
    client = {**data.get("client", {})}
    facade = Facade(
        client=ClientFacade(**client),
        operations={name: _operation(table) for name, table in data.get("operations", {}).items()},
        models={name: ModelFacade(**table) for name, table in data.get("models", {}).items()},
        errors=data.get("errors", {}),
        auth=AuthFacade(**data["auth"]) if "auth" in data else None,
    )
    diagnostics += _auth_diagnostics(file, facade.auth)
    for name, operation in facade.operations.items():
        diagnostics += _paging_diagnostics(file, name, operation.paging)
    return facade, diagnostics


def _operation(table: dict[str, Any]) -> OperationFacade:
    paging: dict[str, Any] | None = table.get("paging")
    arguments: dict[str, Any] = {**table, "paging": None if paging is None else PagingFacade(**paging)}
    return OperationFacade(**arguments)


def _without_invalid(
    file: FacadeFile,
    data: Mapping[str, Any],
    allowed: Mapping[str, Any],
    at: tuple[str, ...],
    diagnostics: list[Diagnostic],
) -> dict[str, Any]:
    good: dict[str, Any] = {}
    for key, value in data.items():
        kind = allowed.get(key, allowed.get("*"))
        if kind is None:
            near = get_close_matches(key, allowed, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(allowed)}"
            diagnostics.append(file.diagnostic(f"unknown key {'.'.join((*at, key))!r}: {hint}", *at, key))
        elif isinstance(kind, Mapping):
            if is_object(value):
                good[key] = _without_invalid(file, value, cast("Mapping[str, Any]", kind), (*at, key), diagnostics)
            else:
                diagnostics.append(file.diagnostic(f"{'.'.join((*at, key))} must be a table", *at, key))
        elif not _fits(kind, value):
            diagnostics.append(file.diagnostic(f"{'.'.join((*at, key))} must be {kind}", *at, key))
        else:
            good[key] = tuple(value) if kind in (STRINGS, SCOPES) else value
    return good


def _fits(kind: str, value: Any) -> bool:
    return _KINDS[kind](value)


def _is_string(value: Any) -> bool:
    return isinstance(value, str) and bool(value)


def _is_name(value: Any) -> bool:
    return _is_string(value) and value.isidentifier() and not keyword.iskeyword(value) and not value.startswith("_")


def _is_class(value: Any) -> bool:
    return _is_name(value) and value[0].isupper() and value.isascii()


_is_url = re.compile(r"(?:https://[\w.-]+(?::\d+)?|\{base_url\})(?:/[\w./~-]*)?", re.ASCII).fullmatch


_is_header = re.compile(r"[\w-]+", re.ASCII).fullmatch
_is_scope = re.compile(r"[\x21\x23-\x5b\x5d-\x7e]+").fullmatch  # RFC 6749, 3.3


def _is_argument(value: Any) -> bool:
    """Whether an argument of a credential may have this name, which its code does not use otherwise."""
    return _is_name(value) and value not in ("self", "key", "token_url", "hidden", "super", "Secret")


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


_KINDS: Final[Mapping[str, Callable[[Any], bool]]] = {
    STRING: _is_string,
    STRINGS: lambda value: is_array(value) and all(map(_is_string, value)),
    BOOLEAN: lambda value: isinstance(value, bool),
    STRING_TABLE: lambda value: is_object(value) and all(map(_is_string, value.values())),
    NAME: _is_name,
    NAMES: lambda value: is_object(value) and all(map(_is_name, value.values())),
    CLASS: _is_class,
    INTEGER: _is_number,
    URL: lambda value: _is_string(value) and bool(_is_url(value)),
    QUERY_ARGUMENTS: lambda value: (
        is_object(value) and all(map(_is_argument, value)) and all(map(_is_string, value.values()))
    ),
    HEADER: lambda value: _is_string(value) and bool(_is_header(value)),
    SCOPES: lambda value: is_array(value) and all(_is_string(one) and bool(_is_scope(one)) for one in value),
}


def _paging_diagnostics(file: FacadeFile, name: str, paging: PagingFacade | None) -> list[Diagnostic]:
    if paging is None:
        return []
    if paging.style not in PAGING_STYLES:
        known = ", ".join(PAGING_STYLES)
        return [
            file.diagnostic(
                f"unknown paging style {paging.style!r}: must be one of {known}", "operations", name, "paging", "style"
            )
        ]
    return [
        file.diagnostic(f"paging style {paging.style!r} requires {key!r}", "operations", name, "paging")
        for key in PAGING_STYLES[paging.style]
        if getattr(paging, key) is None
    ]


def _auth_diagnostics(file: FacadeFile, auth: AuthFacade | None) -> list[Diagnostic]:
    if auth is None:
        return []
    if auth.flow not in AUTH_FLOWS:
        known = ", ".join(AUTH_FLOWS)
        return [file.diagnostic(f"auth.flow must be one of {known}", "auth", *(["flow"] if auth.flow else []))]
    needed, allowed = AUTH_FLOWS[auth.flow]
    given = [key for keys in AUTH_FLOWS.values() for key in (*keys[0], *keys[1]) if getattr(auth, key) is not None]
    found = [
        file.diagnostic(f"auth.{key} does not apply to the flow {auth.flow!r}", "auth", key)
        for key in dict.fromkeys(given)
        if key not in (*needed, *allowed)
    ]
    found += [
        file.diagnostic(f"the flow {auth.flow!r} requires auth.{key}", "auth") for key in needed if key not in given
    ]
    if "token_url" in allowed and (auth.token_url is None) == (auth.discovery_url is None):
        found.append(file.diagnostic("auth must set either 'token_url' or 'discovery_url'", "auth"))
    found += [
        file.diagnostic(f"auth.{key} must be one of {', '.join(known)}", "auth", key)
        for key, known in _CHOICES.items()
        if getattr(auth, key) not in (None, *known)
    ]
    return found


CREDENTIAL_CLASSES = {
    "api_key": "ApiKey",
    "password": "PasswordGrant",
    "client_credentials": "ClientCredentials",
    "private_key_jwt": "PrivateKeyJwt",
}
