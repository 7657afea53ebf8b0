"""From `[auth]` of the facade to the credential that a package exports."""

from __future__ import annotations

from . import ir
from .facade import AuthFacade

CLASSES = {
    "api_key": "ApiKey",
    "password": "PasswordGrant",
    "client_credentials": "ClientCredentials",
    "private_key_jwt": "PrivateKeyJwt",
}
_ISSUER = ("token_url", "discovery_url", "client_auth", "scopes", "header", "algorithm")


def credential_of(auth: AuthFacade | None) -> ir.Auth | None:
    """The credential that the facade describes, if it does."""
    if auth is None:
        return None
    return ir.Auth(
        name=CLASSES[auth.flow],
        issuer={key: value for key in _ISSUER if (value := getattr(auth, key)) is not None},
        query=dict(auth.query or {}),
        description=auth.description or "",
        source=auth.source or "",
    )
