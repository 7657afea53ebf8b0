"""Reads `facade.toml`: how the Python API differs from the conventions. An unknown key is an error."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from attrs import field, frozen


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
    subject: str | None = None
    """The parameter that is the id of the object; empty if there is none."""
    drop: tuple[str, ...] = ()
    idempotent: bool = False
    skip: bool = False
    patches: str | None = None
    empty_reply: str | None = None
    fresh: str | None = None
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
    drops_scopes: bool | None = None
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
    first_page: int | None = None
    """`[paging]`: the number of the first page, for lists that do not say it themselves."""
    auth: AuthFacade | None = None


PAGING_STYLES: Final[Mapping[str, tuple[str, ...]]] = {
    "token": ("items", "token", "next"),
    "header": ("token", "next"),
    "offset": ("offset",),
    "page": ("page",),
    "link": (),
    "cursor": ("token",),
    "none": (),
}
_TOKEN_ENDPOINT: Final = ("token_url", "discovery_url")
_SCOPES: Final = ("scopes", "drops_scopes")
AUTH_FLOWS: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "api_key": (("token_url", "header"), ("query",)),
    "password": ((), ("client_auth", *_SCOPES)),
    "client_credentials": ((), (*_TOKEN_ENDPOINT, "client_auth", *_SCOPES)),
    "private_key_jwt": (("algorithm",), (*_TOKEN_ENDPOINT, *_SCOPES)),
}
"""The settings that each flow requires, and those that it allows besides."""
CREDENTIAL_CLASSES = {
    "api_key": "ApiKey",
    "password": "PasswordGrant",
    "client_credentials": "ClientCredentials",
    "private_key_jwt": "PrivateKeyJwt",
}
