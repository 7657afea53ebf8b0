# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""The credential of WSO2 API Manager Publisher, subscriptions."""

from typing import ClassVar

from subkit import _token_flows
from subkit._token_issuer import Issuer


class PasswordGrant(_token_flows.PasswordGrant):
    """Gets access tokens for a user by name and password (RFC 6749, 4.3); later ones by refresh token.

    `token_url` is that of the gateway, on another port than the API: `https://<host>:8243/token`. The client is
    registered beforehand, at `/client-registration/v0.9/register`. A scope that the user has no role for is left
    out of the token without a word, so what was granted is checked. A token lives an hour.

    A token is kept, renewed ahead of its end, once however many threads and tasks wait for it, and after a 401. It
    is sent to the client's own base URL only. A call raises `AuthError` when none is to be had.

    Args:
        token_url: Address of the token endpoint.
        client_id: Id of the client.
        client_secret: Secret of the client.
        username: Name of the user.
        password: Password of the user.
        scopes: Those to ask for, all of which have to be granted. Left out: apim:subscription_view
            apim:subscription_block.
        lifetime: Seconds that a token is good for, for a server whose answers do not say.

    Raises:
        ConfigurationError: an argument cannot be sent.

    Source: guide: getting started, register a client and get an access token
    """

    __module__ = "subkit_wso2_publisher"
    __issuer__: ClassVar[Issuer] = Issuer(
        client_auth="basic", scopes=("apim:subscription_view", "apim:subscription_block")
    )
