# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""The credential of AVEVA Data Hub OMF ingress, subscriptions."""

from typing import ClassVar

from subkit._auth import issuer, oauth


class ClientCredentials(oauth.ClientCredentials):
    """Gets access tokens with a client id and secret (RFC 6749, section 4.4).

    A token lives from one minute to one hour, as set for the client; an hour by default.

    The client requests a token on the first call and refreshes it before it expires. Concurrent callers share one
    refresh. After a 401 it refreshes and retries once. The token is sent to the client's own base URL only. If no
    token can be obtained, calls raise `AuthError`.

    Args:
        client_id: Client id.
        client_secret: Client secret.
        token_url: URL of the token endpoint. Default: the one that
            `{base_url}/identity/.well-known/openid-configuration` names, if it has the origin of the API.
        scopes: Scopes to request. Default: none.
        lifetime: Lifetime of a token in seconds, for a server whose responses do not say.

    Raises:
        ConfigurationError: An argument is not valid.

    Source: library: Authentication; guide: token management
    """

    __module__ = "subkit_aveva_omf"
    __server__: ClassVar[issuer.AuthorizationServer] = issuer.AuthorizationServer(
        discovery_url="{base_url}/identity/.well-known/openid-configuration", client_auth="body"
    )
