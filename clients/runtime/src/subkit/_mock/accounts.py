"""Credentials that a fake accepts, as its clients take them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from .._auth.credentials import Basic, BearerToken, CookieKey, Credential, HeaderKey, QueryKey
from .engine import Engine
from .grants import API_KEY, CLIENT_ID, CLIENT_SECRET, PASSWORD, USERNAME

_CLIENT = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}


def arguments_for(engine: Engine, token_url: str | None) -> dict[str, Any]:
    """The arguments of the credential with the vendor's own token flow."""
    auth: Mapping[str, Any] = engine.spec.facade["auth"]
    found_by_client = "discovery_url" in auth or str(auth.get("token_url", "")).startswith("{base_url}")
    place = {} if found_by_client else {"token_url": token_url}
    match auth["flow"]:
        case "api_key":
            return {"key": API_KEY, **place}
        case "private_key_jwt":
            return {"client_id": CLIENT_ID, "key": engine.token_endpoint.keys.pem, **place}
        case "password":
            return {**_CLIENT, "username": USERNAME, "password": PASSWORD, **place}
        case _:
            return {**_CLIENT, **place}


def credential_for(engine: Engine, token_url: str | None, options: Mapping[str, Any]) -> Credential | None:
    """The credential with the vendor's own token flow, or None if there is none."""
    flow = engine.spec.api.flow
    if flow is None:
        return None
    module, _, name = flow.rpartition(".")
    credential: Credential = getattr(import_module(module), name)(**{**arguments_for(engine, token_url), **options})
    return credential


def static_credential(engine: Engine) -> Credential | None:
    """A credential without a token flow, as the security schemes of the API have it; None if it takes none."""
    security = engine.security
    own = (one for route in engine.spec.routes for one in security.schemes(route))
    for name in next(iter(security.schemes()), None) or next(own, dict[str, list[str]]()):
        scheme = security.scheme(name)
        match scheme["type"], scheme.get("in"), scheme.get("scheme", "").lower():
            case "apiKey", "header", _:
                return HeaderKey(scheme["name"], API_KEY)
            case "apiKey", "query", _:
                return QueryKey(scheme["name"], API_KEY)
            case "apiKey", _, _:
                return CookieKey(scheme["name"], API_KEY)
            case "http", _, "basic":
                return Basic(USERNAME, PASSWORD)
            case _:
                return BearerToken(engine.issue(security.scopes, None).text)
    return None
