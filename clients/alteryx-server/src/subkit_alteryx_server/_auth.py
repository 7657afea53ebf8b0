# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""The credential of Alteryx Server API, subscriptions."""

from typing import ClassVar

from subkit._auth import issuer, oauth


class ClientCredentials(oauth.ClientCredentials):
    """Gets access tokens with a client id and secret (RFC 6749, section 4.4).

    Key and secret are in the user interface under My Profile, Keys, once an administrator has allowed the user to
    call the API; the user has to be a Curator. A token lives 60 minutes. Needs Server 2021.4 or later.

    The client requests a token on the first call and refreshes it before it expires. Concurrent callers share one
    refresh. After a 401 it refreshes and retries once. The token is sent to the client's own base URL only. If no
    token can be obtained, calls raise `AuthError`.

    Args:
        client_id: Client id.
        client_secret: Client secret.
        token_url: URL of the token endpoint. Default: `{base_url}/oauth2/token`.
        scopes: Scopes to request. Default: none.
        lifetime: Lifetime of a token in seconds, for a server whose responses do not say.

    Raises:
        ConfigurationError: An argument is not valid.

    Source: generated: authorization; client: client_credentials
    """

    __module__ = "subkit_alteryx_server"
    __server__: ClassVar[issuer.AuthorizationServer] = issuer.AuthorizationServer(
        token_url="{base_url}/oauth2/token", client_auth="basic"
    )
