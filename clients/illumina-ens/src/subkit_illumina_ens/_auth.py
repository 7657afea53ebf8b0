# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""The credential of Illumina Connected Analytics v1, Event Notification Service."""

from typing import ClassVar

from subkit import _token_flows
from subkit._grant import Secret
from subkit._token_issuer import Issuer


class ApiKey(_token_flows.ApiKey):
    """Buys access tokens with an API key.

    A list shows what belongs to the tenant and the context of the token: without `project_context` that is the
    user's own context, and what belongs to a project is not in it. The reply does not say how long the token lives;
    the JWT does.

    A token is kept, renewed ahead of its end, once however many threads and tasks wait for it, and after a 401. It
    is sent to the client's own base URL only. A call raises `AuthError` when none is to be had.

    Args:
        key: The key.
        project_context: Sent to the token endpoint as `cid`.
        token_url: Address of the token endpoint. Left out, it is `{base_url}/v1/tokens`.

    Raises:
        ConfigurationError: an argument cannot be sent.

    Source: tokens: POST /v1/tokens; guide: cli-authentication; users: empty lists for want of cid
    """

    __module__ = "subkit_illumina_ens"
    __issuer__: ClassVar[Issuer] = Issuer(token_url="{base_url}/v1/tokens", header="X-API-Key")

    def __init__(
        self,
        key: str,
        project_context: str | None = None,
        *,
        token_url: str | None = None,
    ) -> None:
        hidden = Secret(key)
        del key
        super().__init__(
            hidden,
            query=(("cid", project_context),),
            token_url=token_url,
        )
