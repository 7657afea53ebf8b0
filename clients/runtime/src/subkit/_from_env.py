"""What `from_env` reads from environment variables. Other variables are read for proxies, certificates and
`SUBKIT_LOG` only."""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._auth.credentials import AllOf, Basic, BearerToken, CookieKey, Credential, HeaderKey, QueryKey, SchemeToken
from ._errors import ConfigurationError
from ._secrets.secret import Secret

if TYPE_CHECKING:
    from ._operations.endpoint import Api


def variable(api: Api, setting: str) -> str:
    """Name of the environment variable for a setting."""
    return f"SUBKIT_{api.slug}_{setting}".replace("-", "_").upper()


def missing_url(api: Api) -> str:
    """What to do if there is no base URL."""
    form = f", such as {api.base_url_form}" if api.base_url_form else ""
    return f"pass the URL of your server{form}, or set {variable(api, 'base_url')}"


def settings(api: Api, given: Mapping[str, Any]) -> dict[str, Any]:
    """Arguments of a client: the given ones, and the rest from environment variables.

    Raises `ConfigurationError`, which names the variables that are missing.
    """
    found = {name: value for name, value in given.items() if value is not None}
    for name in ("base_url", *api.client_parameters):
        found.setdefault(name, _environment(api, name))
    found["base_url"] = found["base_url"] or api.base_url
    missing = [variable(api, name) for name in ("base_url", *api.client_parameters) if found[name] is None]
    if "auth" not in found:
        found["auth"] = _credential(api, missing)
    if missing:
        form = f" (base_url is such as {api.base_url_form})" if found["base_url"] is None and api.base_url_form else ""
        raise ConfigurationError(f"from_env: set {', '.join(missing)}, or pass the value as an argument{form}")
    return found


def _declared(api: Api, missing: list[str]) -> Credential | None:
    """The first of the credentials of the specification whose variables are all set."""
    lacking: list[str] = []
    for parts in api.credentials:
        needed = [("username", "password") if kind == "basic" else (setting,) for kind, _, setting in parts]
        unset = [variable(api, name) for names in needed for name in names if not _environment(api, name)]
        if not unset:
            found = [_part(api, *part) for part in parts]
            return found[0] if len(found) == 1 else AllOf(*found)
        lacking.append(" and ".join(unset))
    missing.append(" or ".join(lacking))
    return None


def _part(api: Api, kind: str, name: str, setting: str) -> Credential:
    secret = Secret(_environment(api, setting) or "")
    match kind:
        case "basic":
            return Basic(secret.value, _environment(api, "password") or "")
        case "header":
            return HeaderKey(name, secret.value)
        case "query":
            return QueryKey(name, secret.value)
        case "cookie":
            return CookieKey(name, secret.value)
        case _:
            return SchemeToken(name, secret.value) if name else BearerToken(secret.value)


def _environment(api: Api, setting: str) -> str | None:
    names = (variable(api, setting), *api.environment.get(setting, ()))
    return next((value for name in names if (value := os.environ.get(name))), None)


def _credential(api: Api, missing: list[str]) -> Credential | None:
    """A token if there is one, else the vendor's own credential; names of variables that it lacks are added to
    `missing`."""
    token = Secret(_environment(api, "token"))
    if token.value and not api.credentials:
        return BearerToken(token.value)
    if api.flow is None and api.credentials:
        return _declared(api, missing)
    if api.flow is None:
        missing.append(variable(api, "token"))
        return None
    home, _, name = api.flow.rpartition(".")
    flow = getattr(import_module(home), name)
    import inspect  # noqa: PLC0415 - only for `from_env`

    parameters = inspect.signature(flow).parameters.values()
    known = {one.name: found for one in parameters if (found := Secret(_environment(api, one.name))).value}
    lacking = [variable(api, one.name) for one in parameters if one.default is one.empty and one.name not in known]
    if lacking:
        missing.append(f"{variable(api, 'token')} (or {' and '.join(lacking)})")
        return None
    credential: Credential = flow(**{name: one.value for name, one in known.items()})
    return credential
