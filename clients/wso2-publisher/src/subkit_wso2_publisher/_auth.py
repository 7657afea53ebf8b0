# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""The credential of WSO2 API Manager Publisher, subscriptions."""

from typing import ClassVar

from subkit._auth import issuer, oauth


class PasswordGrant(oauth.PasswordGrant):
    """Gets access tokens with a user name and password, later ones with a refresh token (RFC 6749, section 4.3).

    `token_url` is an address of the gateway, on another port than the API: `https://<host>:8243/token`. Register
    the client first, at `/client-registration/v0.9/register`. The server silently omits a scope that the user has
    no role for, so the granted scopes are checked. A token is valid for an hour.

    The client requests a token on the first call and refreshes it before it expires. Concurrent callers share one
    refresh. After a 401 it refreshes and retries once. The token is sent to the client's own base URL only. If no
    token can be obtained, calls raise `AuthError`.

    Args:
        token_url: URL of the token endpoint.
        client_id: Client id.
        client_secret: Client secret.
        username: User name.
        password: Password.
        scopes: Scopes to request; all of them must be granted. Default: `apim:subscription_view`,
            `apim:subscription_block`.
        lifetime: Lifetime of a token in seconds, for a server whose responses do not say.

    Raises:
        ConfigurationError: An argument is not valid.

    Source: guide: getting started, register a client and get an access token
    """

    __module__ = "subkit_wso2_publisher"
    __server__: ClassVar[issuer.AuthorizationServer] = issuer.AuthorizationServer(
        client_auth="basic", scopes=("apim:subscription_view", "apim:subscription_block"), drops_scopes=True
    )
