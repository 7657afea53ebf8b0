"""From a `facade.toml` to typed settings. An unknown key is an error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from ..diagnostics import Diagnostic
from .facade import (
    AUTH_FLOWS,
    PAGING_STYLES,
    AuthFacade,
    ClientFacade,
    Facade,
    ModelFacade,
    OperationFacade,
    PagingFacade,
)
from .facade_file import FacadeFile
from .facade_keys import OPEN, valid_settings

_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "client_auth": ("basic", "body"),
    "algorithm": ("PS256", "PS384", "PS512", "RS256", "RS384", "RS512", "ES256", "ES384", "ES512"),
}


def read_facade(file: FacadeFile) -> tuple[Facade, list[Diagnostic]]:
    """The facade without its invalid settings, and a diagnostic for each of those."""
    data, diagnostics = valid_settings(file)
    facade = Facade(
        client=ClientFacade(**data.get("client", {})),
        operations={name: _operation(table) for name, table in data.get("operations", {}).items()},
        models={name: ModelFacade(**table) for name, table in data.get("models", {}).items()},
        errors=data.get("errors", {}),
        first_page=data.get("paging", {}).get("first"),
        auth=AuthFacade(**data["auth"]) if "auth" in data else None,
    )
    if facade.auth is not None:
        diagnostics += _check_auth(file, facade.auth)
    for name, operation in facade.operations.items():
        if operation.paging is not None and not _is_open(file, name):
            diagnostics += _check_paging(file, name, operation.paging)
    return facade, diagnostics


def _operation(table: dict[str, Any]) -> OperationFacade:
    paging: dict[str, Any] | None = table.get("paging")
    arguments: dict[str, Any] = {**table, "paging": None if paging is None else PagingFacade(**paging)}
    return OperationFacade(**arguments)


def _is_open(file: FacadeFile, name: str) -> bool:
    """Whether a setting of the paging is left open."""
    return OPEN in file.data["operations"][name]["paging"].values()


def _check_paging(file: FacadeFile, name: str, paging: PagingFacade) -> Iterator[Diagnostic]:
    """Whether the style is known, and has the settings that it requires."""
    at = ("operations", name, "paging")
    if paging.style not in PAGING_STYLES:
        text = f"unknown paging style {paging.style!r}: must be one of {', '.join(PAGING_STYLES)}"
        yield file.diagnostic(text, *at, "style")
        return
    for key in PAGING_STYLES[paging.style]:
        if getattr(paging, key) is None:
            yield file.diagnostic(f"paging style {paging.style!r} requires {key!r}", *at)


def _check_auth(file: FacadeFile, auth: AuthFacade) -> Iterator[Diagnostic]:
    """Whether the flow is known, and has the settings that it requires, and no others."""
    if auth.flow not in AUTH_FLOWS:
        text = f"auth.flow must be one of {', '.join(AUTH_FLOWS)}"
        yield file.diagnostic(text, "auth", *(["flow"] if auth.flow else []))
        return
    required, optional = AUTH_FLOWS[auth.flow]
    given = {key for keys in AUTH_FLOWS.values() for key in (*keys[0], *keys[1]) if getattr(auth, key) is not None}
    for key in sorted(given - {*required, *optional}):
        yield file.diagnostic(f"auth.{key} does not apply to the flow {auth.flow!r}", "auth", key)
    for key in required:
        if key not in given:
            yield file.diagnostic(f"the flow {auth.flow!r} requires auth.{key}", "auth")
    if "token_url" in optional and len({"token_url", "discovery_url"} & given) != 1:
        yield file.diagnostic("auth must set either 'token_url' or 'discovery_url'", "auth")
    for key, choices in _CHOICES.items():
        if getattr(auth, key) not in (None, *choices):
            yield file.diagnostic(f"auth.{key} must be one of {', '.join(choices)}", "auth", key)
