# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""The credential of Jack Henry Modern Eventing, subscriptions."""

from typing import ClassVar

from subkit._auth import issuer, oauth


class PrivateKeyJwt(oauth.PrivateKeyJwt):
    """Gets access tokens with assertions that it signs (RFC 7523, section 2.2), a new one for each token.

    There is no client secret: the institution registers the public key, as PEM or as the address of a JWKS. A token
    lives 10 minutes. Older material names `https://banno.com/a/oidc-provider/api/v0/token` as `token_url`.

    The client requests a token on the first call and refreshes it before it expires. Concurrent callers share one
    refresh. After a 401 it refreshes and retries once. The token is sent to the client's own base URL only. If no
    token can be obtained, calls raise `AuthError`.

    Args:
        client_id: Client id.
        key: Private key, not encrypted: PEM (str or bytes) or JWK (a dict or its JSON text).
        key_id: Sent in the assertion as `kid`. Taken from the JWK by default.
        token_url: URL of the token endpoint. Default: `https://login.jackhenry.com/a/oidc-provider/api/v0/token`.
        scopes: Scopes to request. Default: `openid`.
        lifetime: Lifetime of a token in seconds, for a server whose responses do not say.

    Raises:
        ConfigurationError: An argument is not valid, or the key cannot sign.

    Source: flow: client credentials flow and tokens; helper: form of the assertion
    """

    __module__ = "subkit_jackhenry_events"
    __server__: ClassVar[issuer.AuthorizationServer] = issuer.AuthorizationServer(
        token_url="https://login.jackhenry.com/a/oidc-provider/api/v0/token", scopes=("openid",), algorithm="PS256"
    )
