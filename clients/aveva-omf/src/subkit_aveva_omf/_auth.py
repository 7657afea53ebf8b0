# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""The credential of AVEVA Data Hub OMF ingress, subscriptions."""

from typing import ClassVar

from subkit import _token_flows
from subkit._token_issuer import Issuer


class ClientCredentials(_token_flows.ClientCredentials):
    """Gets access tokens for a client by id and secret (RFC 6749, 4.4).

    A token lives from one minute to one hour, as set for the client; an hour by default.

    A token is kept, renewed ahead of its end, once however many threads and tasks wait for it, and after a 401. It
    is sent to the client's own base URL only. A call raises `AuthError` when none is to be had.

    Args:
        client_id: Id of the client.
        client_secret: Secret of the client.
        token_url: Address of the token endpoint. Left out, it is what
            `{base_url}/identity/.well-known/openid-configuration` names, if that is at the API's own origin.
        scopes: Those to ask for, all of which have to be granted. Left out: none.
        lifetime: Seconds that a token is good for, for a server whose answers do not say.

    Raises:
        ConfigurationError: an argument cannot be sent.

    Source: library: Authentication; guide: token management
    """

    __module__ = "subkit_aveva_omf"
    __issuer__: ClassVar[Issuer] = Issuer(
        discovery_url="{base_url}/identity/.well-known/openid-configuration", client_auth="body"
    )
