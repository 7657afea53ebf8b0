# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""The credential of Jack Henry Modern Eventing, subscriptions."""

from typing import ClassVar

from subkit import _token_flows
from subkit._token_issuer import Issuer


class PrivateKeyJwt(_token_flows.PrivateKeyJwt):
    """Gets access tokens for a client by assertions that it signs (RFC 7523, 2.2), a fresh one each time.

    There is no client secret: the institution registers the public key, as PEM or as the address of a JWKS. A token
    lives 10 minutes. Older material names `https://banno.com/a/oidc-provider/api/v0/token` as `token_url`.

    A token is kept, renewed ahead of its end, once however many threads and tasks wait for it, and after a 401. It
    is sent to the client's own base URL only. A call raises `AuthError` when none is to be had.

    Args:
        client_id: Id of the client.
        key: Private key, not encrypted: PEM (text or bytes) or JWK (a dict, or its JSON).
        key_id: Goes into the assertion as `kid`. Left out, it is that of the JWK, if it has one.
        token_url: Address of the token endpoint. Left out, it is
            `https://login.jackhenry.com/a/oidc-provider/api/v0/token`.
        scopes: Those to ask for, all of which have to be granted. Left out: openid.
        lifetime: Seconds that a token is good for, for a server whose answers do not say.

    Raises:
        ConfigurationError: an argument cannot be sent, or the key cannot sign.

    Source: flow: client credentials flow and tokens; helper: form of the assertion
    """

    __module__ = "subkit_jackhenry_events"
    __issuer__: ClassVar[Issuer] = Issuer(
        token_url="https://login.jackhenry.com/a/oidc-provider/api/v0/token", scopes=("openid",), algorithm="PS256"
    )
