# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""The credential of Alteryx Server API, subscriptions."""

from typing import ClassVar

from subkit import _token_flows
from subkit._token_issuer import Issuer


class ClientCredentials(_token_flows.ClientCredentials):
    """Gets access tokens for a client by id and secret (RFC 6749, 4.4).

    Key and secret are in the user interface under My Profile, Keys, once an administrator has allowed the user to
    call the API; the user has to be a Curator. A token lives 60 minutes. Needs Server 2021.4 or later.

    A token is kept, renewed ahead of its end, once however many threads and tasks wait for it, and after a 401. It
    is sent to the client's own base URL only. A call raises `AuthError` when none is to be had.

    Args:
        client_id: Id of the client.
        client_secret: Secret of the client.
        token_url: Address of the token endpoint. Left out, it is `{base_url}/oauth2/token`.
        scopes: Those to ask for, all of which have to be granted. Left out: none.
        lifetime: Seconds that a token is good for, for a server whose answers do not say.

    Raises:
        ConfigurationError: an argument cannot be sent.

    Source: generated: authorization; client: client_credentials
    """

    __module__ = "subkit_alteryx_server"
    __issuer__: ClassVar[Issuer] = Issuer(token_url="{base_url}/oauth2/token", client_auth="basic")
